/** One issue open on the desk: its head bar, its three rooms, its keys. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Api, EntryAt, ExportFormat, HouseSummary, ImportReport, IssueId, IssueView } from '../shared/api.ts';
import { Inbox } from './inbox/inbox.tsx';
import { IssueRoom } from './issue/issue.tsx';
import { Outputs } from './outputs.tsx';
import { Preview } from './preview/preview.tsx';
import { go, type Room } from './route.ts';
import { text } from './text.ts';
import { Button } from './ui/button.tsx';
import { download, type PickedFile, readFiles } from './ui/files.ts';
import { Icon, type IconName } from './ui/icon.tsx';
import type { Notify } from './ui/notices.tsx';
import type { RunTask } from './ui/tasks.ts';
import { useIssue } from './use-issue.ts';

export interface WorkspaceProps {
  readonly api: Api;
  readonly id: IssueId;
  readonly room: Room;
  readonly houses: readonly HouseSummary[];
  readonly run: RunTask;
  readonly notify: Notify;
  readonly reports: readonly ImportReport[];
}

const icons: Readonly<Record<Room, IconName>> = { inbox: 'tray', issue: 'list', preview: 'page' };

export function Workspace({ api, id, room, houses, run, notify, reports: before }: WorkspaceProps) {
  const { view, layout, version, isLayingOut, refresh } = useIssue(api, id, run);
  const [reports, setReports] = useState(before);
  const [section, setSection] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const [choosesOutput, setChoosesOutput] = useState(false);
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
  const relayout = useCallback(async () => {
    if (await refresh()) notify('done', text.desk.relaid);
  }, [refresh, notify]);
  const exportAs = useCallback(
    async (format: ExportFormat) => {
      const label = format === 'layout' ? text.working : text.outputs.working(text.outputs.formats[format].name);
      const file = await run(label, (progress) => api.exportIssue(id, format, progress));
      if (file === undefined) return;
      download(file);
      notify('done', text.desk.exported(file.name));
      for (const { severity, text: words } of file.messages ?? []) if (severity !== 'note') notify('error', words);
    },
    [api, id, run, notify],
  );
  const asksForFiles = useRef(false);
  const choose = useCallback(() => {
    if (room === 'inbox') picker.current?.click();
    else {
      asksForFiles.current = true;
      show('inbox');
    }
  }, [room, show]);
  useEffect(() => {
    // The input is there only now that 来稿 is shown; the key press still counts as the user's.
    if (room === 'inbox' && asksForFiles.current) picker.current?.click();
    asksForFiles.current = false;
  }, [room]);
  useKeys({
    onOpen: choose,
    onSave: () => notify('done', text.saved),
    onRelayout: () => void relayout(),
    onPrint: () => void exportAs('pdf'),
  });

  const name = view === null ? '' : `${view.head.gazette} ${text.issueName(view.head.year, view.head.number, view.head.totalNumber)}`;
  useEffect(() => {
    document.title = name === '' ? text.product : `${name} — ${text.product}`;
  }, [name]);
  const readPages = useCallback((first: number, count: number) => api.readPages(id, first, count), [api, id]);
  const showPage = (wanted: number) => {
    setPage(wanted);
    show('preview');
  };
  const messageCount = (layout?.messages.length ?? 0) + (view?.entries.reduce((sum, entry) => sum + entry.messages.length, 0) ?? 0);

  return (
    <div className="workspace">
      <header className="bar">
        <Button kind="quiet" label={text.desk.back} onClick={() => go({ issue: null })}>
          <Icon name="back" />
        </Button>
        <h1 title={name}>
          <span>{view?.head.gazette}</span>
          {view !== null && <small>{text.issueName(view.head.year, view.head.number, view.head.totalNumber)}</small>}
        </h1>
        <nav className="tabs" aria-label={text.desk.rooms}>
          {(Object.keys(icons) as Room[]).map((one) => (
            <button key={one} type="button" aria-current={room === one ? 'page' : undefined} onClick={() => show(one)}>
              <Icon name={icons[one]} />
              {text.rooms[one]}
            </button>
          ))}
        </nav>
        <div className="bar-actions">
          <Button kind="quiet" label={text.desk.relayout} tip={text.desk.relayoutTip} onClick={() => void relayout()}>
            <Icon name="refresh" />
          </Button>
          <Button onClick={() => setChoosesOutput(true)}>{text.outputs.open}</Button>
          <Button onClick={() => void exportAs('word')}>{text.desk.exportWord}</Button>
          <Button kind="primary" tip={text.desk.exportPdfTip} onClick={() => void exportAs('pdf')}>
            {text.desk.exportPdf}
          </Button>
        </div>
      </header>
      <main className="room" aria-label={text.rooms[room]}>
        {view !== null && room === 'inbox' && (
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
        )}
        {view !== null && room === 'issue' && (
          <IssueRoom
            view={view}
            layout={layout}
            sections={sections}
            houses={houses}
            onPage={showPage}
            onMove={(from, to) => change(() => api.moveEntry(id, entryAt(view, from), to))}
            onChange={(position, wanted) => change(() => api.updateEntry(id, entryAt(view, position), wanted))}
            onRemove={async (position) => {
              const title = view.entries[position]?.title ?? '';
              if (await change(() => api.removeEntry(id, entryAt(view, position)))) notify('done', text.issue.removed(title));
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
        )}
        {view !== null && room === 'preview' && <Preview layout={layout} version={version} read={readPages} page={page} onPage={setPage} />}
      </main>
      {choosesOutput && <Outputs onExport={(format) => void exportAs(format)} onClose={() => setChoosesOutput(false)} />}
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

interface Keys {
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onRelayout: () => void;
  readonly onPrint: () => void;
}

/** The keys that an office knows from its word processor; none acts while a dialog asks something. */
function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.metaKey ? `ctrl+${event.key.toLowerCase()}` : event.key;
      const acts: Readonly<Record<string, () => void>> = {
        'ctrl+o': current.current.onOpen,
        'ctrl+s': current.current.onSave,
        'ctrl+p': current.current.onPrint,
        F5: current.current.onRelayout,
      };
      const act = acts[key];
      if (act === undefined) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

/** The entry as it is shown: the desk refuses when another stands there by now. */
function entryAt(view: IssueView, position: number): EntryAt {
  const entry = view.entries[position];
  if (entry === undefined) throw new RangeError(`no entry ${position}`);
  return { position, documentId: entry.documentId };
}
