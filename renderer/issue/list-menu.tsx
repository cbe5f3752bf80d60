/** The menu of the list: what can be done with the chosen entries, or with the section whose head was asked. */
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Arranged } from '../../shared/api/arrangement.ts';
import type { StartRule } from '../../shared/issue/issue.ts';
import { Icon } from '../ui/icon.tsx';
import type { IssueOutline } from './arrangement-store.ts';
import type { Ids, IssueActions } from './use-actions.ts';
import { words } from './words.ts';

export type MenuTarget =
  | { readonly kind: 'entries'; readonly entry: Arranged; readonly ids: Ids }
  | { readonly kind: 'section'; readonly section: number };

export interface ListMenuProps {
  readonly target: MenuTarget | null;
  readonly outline: IssueOutline;
  /** Names of sections to move to, also such as the issue has not yet. */
  readonly sections: readonly string[];
  readonly actions: IssueActions;
  readonly onEdit: (entry: Arranged) => void;
  readonly onShow: ((entry: Arranged) => void) | null;
  readonly onContentsTitle: (entry: Arranged) => void;
  readonly onRename: (section: number) => void;
  /** For a new section behind this one; with entries, to move them there. */
  readonly onNewSection: (after: number, ids: Ids | null) => void;
  readonly onClosed: () => void;
}

export function ListMenu(props: ListMenuProps) {
  const { target, onClosed } = props;
  return (
    <ContextMenu.Portal>
      <ContextMenu.Content
        className="menu"
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        {target?.kind === 'entries' && <EntryItems {...props} target={target} />}
        {target?.kind === 'section' && <SectionItems {...props} section={target.section} />}
      </ContextMenu.Content>
    </ContextMenu.Portal>
  );
}

function EntryItems({
  target: { entry, ids },
  outline,
  sections,
  actions,
  ...on
}: ListMenuProps & { readonly target: Extract<MenuTarget, { kind: 'entries' }> }) {
  const { menu, section } = words;
  const isOne = ids.size === 1;
  return (
    <>
      {isOne && <Item words={menu.edit} keys="Enter" onSelect={() => on.onEdit(entry)} />}
      {isOne && on.onShow !== null && <Item words={menu.show} onSelect={() => on.onShow?.(entry)} />}
      {isOne && <Item words={menu.contentsTitle} onSelect={() => on.onContentsTitle(entry)} />}
      {isOne && <ContextMenu.Separator className="menu-line" />}
      <Sub words={menu.section}>
        {sections.map((name) => (
          <Item key={name} words={name} isChecked={isOne && name === entry.section} onSelect={() => actions.moveToSection(ids, name)} />
        ))}
        <ContextMenu.Separator className="menu-line" />
        <Item words={section.add} onSelect={() => on.onNewSection(outline.length - 1, ids)} />
      </Sub>
      <Sub words={menu.start}>
        {(Object.keys(words.startRules) as StartRule[]).map((rule) => (
          <Item
            key={rule}
            words={words.startRules[rule]}
            isChecked={isOne && entry.start === rule}
            onSelect={() => actions.start(ids, rule)}
          />
        ))}
      </Sub>
      <Item words={menu.up} keys="Alt+↑" onSelect={() => actions.moveBy(ids, -1)} />
      <Item words={menu.down} keys="Alt+↓" onSelect={() => actions.moveBy(ids, 1)} />
      <ContextMenu.Separator className="menu-line" />
      <Item words={menu.remove} keys="Delete" onSelect={() => actions.remove(ids)} />
    </>
  );
}

function SectionItems({ section: at, outline, actions, onRename, onNewSection }: ListMenuProps & { readonly section: number }) {
  const { section: says } = words;
  const section = outline[at];
  if (section === undefined) return null;
  const others = [...new Set(outline.map(({ name }) => name))].filter((name) => name !== section.name);
  return (
    <>
      <Item words={says.rename} keys="F2" onSelect={() => onRename(at)} />
      <Item words={says.up} keys="Alt+Shift+↑" isOff={at === 0} onSelect={() => actions.moveSectionBy(at, -1)} />
      <Item words={says.down} keys="Alt+Shift+↓" isOff={at === outline.length - 1} onSelect={() => actions.moveSectionBy(at, 1)} />
      {others.length > 0 && (
        <Sub words={says.merge}>
          {others.map((name) => (
            <Item key={name} words={name} onSelect={() => actions.renameSection(at, name)} />
          ))}
        </Sub>
      )}
      <ContextMenu.Separator className="menu-line" />
      <Item words={says.addBehind} onSelect={() => onNewSection(at, null)} />
      <Item words={says.remove} isOff={section.entries.length > 0} onSelect={() => actions.removeSection(at)} />
    </>
  );
}

interface ItemProps {
  readonly words: string;
  readonly keys?: string;
  readonly isChecked?: boolean;
  readonly isOff?: boolean;
  readonly onSelect: () => void;
}

function Item({ words: said, keys, isChecked, isOff = false, onSelect }: ItemProps) {
  const inside = (
    <>
      <span>{said}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
      {isChecked === true && <Icon name="check" />}
    </>
  );
  return isChecked === undefined ? (
    <ContextMenu.Item className="menu-item" disabled={isOff} onSelect={onSelect}>
      {inside}
    </ContextMenu.Item>
  ) : (
    <ContextMenu.CheckboxItem className="menu-item" checked={isChecked} onSelect={onSelect}>
      {inside}
    </ContextMenu.CheckboxItem>
  );
}

function Sub({ words: said, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        {said}
        <Icon name="forward" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" collisionPadding={8}>
          {children}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}
