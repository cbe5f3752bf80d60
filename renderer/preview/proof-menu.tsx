/** The menu 校样: take one, what was read, compare with one, end comparing. */
import { DropdownMenu } from 'radix-ui';
import { Icon } from '../ui/icon.tsx';
import type { Proofs } from './use-proofs.ts';
import { words } from './words.ts';

export interface ProofMenuProps {
  readonly proofs: Proofs;
  readonly onRead: () => void;
  readonly onNextUnread: () => void;
  /** Null while nothing is marked. */
  readonly onClear: (() => void) | null;
}

export function ProofMenu({ proofs, onRead, onNextUnread, onClear }: ProofMenuProps) {
  return (
    <DropdownMenu.Root onOpenChange={(isOpen) => isOpen && proofs.refresh()}>
      <DropdownMenu.Trigger className="button button-quiet bar-menu" title={words.proofTip}>
        {words.proof}
        <Icon name="unfold" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Item className="menu-item" onSelect={proofs.take}>
            {words.take}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={onRead}>
            {words.reading.mark}
            <kbd>R</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={onNextUnread}>
            {words.reading.next}
            <kbd>N</kbd>
          </DropdownMenu.Item>
          {onClear !== null && (
            <DropdownMenu.Item className="menu-item" onSelect={onClear}>
              {words.reading.clear}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator className="menu-line" />
          {proofs.proofs.length === 0 ? (
            <DropdownMenu.Item className="menu-item" disabled>
              {words.noProofs}
            </DropdownMenu.Item>
          ) : (
            <DropdownMenu.RadioGroup
              className="proof-list"
              value={String(proofs.compared ?? '')}
              onValueChange={(value) => proofs.compare(Number(value))}
            >
              {proofs.proofs.map(({ number, person, createdAt, pages }) => (
                <DropdownMenu.RadioItem key={number} className="menu-item proof-item" value={String(number)}>
                  <span className="proof-check">
                    <DropdownMenu.ItemIndicator>
                      <Icon name="check" />
                    </DropdownMenu.ItemIndicator>
                  </span>
                  {words.compareWith(number)}
                  <small>{words.byWhom(person, moment(createdAt), pages)}</small>
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
          )}
          {proofs.compared !== null && (
            <>
              <DropdownMenu.Separator className="menu-line" />
              <DropdownMenu.Item className="menu-item" onSelect={proofs.stop}>
                {words.stop}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function moment(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : date.toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}
