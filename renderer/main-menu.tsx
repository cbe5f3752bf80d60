/** The menu of the program where there is no native one: every command that can be done now, with its key, and who sits here. */
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { keyLabel, type MenuName, menuNames } from '../shared/commands.ts';
import { useAvailableCommands, useCommandTable } from './commands.tsx';
import { nobody, useSession } from './session.ts';
import { text } from './text.ts';
import { Dialog, Field } from './ui/dialog.tsx';
import { Icon } from './ui/icon.tsx';

const isMac = navigator.platform.startsWith('Mac');

export function MainMenu() {
  const available = useAvailableCommands();
  const { run } = useCommandTable();
  const { hand, setPerson } = useSession();
  const [asksName, setAsksName] = useState(false);
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="button button-quiet" aria-label={text.menu.open} title={text.menu.open}>
          <Icon name="menu" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
            {(Object.keys(menuNames) as MenuName[]).map((menu) => {
              const items = available.filter((command) => command.menu === menu && command.id !== 'quickOpen');
              return items.length === 0 ? null : (
                <DropdownMenu.Sub key={menu}>
                  <DropdownMenu.SubTrigger className="menu-item">
                    {menuNames[menu]}
                    <Icon name="forward" />
                  </DropdownMenu.SubTrigger>
                  <DropdownMenu.Portal>
                    <DropdownMenu.SubContent className="menu" collisionPadding={8}>
                      {items.map(({ id, title, key, parts }, index) => (
                        <div key={id}>
                          {parts === true && index > 0 && <DropdownMenu.Separator className="menu-line" />}
                          <DropdownMenu.Item className="menu-item" onSelect={() => void run(id)}>
                            {title}
                            {key !== undefined && <kbd>{keyLabel(key, isMac)}</kbd>}
                          </DropdownMenu.Item>
                        </div>
                      ))}
                    </DropdownMenu.SubContent>
                  </DropdownMenu.Portal>
                </DropdownMenu.Sub>
              );
            })}
            <DropdownMenu.Separator className="menu-line" />
            <DropdownMenu.Item className="menu-item" onSelect={() => setAsksName(true)}>
              {text.menu.person(hand.person)}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asksName && (
        <Dialog
          title={text.menu.personTitle}
          confirm={text.confirm}
          onConfirm={(form) => setPerson(String(form.get('person') ?? ''))}
          onClose={() => setAsksName(false)}
        >
          <Field label={text.menu.personLabel}>
            <input name="person" defaultValue={hand.person === nobody ? '' : hand.person} maxLength={20} />
          </Field>
          <p className="hint">{text.menu.personHint}</p>
        </Dialog>
      )}
    </>
  );
}
