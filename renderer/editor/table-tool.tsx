/** 表格: what can be done with the table at the cursor, in the tools and in the menu of the right mouse button. */
import { ContextMenu, DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { useSlateSelector, useSlateStatic } from 'slate-react';
import { Icon } from '../ui/icon.tsx';
import { ask } from './asking.ts';
import { useIsReadOnly } from './read-only.ts';
import type { GazetteEditor } from './slate-value.ts';
import { type TableDeed, tableDeeds } from './table-deeds.ts';
import { type TableAt, tableAt } from './table-nodes.ts';
import { tableWords } from './table-words.ts';
import { useTool } from './use-tool.ts';

type Group = TableDeed['group'];
const groups: readonly Group[] = ['insert', 'delete', 'cells', 'rows', 'align', 'select'];

/** What a menu shows of a group: a deed that is the opposite of a possible one is left out. */
function shownOf(group: Group, at: TableAt): readonly TableDeed[] {
  return tableDeeds.filter((deed) => deed.group === group && ((deed.id !== 'head' && deed.id !== 'noHead') || deed.can(at)));
}

function perform(editor: GazetteEditor, deed: TableDeed): void {
  const at = tableAt(editor);
  if (at === null) return;
  if (deed.id === 'split' || deed.id === 'widths') ask(editor, deed.id);
  else deed.run(editor, at);
}

export function TableTool() {
  const isIn = useSlateSelector((editor) => tableAt(editor) !== null);
  const isReadOnly = useIsReadOnly();
  const use = useTool();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="button button-quiet" disabled={!isIn || isReadOnly}>
        {tableWords.table}
        <Icon name="unfold" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <TableItems
            line={(key) => <DropdownMenu.Separator key={key} className="menu-line" />}
            item={(deed, isOff) => (
              <DropdownMenu.Item
                key={deed.id}
                className="menu-item"
                disabled={isOff}
                onSelect={() => use((editor) => perform(editor, deed))}
              >
                {deed.title}
              </DropdownMenu.Item>
            )}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** In the menu of the right mouse button; the long list stands in a menu of its own. */
export function TableGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const at = tableAt(editor);
  if (isReadOnly || at === null) return null;
  const item = (deed: TableDeed, isOff: boolean) => (
    <ContextMenu.Item key={deed.id} className="menu-item" disabled={isOff} onSelect={() => perform(editor, deed)}>
      {deed.title}
    </ContextMenu.Item>
  );
  return (
    <>
      <SubMenu title={tableWords.insertLines} only={['insert']} item={item} />
      <SubMenu title={tableWords.remove} only={['delete']} item={item} />
      {shownOf('cells', at)
        .filter((deed) => deed.can(at))
        .map((deed) => item(deed, false))}
      <SubMenu title={tableWords.more} only={['rows', 'align', 'select']} item={item} />
    </>
  );
}

type Item = (deed: TableDeed, isOff: boolean) => ReactNode;

function SubMenu({ title, only, item }: { readonly title: string; readonly only: readonly Group[]; readonly item: Item }) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        {title}
        <Icon name="forward" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" collisionPadding={8}>
          <TableItems only={only} line={(key) => <ContextMenu.Separator key={key} className="menu-line" />} item={item} />
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

function TableItems({
  only = groups,
  line,
  item,
}: {
  readonly only?: readonly Group[];
  readonly line: (key: string) => ReactNode;
  readonly item: Item;
}) {
  const editor = useSlateStatic();
  const at = tableAt(editor);
  if (at === null) return null;
  return only.map((group, index) => [index > 0 && line(group), ...shownOf(group, at).map((deed) => item(deed, !deed.can(at)))]);
}
