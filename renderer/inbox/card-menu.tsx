/** What can be done with a card, at the right mouse button or Shift+F10. */
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

export interface CardMenuProps {
  readonly children: ReactNode;
  readonly sections: readonly string[];
  readonly isSelected: boolean;
  readonly onCheck: () => void;
  readonly onEdit: () => void;
  readonly onToggle: () => void;
  readonly onSelectAll: () => void;
  readonly onPlace: (section: string | null) => void;
  readonly onCopyTitle: () => void;
}

export function CardMenu({ children, sections, isSelected, ...deeds }: CardMenuProps) {
  const { menu } = words;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" collisionPadding={8}>
          <Item onSelect={deeds.onCheck} label={menu.check} hint="Enter" />
          <Item onSelect={deeds.onEdit} label={menu.edit} />
          <ContextMenu.Separator className="menu-line" />
          <ContextMenu.Sub>
            <ContextMenu.SubTrigger className="menu-item">
              {menu.place}
              <Icon name="forward" />
            </ContextMenu.SubTrigger>
            <ContextMenu.Portal>
              <ContextMenu.SubContent className="menu" collisionPadding={8}>
                <Item onSelect={() => deeds.onPlace(null)} label={words.intake.automatic} />
                {sections.map((section) => (
                  <Item key={section} onSelect={() => deeds.onPlace(section)} label={section} />
                ))}
              </ContextMenu.SubContent>
            </ContextMenu.Portal>
          </ContextMenu.Sub>
          <ContextMenu.Separator className="menu-line" />
          <Item onSelect={deeds.onToggle} label={isSelected ? menu.unselect : menu.select} hint={menu.space} />
          <Item onSelect={deeds.onSelectAll} label={menu.selectAll} hint="Ctrl+A" />
          <Item onSelect={deeds.onCopyTitle} label={menu.copyTitle} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function Item({ label, hint, onSelect }: { readonly label: string; readonly hint?: string; readonly onSelect: () => void }) {
  return (
    <ContextMenu.Item className="menu-item" onSelect={onSelect}>
      {label}
      {hint !== undefined && <kbd>{hint}</kbd>}
    </ContextMenu.Item>
  );
}
