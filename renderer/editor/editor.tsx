/** 编辑: one document of the issue, with its outline on the left and its pages or its history on the right. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import type { DocumentId } from '../../shared/api.ts';
import { keyOf } from '../../shared/commands.ts';
import { useDeeds } from '../commands.tsx';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { useUnsaved } from '../unsaved.ts';
import { Banners } from './banners.tsx';
import { Crash } from './crash.tsx';
import { goToBlock } from './cursor.ts';
import { DocumentTextView } from './document-view.tsx';
import { openFind } from './find-state.ts';
import { Outline } from './outline.tsx';
import { isReadOnly } from './session-state.ts';
import { type Side, SidePane } from './side-pane.tsx';
import type { GazetteEditor } from './slate-value.ts';
import { useDocumentSession, useSessionState } from './use-document.ts';
import { words } from './words.ts';

export interface EditorRoomProps {
  /** Null when the issue has no document yet. */
  readonly documentId: DocumentId | null;
  /** Where to put the cursor; null for wherever it was. */
  readonly block: number | null;
  /** The pages of the issue, for the pane beside the text. */
  readonly pages: ReactNode;
  readonly history: (documentId: DocumentId) => ReactNode;
}

export function EditorRoom({ documentId, ...rest }: EditorRoomProps) {
  if (documentId === null) return <EmptyState icon="edit" title={words.empty} hint={words.emptyHint} />;
  return <DocumentRoom documentId={documentId} {...rest} />;
}

const sideKey = 'gazette-editor-side';
const layoutKey = 'gazette-editor-panes';

function readSide(): Side | null {
  const stored = localStorage.getItem(sideKey);
  return stored === 'history' ? 'history' : stored === 'none' ? null : 'pages';
}

function readLayout(): Record<string, number> | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(layoutKey) ?? 'null');
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, number>) : undefined;
  } catch {
    return undefined;
  }
}

function DocumentRoom({ documentId, block, pages, history }: EditorRoomProps & { readonly documentId: DocumentId }) {
  const { notify, run } = useSession();
  const { view, edit, refresh, place, setPlace } = useOpenIssue();
  const session = useDocumentSession(documentId);
  const state = useSessionState(session);
  const { opened, facts, keep } = state;
  useUnsaved(keep.kind !== 'saved');
  const [side, setSideState] = useState(readSide);
  const [at, setAt] = useState<number | null>(null);
  const setSide = useCallback((next: Side | null) => {
    localStorage.setItem(sideKey, next ?? 'none');
    setSideState(next);
  }, []);
  const onBlock = useCallback(
    (here: number) => {
      setAt(here + 1);
      setPlace({ documentId, block: here });
    },
    [documentId, setPlace],
  );
  useEffect(() => setAt(null), [documentId]);
  // The pages beside the text are those of the document at once, not only when the cursor moves.
  const shows = useRef<DocumentId | null>(null);
  useEffect(() => {
    if (shows.current === documentId) return;
    shows.current = documentId;
    if (place?.documentId !== documentId || block !== null) setPlace({ documentId, block: block ?? -1 });
  }, [documentId, block, place, setPlace]);
  const { entries } = view;
  const step = useCallback(
    (by: 1 | -1) => {
      const next = entries[entries.findIndex((entry) => entry.documentId === documentId) + by];
      if (next !== undefined) edit({ documentId: next.documentId });
    },
    [entries, documentId, edit],
  );
  useStepKeys(step);
  const jump = useCallback((to: number) => opened !== null && goToBlock(opened.editor, to), [opened]);
  /** The pane that had the focus is gone: back to the text. */
  const toSide = (next: Side | null) => {
    setSide(next);
    if (next === null && opened !== null) requestAnimationFrame(() => ReactEditor.toDOMNode(opened.editor, opened.editor).focus());
  };
  const commit = async () => {
    const number = await run(words.keep.saving, async () => session?.commit());
    if (number === undefined) return;
    notify('done', number === null ? words.keep.nothingNew : words.keep.committed(number));
  };
  const cannotWrite = isReadOnly(state);
  const isOpen = opened !== null;
  useDeeds({
    ...(isOpen ? { save: () => void commit() } : {}),
    ...(opened !== null && !cannotWrite ? { undo: () => opened.editor.undo(), redo: () => opened.editor.redo() } : {}),
    ...(opened !== null
      ? {
          find: () => openFind('document', markedText(opened.editor)),
          replace: () => openFind('document', markedText(opened.editor), 'replacement'),
          findInIssue: () => openFind('issue', markedText(opened.editor)),
        }
      : {}),
  });

  return (
    <Group
      className="editor"
      orientation="horizontal"
      defaultLayout={readLayout()}
      onLayoutChanged={(layout) => localStorage.setItem(layoutKey, JSON.stringify(layout))}
    >
      <Panel id="outline" defaultSize="18%" minSize="130px" maxSize="36%" collapsible>
        <Outline
          entries={entries}
          documentId={documentId}
          outline={facts.outline}
          at={at}
          onDocument={(id) => edit({ documentId: id })}
          onStep={step}
          onBlock={jump}
        />
      </Panel>
      <Separator className="pane-line" aria-label={words.panes.resizeOutline} />
      <Panel id="text" minSize="320px">
        <section className="text-pane" aria-label={words.title}>
          {session !== null && <Banners session={session} state={state} onState={() => void refresh()} />}
          {state.failure !== null && (
            <EmptyState icon="alert" title={words.notOpened} hint={state.failure}>
              <Button onClick={() => void session?.open()}>{words.again}</Button>
            </EmptyState>
          )}
          {session !== null && opened !== null && (
            <ErrorBoundary
              resetKeys={[opened.key]}
              fallbackRender={() => <Crash onReopen={() => void session?.openAgain()} onHistory={() => setSide('history')} />}
            >
              <DocumentTextView
                key={opened.key}
                session={session}
                opened={opened}
                isReadOnly={cannotWrite}
                block={block}
                onBlock={onBlock}
              />
            </ErrorBoundary>
          )}
          <div className="text-corner">
            <span className={`keep keep-${keep.kind}`} role="status">
              {isOpen && (cannotWrite && keep.kind === 'saved' ? words.keep.readOnly : words.keep[keep.kind])}
            </span>
            <Button kind="quiet" tip={words.bars.commitTip} disabled={!isOpen || cannotWrite} onClick={() => void commit()}>
              {words.bars.commit}
            </Button>
            {side === null && (
              <Button kind="quiet" onClick={() => setSide('pages')}>
                <Icon name="page" />
                {words.panes.pages}
              </Button>
            )}
          </div>
        </section>
      </Panel>
      {side !== null && (
        <>
          <Separator className="pane-line" aria-label={words.panes.resizeSide} />
          <Panel id="side" defaultSize="38%" minSize="200px">
            <SidePane side={side} onSide={toSide} pages={pages} history={side === 'history' ? history(documentId) : null} />
          </Panel>
        </>
      )}
    </Group>
  );
}

function markedText(editor: GazetteEditor): string {
  return editor.selection === null ? '' : Editor.string(editor, editor.selection);
}

/** Ctrl+PageUp and Ctrl+PageDown; browsers keep these for their tabs, so that Alt does it as well. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const key = keyOf(event);
      const by = key === 'Mod+PageUp' || key === 'Alt+PageUp' ? -1 : key === 'Mod+PageDown' || key === 'Alt+PageDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
