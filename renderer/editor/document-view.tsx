/** The text of one document with its tools: what Slate draws, and what goes from it to the session. */
import { type KeyboardEvent, memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Editor, type NodeEntry, type Selection } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import { goToBlock, keepCursor, returnCursor } from './cursor.ts';
import type { DocumentSession } from './document-session.ts';
import { decorate, renderChunk, renderElement, renderLeaf } from './elements.tsx';
import { FindPanel } from './find-panel.tsx';
import { type Hits, hitDecorator } from './find-places.ts';
import { setFind, useFind } from './find-state.ts';
import { loadFontsLater } from './fonts.ts';
import { HeadFieldsStrip } from './head-fields.tsx';
import { handleKey } from './keys.ts';
import { ObjectDialogs } from './object-dialogs.tsx';
import { ReadOnlyContext } from './read-only.ts';
import type { OpenedDocument } from './session-state.ts';
import { StatusLine } from './status-line.tsx';
import { TextMenu } from './text-menu.tsx';
import { Tools } from './tools.tsx';
import { DrawnState, takeSelection } from './view-selection.ts';
import { words } from './words.ts';

export interface DocumentViewProps {
  readonly session: DocumentSession;
  readonly opened: OpenedDocument;
  readonly isReadOnly: boolean;
  /** Where to put the cursor; null for wherever it was. */
  readonly block: number | null;
  /** The cursor has come to another block; -1 is the title. */
  readonly onBlock: (block: number) => void;
}

const blockPause = 200;

/** The focus is not where somebody is about to type or to choose something else. */
function isFree(active: Element | null): boolean {
  return active === null || active === document.body || active.closest('.tabs') !== null;
}

export const DocumentTextView = memo(function DocumentTextView({ session, opened, isReadOnly, block, onBlock }: DocumentViewProps) {
  const { editor } = opened;
  const scroller = useRef<HTMLDivElement>(null);
  const told = useRef<{ block: number | null; timer: ReturnType<typeof setTimeout> | undefined }>({ block: null, timer: undefined });

  const selected = useCallback(
    (selection: Selection) => {
      const at = selection?.focus.path[0];
      if (at === undefined || at - 1 === told.current.block) return;
      told.current.block = at - 1;
      clearTimeout(told.current.timer);
      told.current.timer = setTimeout(() => onBlock(at - 1), blockPause);
    },
    [onBlock],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    if (block !== null) goToBlock(editor, block);
    else if (!returnCursor(session.id, editor, element)) editor.select(Editor.start(editor, [1]));
    // One goes on typing where one was; a key that comes before a click must not be lost.
    const focusing = setTimeout(() => isFree(document.activeElement) && ReactEditor.focus(editor));
    const waiting = told.current;
    return () => {
      clearTimeout(focusing);
      clearTimeout(waiting.timer);
      keepCursor(session.id, editor, element.scrollTop);
    };
  }, [editor, session, block]);

  useEffect(loadFontsLater, []);

  const finds = useFind().scope !== null;
  const [hits, setHits] = useState<Hits | null>(null);
  const decorateText = useMemo(() => {
    if (hits === null) return decorate;
    const mark = hitDecorator(editor, hits);
    return (entry: NodeEntry) => [...decorate(entry), ...mark(entry)];
  }, [editor, hits]);

  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    // Keys of a composition belong to the input method.
    if (event.nativeEvent.isComposing || ReactEditor.isComposing(editor)) return;
    if (event.key === 'Escape' && finds) {
      setFind({ scope: null, goal: null });
      event.preventDefault();
      return;
    }
    if (isReadOnly) return;
    takeSelection(editor);
    if (handleKey(editor, event.nativeEvent)) event.preventDefault();
  };

  return (
    <ReadOnlyContext value={isReadOnly}>
      <Slate editor={editor} initialValue={editor.children} onValueChange={session.changed} onSelectionChange={selected}>
        <div className="text-tools">
          <Tools />
        </div>
        {finds && <FindPanel documentId={session.id} onHits={setHits} />}
        <ObjectDialogs />
        <div className="text-scroll" ref={scroller}>
          <div className="text-paper">
            <HeadFieldsStrip />
            <TextMenu>
              <Editable
                className="text"
                role="textbox"
                aria-multiline
                aria-label={words.text}
                aria-readonly={isReadOnly}
                lang="zh-CN"
                spellCheck={false}
                autoCorrect="off"
                autoCapitalize="off"
                readOnly={isReadOnly}
                tabIndex={0}
                decorate={decorateText}
                renderElement={renderElement}
                renderLeaf={renderLeaf}
                renderChunk={renderChunk}
                onKeyDown={pressed}
                onBlur={() => void opened.keeper.flush()}
              />
            </TextMenu>
          </div>
        </div>
        <DrawnState />
        <StatusLine session={session} />
      </Slate>
    </ReadOnlyContext>
  );
});
