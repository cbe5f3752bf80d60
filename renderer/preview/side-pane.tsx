/** The pane at the left: thumbnails, contents, and the changes while the pages are compared. */
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Pane } from './habits.ts';
import { words } from './words.ts';

export interface SidePaneProps {
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  readonly thumbnails: ReactNode;
  readonly outline: ReactNode;
  /** Null while nothing is compared. */
  readonly changes: ReactNode | null;
  readonly changeCount: number;
}

export function SidePane({ pane, onPane, thumbnails, outline, changes, changeCount }: SidePaneProps) {
  const shown = pane === 'changes' && changes === null ? 'thumbnails' : pane;
  return (
    <Tabs.Root className="side-pane" value={shown} onValueChange={(value) => onPane(value as Pane)}>
      <Tabs.List className="side-tabs" aria-label={words.pane}>
        <Tabs.Trigger value="thumbnails">{words.thumbnails}</Tabs.Trigger>
        <Tabs.Trigger value="outline">{words.outline}</Tabs.Trigger>
        {changes !== null && (
          <Tabs.Trigger value="changes">
            {words.changes} <span className="count">{changeCount}</span>
          </Tabs.Trigger>
        )}
      </Tabs.List>
      <Tabs.Content value="thumbnails" tabIndex={-1}>
        {thumbnails}
      </Tabs.Content>
      <Tabs.Content value="outline" tabIndex={-1}>
        {outline}
      </Tabs.Content>
      {changes !== null && (
        <Tabs.Content value="changes" tabIndex={-1}>
          {changes}
        </Tabs.Content>
      )}
    </Tabs.Root>
  );
}
