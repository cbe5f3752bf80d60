/** The head bar of an open issue: its name, its rooms, the usual outputs. */
import type { IssueView } from '../shared/api.ts';
import { useCommandTable } from './commands.tsx';
import { MainMenu } from './main-menu.tsx';
import { go, type Room, toStart } from './route.ts';
import { text } from './text.ts';
import { Button } from './ui/button.tsx';
import { Icon, type IconName } from './ui/icon.tsx';

const icons: Readonly<Record<Room, IconName>> = { inbox: 'tray', issue: 'list', edit: 'edit', preview: 'page', output: 'save' };

export interface IssueBarProps {
  readonly view: IssueView | null;
  readonly room: Room;
  readonly onRoom: (room: Room) => void;
}

export function IssueBar({ view, room, onRoom }: IssueBarProps) {
  const { run } = useCommandTable();
  const number = view === null ? '' : text.issueName(view.head.year, view.head.number, view.head.totalNumber);
  return (
    <header className="bar">
      <Button kind="quiet" label={text.desk.back} onClick={() => go(toStart)}>
        <Icon name="back" />
      </Button>
      <h1 title={`${view?.head.gazette ?? ''} ${number}`}>
        <span>{view?.head.gazette}</span>
        <small>{number}</small>
      </h1>
      <nav className="tabs" aria-label={text.desk.rooms}>
        {(Object.keys(icons) as Room[]).map((one) => (
          <button key={one} type="button" aria-current={room === one ? 'page' : undefined} onClick={() => onRoom(one)}>
            <Icon name={icons[one]} />
            {text.rooms[one]}
          </button>
        ))}
      </nav>
      <div className="bar-actions">
        <Button kind="quiet" label={text.desk.quickOpen} tip={text.desk.quickOpenTip} onClick={() => run('quickOpen')}>
          <Icon name="search" />
        </Button>
        <Button onClick={() => run('exportWord')}>{text.desk.exportWord}</Button>
        <Button kind="primary" tip={text.desk.exportPdfTip} onClick={() => run('print')}>
          {text.desk.exportPdf}
        </Button>
        <MainMenu />
      </div>
    </header>
  );
}
