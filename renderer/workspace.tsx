/** One issue open on the desk: its head bar, its rooms, and the commands that work in all of them. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Api, DocumentId, ImportReport, IssueId } from '../shared/api.ts';
import { useDeeds } from './commands.tsx';
import { openFind } from './editor/find-state.ts';
import { Inbox } from './inbox/inbox.tsx';
import { IntakePickers } from './inbox/pickers.tsx';
import { useInbox } from './inbox/use-inbox.ts';
import { IssueRoom } from './issue/issue.tsx';
import { ProblemKeys } from './issue/problem-keys.ts';
import { IssueBar } from './issue-bar.tsx';
import { type OpenIssue, OpenIssueContext, type TextPlace } from './open-issue.ts';
import { Preview } from './preview/preview.tsx';
import { go, type Room, type Route } from './route.ts';
import { useSession } from './session.ts';
import { text } from './text.ts';
import { download } from './ui/files.ts';
import { useHasUnsaved } from './unsaved.ts';
import { useIssue } from './use-issue.ts';

const Editor = lazy(() => import('./editor/editor.tsx').then(({ EditorRoom }) => ({ default: EditorRoom })));
const History = lazy(() => import('./history/history.tsx').then((module) => ({ default: module.History })));
const OutputRoom = lazy(() => import('./output/output.tsx').then((module) => ({ default: module.OutputRoom })));

export interface WorkspaceProps {
  readonly route: Extract<Route, { readonly issue: IssueId }>;
  readonly reports: readonly ImportReport[];
}

export function Workspace({ route, reports }: WorkspaceProps) {
  const { api, run, notify } = useSession();
  const { issue: id, room } = route;
  const hasUnsaved = useHasUnsaved();
  const { view, layout, version, begun, isLayingOut, refresh, relayout } = useIssue(api, id, run);
  const [page, setPage] = usePage(id);
  const [place, setPlace] = useState<TextPlace | null>(null);
  const sections = useMemo(() => [...new Set([...(view?.entries.map((entry) => entry.section) ?? []), ...text.issue.sections])], [view]);
  const show = useCallback((next: Room) => go({ issue: id, room: next }), [id]);
  const inbox = useInbox({ issue: id, isShown: room === 'inbox', reports, refreshIssue: refresh });

  const exportAs = useExport(api, id);
  const findInIssue = () => {
    openFind('issue', '');
    show('edit');
  };
  useDeeds({
    openFiles: () => inbox.intake.files.current?.click(),
    save: () => notify('done', text.saved),
    relayout: () => void refresh().then((done) => done && notify('done', text.desk.relaid)),
    print: () => void exportAs('pdf'),
    exportWord: () => void exportAs('word'),
    outputs: () => show('output'),
    findInIssue,
    // Pages are looked through as a whole: what is found is text of the issue.
    ...(room === 'preview' ? { find: findInIssue } : {}),
    roomInbox: () => show('inbox'),
    roomIssue: () => show('issue'),
    roomEdit: () => show('edit'),
    roomPreview: () => show('preview'),
    roomOutput: () => show('output'),
  });

  const name = view === null ? '' : `${view.head.gazette} ${text.issueName(view.head.year, view.head.number, view.head.totalNumber)}`;
  useEffect(() => {
    document.title = name === '' ? text.product : `${name} — ${text.product}`;
  }, [name]);
  const readPages = useCallback((first: number, count: number) => api.readPages(id, first, count), [api, id]);
  const showPage = useCallback(
    (wanted: number) => {
      setPage(wanted);
      show('preview');
    },
    [show],
  );
  const edit = useCallback<OpenIssue['edit']>(
    ({ documentId, block }) => go({ issue: id, room: 'edit', document: documentId, ...(block === undefined ? {} : { block }) }),
    [id],
  );
  const issue = useMemo<OpenIssue | null>(
    () =>
      view === null
        ? null
        : {
            ...{
              id,
              view,
              layout,
              version,
              begun,
              isLayingOut,
              refresh,
              relayout,
              readPages,
              sections,
              page,
              setPage,
              showPage,
              edit,
              place,
              setPlace,
            },
          },
    [id, view, layout, version, begun, isLayingOut, refresh, relayout, readPages, sections, page, showPage, edit, place],
  );
  const told = [...(layout?.messages ?? []), ...(view?.entries.flatMap((entry) => entry.messages) ?? [])];
  const messageCount = told.filter(({ severity }) => severity !== 'note').length;

  const roomOf = (open: OpenIssue): ReactNode => {
    switch (room) {
      case 'inbox':
        return <Inbox inbox={inbox} />;
      case 'issue':
        return <IssueRoom />;
      case 'edit': {
        const documentId = route.document ?? shownBefore(open) ?? open.view.entries[0]?.documentId ?? null;
        const block = route.block ?? null;
        return (
          <Editor
            documentId={documentId}
            block={block}
            pages={documentId !== null && <Preview beside={{ documentId, block: block ?? -1 }} />}
            history={(shown) => <History documentId={shown} />}
          />
        );
      }
      case 'preview':
        return <Preview />;
      case 'output':
        return <OutputRoom />;
    }
  };

  return (
    <div className="workspace">
      <IntakePickers intake={inbox.intake} onPicked={() => show('inbox')} />
      <IssueBar view={view} room={room} onRoom={show} />
      <main className="room" aria-label={text.rooms[room]}>
        {issue !== null && (
          <OpenIssueContext value={issue}>
            <ProblemKeys />
            <Suspense fallback={null}>{roomOf(issue)}</Suspense>
          </OpenIssueContext>
        )}
      </main>
      <footer className="status">
        <span>{view !== null && text.desk.summary(view.entries.length, layout?.pages ?? null)}</span>
        <button type="button" className="link" onClick={() => show('issue')}>
          {text.desk.messages(messageCount)}
        </button>
        <span className="spacer" />
        <span aria-live="polite">{hasUnsaved ? text.unsavedShort : isLayingOut ? text.desk.layingOut : text.savedShort}</span>
      </footer>
    </div>
  );
}

/** The page that is read, through a reload too. */
function usePage(id: IssueId): readonly [number, (page: number) => void] {
  const key = `gazette-page-${id}`;
  const [page, setShown] = useState(() => Number(sessionStorage.getItem(key)) || 1);
  const setPage = useCallback(
    (next: number) => {
      sessionStorage.setItem(key, String(next));
      setShown(next);
    },
    [key],
  );
  return [page, setPage];
}

/** The document that was edited last, when the room is opened again. */
function shownBefore({ place, view }: OpenIssue): DocumentId | undefined {
  return view.entries.find((entry) => entry.documentId === place?.documentId)?.documentId;
}

/** Writes the issue in one format, reads it back and hands it out as a download. */
function useExport(api: Api, id: IssueId): (format: 'pdf' | 'word') => Promise<void> {
  const { run, notify } = useSession();
  return useCallback(
    async (format) => {
      const made = await run(text.outputs.working[format], async (progress) => {
        const file = await api.exportIssue(id, format, progress);
        progress(0, 0, text.outputs.checking);
        return { file, checks: await api.checkOutput(id, { name: file.name, bytes: file.bytes }) };
      });
      if (made === undefined) return;
      const { file, checks } = made;
      download(file);
      notify('done', text.desk.exported(file.name));
      for (const { what, found, ok } of checks) if (!ok) notify('error', `${what}：${found}`);
      for (const { severity, text: words } of file.messages ?? []) if (severity !== 'note') notify('error', words);
    },
    [api, id, run, notify],
  );
}
