/** Right of the text: the pages of the issue, or the history of the document. */
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

export type Side = 'pages' | 'history';
const sides: readonly Side[] = ['pages', 'history'];

export interface SidePaneProps {
  readonly side: Side;
  readonly onSide: (side: Side | null) => void;
  readonly pages: ReactNode;
  readonly history: ReactNode;
}

export function SidePane({ side, onSide, pages, history }: SidePaneProps) {
  return (
    <Tabs.Root className="beside-pane" value={side} onValueChange={(next) => onSide(next as Side)}>
      <div className="beside-bar">
        <Tabs.List aria-label={words.panes.side} className="beside-tabs">
          {sides.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {words.panes[one]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Button kind="quiet" label={words.panes.close} onClick={() => onSide(null)}>
          <Icon name="close" />
        </Button>
      </div>
      <Tabs.Content value="pages" className="beside-content" tabIndex={-1}>
        {pages}
      </Tabs.Content>
      <Tabs.Content value="history" className="beside-content" tabIndex={-1}>
        {history}
      </Tabs.Content>
    </Tabs.Root>
  );
}
