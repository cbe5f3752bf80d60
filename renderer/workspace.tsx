/** One issue open on the desk: its head bar, its rooms, and the commands that work in all of them. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Api, EntryAt, ExportFormat, ImportReport, IssueId, IssueView } from '../shared/api.ts';
import { useDeeds } from './commands.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { IssueRoom } from './issue/issue.tsx';
import { IssueBar } from './issue-bar.tsx';
import { type OpenIssue, OpenIssueContext, type TextPlace } from './open-issue.ts';
import { Preview } from './preview/preview.tsx';
import { go, type Room, type Route } from './route.ts';
import { useSession } from './session.ts';
import { text } from './text.ts';
import { download, type PickedFile, readFiles } from './ui/files.ts';
import { useIssue } from './use-issue.ts';

const Editor = lazy(() => import('./editor/editor.tsx').then(({ EditorRoom }) => ({ default: EditorRoom })));
const History = lazy(() => import('./history/history.tsx').then((module) => ({ default: module.History })));
const OutputRoom = lazy(() => import('./output/output.tsx').then((module) => ({ default: module.OutputRoom })));

export interface WorkspaceProps {
  readonly route: Extract<Route, { readonly issue: IssueId }>;
  readonly reports: readonly ImportReport[];
}

export function Workspace({ route, reports: before }: WorkspaceProps) {
  const { api, run, notify, houses } = useSession();
  const { issue: id, room } = route;
  const { view, layout, version, begun, isLayingOut, refresh, relayout } = useIssue(api, id, run);
  const [reports, setReports] = useState(before);
  const [section, setSection] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const [place, setPlace] = useState<TextPlace | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const sections = useMemo(() => [...new Set([...(view?.entries.map((entry) => entry.section) ?? []), ...text.issue.sections])], [view]);
  const intoSection = section ?? view?.entries.at(-1)?.section ?? text.issue.sections[0];
  const show = useCallback((next: Room) => go({ issue: id, room: next }), [id]);

  /** True when the desk did it; else the user has been told why not. */
  const change = async (work: () => Promise<unknown>) => {
    const done = await run(text.working, () => work().then(() => true));
    await refresh();
    return done === true;
  };
  const intake = async (files: readonly PickedFile[]) => {
    const found = await run(text.desk.importing, async (progress) =>
      api.importIntoIssue(id, intoSection, await readFiles(files), progress),
    );
    if (found === undefined) return;
    setReports((old) => [...found, ...old]);
    const refused = found.filter((report) => !report.ok).length;
    notify(refused === 0 ? 'done' : 'error', text.inbox.done(found.length - refused, refused));
    if (refused < found.length) await refresh();
  };
  const exportAs = useExport(api, id);
  const asksForFiles = useRef(false);
  const choose = () => {
    if (room === 'inbox') picker.current?.click();
    else {
      asksForFiles.current = true;
      show('inbox');
    }
  };
  useEffect(() => {
    // The input is there only now that 来稿 is shown; the key press still counts as the user's.
    if (room === 'inbox' && asksForFiles.current) picker.current?.click();
    asksForFiles.current = false;
  }, [room]);
  useDeeds({
    openFiles: choose,
    save: () => notify('done', text.saved),
    relayout: () => void refresh().then((done) => done && notify('done', text.desk.relaid)),
    print: () => void exportAs('pdf'),
    exportWord: () => void exportAs('word'),
    outputs: () => show('output'),
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
  const messageCount = (layout?.messages.length ?? 0) + (view?.entries.reduce((sum, entry) => sum + entry.messages.length, 0) ?? 0);

  const roomOf = (open: OpenIssue): ReactNode => {
    switch (room) {
      case 'inbox':
        return (
          <Inbox
            sections={sections}
            section={intoSection}
            onSection={setSection}
            reports={reports}
            onFiles={(files) => void intake(files)}
            onClear={() => setReports([])}
            onIssue={() => show('issue')}
            picker={picker}
          />
        );
      case 'issue':
        return (
          <IssueRoom
            view={open.view}
            layout={layout}
            sections={sections}
            houses={houses}
            onPage={showPage}
            onMove={(from, to) => change(() => api.moveEntry(id, entryAt(open.view, from), to))}
            onChange={(position, wanted) => change(() => api.updateEntry(id, entryAt(open.view, position), wanted))}
            onRemove={async (position) => {
              const title = open.view.entries[position]?.title ?? '';
              if (await change(() => api.removeEntry(id, entryAt(open.view, position)))) notify('done', text.issue.removed(title));
            }}
            onHead={(head) => void change(() => api.updateIssueHead(id, head))}
            onInbox={() => show('inbox')}
            announce={(words) => notify('done', words)}
            advice={{
              version,
              onAdvise: () => run(text.desk.advising, () => api.adviseIssue(id)),
              onTighten: async (saving) => {
                const done = await change(() => api.tightenBlocks(saving.documentId, saving.blocks));
                if (done) notify('done', text.issue.tightened(saving.title));
                return done;
              },
              onPage: showPage,
            }}
          />
        );
      case 'edit':
        return (
          <Editor
            documentId={route.document ?? open.view.entries[0]?.documentId ?? null}
            block={route.block ?? null}
            pages={<Preview compact />}
            history={(documentId) => <History documentId={documentId} />}
          />
        );
      case 'preview':
        return <Preview />;
      case 'output':
        return <OutputRoom />;
    }
  };

  return (
    <div className="workspace">
      <IssueBar view={view} room={room} onRoom={show} />
      <main className="room" aria-label={text.rooms[room]}>
        {issue !== null && (
          <OpenIssueContext value={issue}>
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
        <span aria-live="polite">{isLayingOut ? text.desk.layingOut : text.savedShort}</span>
      </footer>
    </div>
  );
}

/** Writes the issue in one format and hands it out as a download. */
function useExport(api: Api, id: IssueId): (format: ExportFormat) => Promise<void> {
  const { run, notify } = useSession();
  return useCallback(
    async (format) => {
      const label = format === 'layout' ? text.working : text.outputs.working(text.outputs.formats[format].name);
      const file = await run(label, (progress) => api.exportIssue(id, format, progress));
      if (file === undefined) return;
      download(file);
      notify('done', text.desk.exported(file.name));
      for (const { severity, text: words } of file.messages ?? []) if (severity !== 'note') notify('error', words);
    },
    [api, id, run, notify],
  );
}

/** The entry as it is shown: the desk refuses when another stands there by now. */
function entryAt(view: IssueView, position: number): EntryAt {
  const entry = view.entries[position];
  if (entry === undefined) throw new RangeError(`no entry ${position}`);
  return { position, documentId: entry.documentId };
}
