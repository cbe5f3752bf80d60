/** The frame of a screen outside an issue: the way back, its name, the menu. */
import { type ReactNode, useEffect } from 'react';
import { MainMenu } from './main-menu.tsx';
import { go, type Route, toStart } from './route.ts';
import { text } from './text.ts';
import { Button } from './ui/button.tsx';
import { Icon } from './ui/icon.tsx';

export function ScreenFrame({
  title,
  children,
  actions,
  back = toStart,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Where one came from. */
  readonly back?: Route;
}) {
  useEffect(() => {
    document.title = `${title} — ${text.product}`;
  }, [title]);
  return (
    <div className="screen">
      <header className="bar screen-bar">
        <Button kind="quiet" label={back.issue === null ? text.desk.back : text.desk.backToIssue} onClick={() => go(back)}>
          <Icon name="back" />
        </Button>
        <h1>
          <span>{title}</span>
        </h1>
        <div className="bar-actions">
          {actions}
          <MainMenu />
        </div>
      </header>
      <main className="screen-main" aria-label={title}>
        {children}
      </main>
    </div>
  );
}
