/** The bar above the pages: pane, pager, arrangement, line grid, zoom, proofs; beside the editor only what fits. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import type { Habits } from './habits.ts';
import { Pager, type PagerProps } from './pager.tsx';
import { words } from './words.ts';
import { ZoomMenu } from './zoom-menu.tsx';

export interface PageBarProps extends Omit<PagerProps, 'isShort'> {
  readonly habits: Habits;
  readonly change: (change: Partial<Habits>) => void;
  readonly percent: number;
  readonly isCompact: boolean;
  readonly isOriginalOpen: boolean;
  readonly onOriginal: (isOpen: boolean) => void;
  /** What stands at the end of the bar. */
  readonly children?: ReactNode;
}

export function PageBar({ habits, change, percent, isCompact, isOriginalOpen, onOriginal, children, ...pager }: PageBarProps) {
  return (
    <div className="preview-bar">
      {!isCompact && (
        <Button
          kind="quiet"
          label={habits.isPaneOpen ? words.hidePane : words.showPane}
          pressed={habits.isPaneOpen}
          onClick={() => change({ isPaneOpen: !habits.isPaneOpen })}
        >
          <Icon name="pane" />
        </Button>
      )}
      <Pager {...pager} isShort={isCompact} />
      <span className="spacer" />
      {!isCompact && (
        <Toolbar label={words.view}>
          {(['spread', 'column', 'single'] as const).map((arrangement) => (
            <Button key={arrangement} kind="quiet" pressed={habits.arrangement === arrangement} onClick={() => change({ arrangement })}>
              {words.arrangements[arrangement]}
            </Button>
          ))}
          <span className="divider" />
          <Button kind="quiet" tip={words.gridTip} pressed={habits.hasGrid} onClick={() => change({ hasGrid: !habits.hasGrid })}>
            {words.grid}
          </Button>
          <Button kind="quiet" tip={words.original.tip} pressed={isOriginalOpen} onClick={() => onOriginal(!isOriginalOpen)}>
            {words.original.button}
          </Button>
          <span className="divider" />
        </Toolbar>
      )}
      <ZoomMenu zoom={habits.zoom} percent={percent} onZoom={(zoom) => change({ zoom })} />
      {children}
    </div>
  );
}
