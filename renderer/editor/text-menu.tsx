/** The menu of the right mouse button in the text; its groups are a list, each a component that finds the editor by itself. */
import { ContextMenu } from 'radix-ui';
import type { ComponentType, ReactNode } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { useSession } from '../session.ts';
import { Icon } from '../ui/icon.tsx';
import { type Alignment, alignmentAt, setAlignment } from './align.ts';
import { type BlockKind, blockAt, kindOf, paragraphAfter, removeBlock, setKind, toggleRunIn } from './block-commands.ts';
import { BoxGroup } from './box-menu.tsx';
import { FigureGroup } from './figure-menu.tsx';
import { alignKeys, kindKeys } from './keys.ts';
import { type ChosenMark, toggleMark } from './marks.ts';
import { canMoveBlocks, moveBlocks } from './move-blocks.ts';
import { useIsReadOnly } from './read-only.ts';
import { TableGroup } from './table-tool.tsx';
import { kindGroups } from './tools.tsx';
import { words } from './words.ts';

function Item({
  children,
  onSelect,
  keys,
  disabled = false,
}: {
  children: ReactNode;
  onSelect: () => void;
  keys?: string;
  disabled?: boolean;
}) {
  return (
    <ContextMenu.Item className="menu-item" onSelect={onSelect} disabled={disabled}>
      {children}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </ContextMenu.Item>
  );
}

function ClipboardGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const { notify } = useSession();
  const browserDoes = (command: 'cut' | 'copy') => () => {
    ReactEditor.focus(editor);
    document.execCommand(command);
  };
  const paste = async () => {
    ReactEditor.focus(editor);
    const items = await navigator.clipboard.read().catch(() => null);
    if (items === null) return notify('error', words.menu.pasteByKey);
    const data = new DataTransfer();
    for (const item of items)
      for (const type of item.types) if (type.startsWith('text/')) data.setData(type, await (await item.getType(type)).text());
    ReactEditor.insertData(editor, data);
  };
  return (
    <>
      <Item onSelect={browserDoes('cut')} keys="Ctrl+X" disabled={isReadOnly}>
        {words.menu.cut}
      </Item>
      <Item onSelect={browserDoes('copy')} keys="Ctrl+C">
        {words.menu.copy}
      </Item>
      <Item onSelect={() => void paste()} keys="Ctrl+V" disabled={isReadOnly}>
        {words.menu.paste}
      </Item>
    </>
  );
}

function KindGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const block = blockAt(editor)?.[0];
  const kind = block === undefined ? null : kindOf(block);
  if (isReadOnly || kind === null) return null;
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        {words.menu.kind}
        <Icon name="forward" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" collisionPadding={8}>
          <ContextMenu.RadioGroup value={kind} onValueChange={(next) => setKind(editor, next as BlockKind)}>
            {kindGroups.flat().map((one) => (
              <ContextMenu.RadioItem key={one} value={one} className="menu-item menu-choice">
                {words.kinds[one]}
                <kbd>{kindKeys[one]}</kbd>
              </ContextMenu.RadioItem>
            ))}
          </ContextMenu.RadioGroup>
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

const markKeys: Readonly<Record<ChosenMark, string>> = { bold: 'Ctrl+B', superscript: 'Ctrl+Shift+=', subscript: 'Ctrl+=' };

function MarkGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const block = blockAt(editor)?.[0];
  if (isReadOnly || block?.type === 'headTitle') return null;
  return (
    <>
      {(Object.keys(markKeys) as ChosenMark[]).map((mark) => (
        <Item key={mark} onSelect={() => toggleMark(editor, mark)} keys={markKeys[mark]}>
          {words.marks[mark]}
        </Item>
      ))}
      {block?.type === 'heading' && (
        <Item onSelect={() => toggleRunIn(editor)} keys="Ctrl+Shift+E">
          {words.menu.runIn}
        </Item>
      )}
    </>
  );
}

function AlignGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const type = blockAt(editor)?.[0].type;
  if (isReadOnly || (type !== 'paragraph' && type !== 'box')) return null;
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        {words.menu.align}
        <Icon name="forward" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" collisionPadding={8}>
          <ContextMenu.RadioGroup value={alignmentAt(editor) ?? ''} onValueChange={(wanted) => setAlignment(editor, wanted as Alignment)}>
            {(Object.keys(alignKeys) as Alignment[]).map((one) => (
              <ContextMenu.RadioItem key={one} value={one} className="menu-item menu-choice">
                {words.alignments[one]}
                <kbd>{alignKeys[one]}</kbd>
              </ContextMenu.RadioItem>
            ))}
          </ContextMenu.RadioGroup>
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

function BlockGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const type = blockAt(editor)?.[0].type;
  if (isReadOnly || type === 'headTitle') return null;
  const what = type === 'table' || type === 'figure' || type === 'box' ? type : 'text';
  return (
    <>
      <Item onSelect={() => paragraphAfter(editor)} keys="Ctrl+Enter">
        {words.menu.after}
      </Item>
      <Item
        onSelect={() => moveBlocks(editor, -1)}
        disabled={!canMoveBlocks(editor, -1)}
        {...(what === 'table' ? {} : { keys: 'Alt+Shift+↑' })}
      >
        {words.menu.up}
      </Item>
      <Item
        onSelect={() => moveBlocks(editor, 1)}
        disabled={!canMoveBlocks(editor, 1)}
        {...(what === 'table' ? {} : { keys: 'Alt+Shift+↓' })}
      >
        {words.menu.down}
      </Item>
      <Item onSelect={() => removeBlock(editor)}>{words.menu.remove[what]}</Item>
    </>
  );
}

export interface MenuGroup {
  readonly id: string;
  readonly View: ComponentType;
}

export const menuGroups: readonly MenuGroup[] = [
  { id: 'clipboard', View: ClipboardGroup },
  { id: 'kind', View: KindGroup },
  { id: 'marks', View: MarkGroup },
  { id: 'align', View: AlignGroup },
  { id: 'table', View: TableGroup },
  { id: 'figure', View: FigureGroup },
  { id: 'box', View: BoxGroup },
  { id: 'block', View: BlockGroup },
];

export function TextMenu({ children }: { readonly children: ReactNode }) {
  const editor = useSlateStatic();
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className="menu"
          aria-label={words.menu.label}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            ReactEditor.focus(editor);
          }}
        >
          {menuGroups.map(({ id, View }, at) => (
            <div key={id} className="menu-group">
              {at > 0 && <ContextMenu.Separator className="menu-line" />}
              <View />
            </div>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
