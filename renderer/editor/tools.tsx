/** The tools above the text: a list, each item a component that finds the editor by itself. */
import { DropdownMenu } from 'radix-ui';
import type { ComponentType } from 'react';
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { type BlockKind, blockAt, kindOf, setKind, toggleRunIn } from './block-commands.ts';
import { InsertTool } from './insert-tool.tsx';
import { kindKeys } from './keys.ts';
import { type ChosenMark, hasMark, toggleMark } from './marks.ts';
import { useIsReadOnly } from './read-only.ts';
import { RenumberTool } from './renumber.tsx';
import { TableTool } from './table-tool.tsx';
import { useTool } from './use-tool.ts';
import { words } from './words.ts';

export const kindGroups: readonly (readonly BlockKind[])[] = [
  ['paragraph', 'heading1', 'heading2', 'heading3', 'heading4', 'article'],
  ['title', 'subtitle', 'attachment', 'attachmentTitle'],
  ['sign', 'signDate', 'note'],
];

function KindTool() {
  const use = useTool();
  const isReadOnly = useIsReadOnly();
  const kind = useSlateSelector((editor) => {
    const block = blockAt(editor)?.[0];
    return block === undefined ? 'paragraph' : block.type === 'headTitle' ? 'head' : (kindOf(block) ?? 'other');
  });
  const name = kind === 'head' ? words.headKind : kind === 'other' ? words.otherKind : words.kinds[kind];
  const editor = useSlateStatic();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="button tool-kind"
        disabled={isReadOnly || kind === 'head' || kind === 'other'}
        aria-label={`${words.kind}：${name}`}
      >
        {name}
        <Icon name="unfold" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            ReactEditor.focus(editor);
          }}
        >
          <DropdownMenu.RadioGroup value={kind} onValueChange={(next) => use((there) => setKind(there, next as BlockKind))}>
            {kindGroups.map((group, at) => (
              <div key={group[0]}>
                {at > 0 && <DropdownMenu.Separator className="menu-line" />}
                {group.map((one) => (
                  <DropdownMenu.RadioItem key={one} value={one} className="menu-item menu-choice">
                    {words.kinds[one]}
                    <kbd>{kindKeys[one]}</kbd>
                  </DropdownMenu.RadioItem>
                ))}
              </div>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const markSigns: Readonly<Record<ChosenMark, string>> = { bold: 'B', superscript: 'x²', subscript: 'x₂' };

function markTool(mark: ChosenMark): ComponentType {
  return function MarkTool() {
    const use = useTool();
    const isReadOnly = useIsReadOnly();
    const isOn = useSlateSelector((editor) => hasMark(editor, mark));
    return (
      <Button
        kind="quiet"
        pressed={isOn}
        disabled={isReadOnly}
        label={words.bars[mark]}
        onClick={() => use((editor) => toggleMark(editor, mark))}
      >
        <span aria-hidden="true" className={`tool-${mark}`}>
          {markSigns[mark]}
        </span>
      </Button>
    );
  };
}

function RunInTool() {
  const use = useTool();
  const isReadOnly = useIsReadOnly();
  const state = useSlateSelector((editor) => {
    const block = blockAt(editor)?.[0];
    if (block?.type !== 'heading') return 'none';
    return block.children.some((child) => 'runIn' in child) ? 'on' : 'off';
  });
  return (
    <Button
      kind="quiet"
      pressed={state === 'on'}
      disabled={isReadOnly || state === 'none'}
      tip={words.bars.runInTip}
      onClick={() => use(toggleRunIn)}
    >
      {words.bars.runIn}
    </Button>
  );
}

function UndoTools() {
  const use = useTool();
  const isReadOnly = useIsReadOnly();
  const canUndo = useSlateSelector((editor) => editor.history.undos.length > 0);
  const canRedo = useSlateSelector((editor) => editor.history.redos.length > 0);
  return (
    <>
      <Button kind="quiet" label={words.bars.undo} disabled={isReadOnly || !canUndo} onClick={() => use((editor) => editor.undo())}>
        <Icon name="undo" />
      </Button>
      <Button kind="quiet" label={words.bars.redo} disabled={isReadOnly || !canRedo} onClick={() => use((editor) => editor.redo())}>
        <Icon name="redo" />
      </Button>
    </>
  );
}

function Divider() {
  return <span className="divider" />;
}

export interface ToolbarItem {
  readonly id: string;
  readonly View: ComponentType;
}

export const toolbarItems: readonly ToolbarItem[] = [
  { id: 'undo', View: UndoTools },
  { id: 'divider-kind', View: Divider },
  { id: 'kind', View: KindTool },
  { id: 'bold', View: markTool('bold') },
  { id: 'superscript', View: markTool('superscript') },
  { id: 'subscript', View: markTool('subscript') },
  { id: 'divider-numbers', View: Divider },
  { id: 'runIn', View: RunInTool },
  { id: 'renumber', View: RenumberTool },
  { id: 'divider-insert', View: Divider },
  { id: 'insert', View: InsertTool },
  { id: 'table', View: TableTool },
];

export function Tools() {
  return (
    <Toolbar label={words.bars.tools}>
      {toolbarItems.map(({ id, View }) => (
        <View key={id} />
      ))}
    </Toolbar>
  );
}
