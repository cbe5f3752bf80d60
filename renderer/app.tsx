/** Joins the rooms: the screens outside an issue, or one issue with its rooms; notices and progress lie over both. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Api, HouseSummary, ImportReport, IssueId } from '../shared/api.ts';
import { CommandHome, useDeeds } from './commands.tsx';
import { QuickOpen } from './quick-open.tsx';
import { go, type Route, toStart, useRoute } from './route.ts';
import { type Session, SessionContext, useHand } from './session.ts';
import { StartScreen } from './start-screen.tsx';
import { text } from './text.ts';
import { useLook } from './ui/look.ts';
import { Notices, useNotices } from './ui/notices.tsx';
import { ProgressBar } from './ui/progress-bar.tsx';
import { useTasks } from './ui/tasks.ts';
import { Workspace } from './workspace.tsx';

const Archive = lazy(() => import('./archive/archive.tsx').then((module) => ({ default: module.ArchiveScreen })));
const Settings = lazy(() => import('./settings/settings.tsx').then((module) => ({ default: module.SettingsScreen })));
const Help = lazy(() => import('./help/help.tsx').then((module) => ({ default: module.HelpScreen })));

export function App({ api }: { readonly api: Api }) {
  const { notices, notify, dismiss } = useNotices();
  const { running, run } = useTasks(notify);
  const { hand, setPerson } = useHand();
  const [houses, setHouses] = useState<readonly HouseSummary[]>([]);
  const refreshHouses = useCallback(async () => {
    setHouses((await run(text.start.loading, () => api.listHouses())) ?? []);
  }, [api, run]);
  useEffect(() => void refreshHouses(), [refreshHouses]);
  const session = useMemo<Session>(
    () => ({ api, run, notify, houses, hand, setPerson, refreshHouses }),
    [api, run, notify, houses, hand, setPerson, refreshHouses],
  );
  return (
    <SessionContext value={session}>
      <CommandHome>
        <Screens />
        {running !== null && <ProgressBar state={running} />}
        <Notices notices={notices} dismiss={dismiss} />
      </CommandHome>
    </SessionContext>
  );
}

function Screens() {
  const route = useRoute();
  const look = useLook();
  const [searches, setSearches] = useState(false);
  /** What the import of a manifest said of its files, shown in that issue's 来稿. */
  const [imported, setImported] = useState<{ readonly issue: IssueId; readonly reports: readonly ImportReport[] } | null>(null);
  useDeeds({
    quickOpen: () => setSearches(true),
    start: () => go(toStart),
    archive: () => go({ issue: null, screen: 'archive' }),
    settings: () => go({ issue: null, screen: 'settings' }),
    help: () => go({ issue: null, screen: 'help' }),
    largerText: look.larger,
    smallerText: look.smaller,
    usualText: look.usual,
    theme: look.toggle,
  });
  return (
    <>
      {route.issue === null ? (
        <Suspense fallback={null}>
          <OuterScreen route={route} onImported={(issue, reports) => setImported({ issue, reports })} />
        </Suspense>
      ) : (
        <Workspace key={route.issue} route={route} reports={imported?.issue === route.issue ? imported.reports : []} />
      )}
      {searches && <QuickOpen issue={route.issue} onClose={() => setSearches(false)} />}
    </>
  );
}

function OuterScreen({
  route,
  onImported,
}: {
  readonly route: Extract<Route, { readonly issue: null }>;
  readonly onImported: (issue: IssueId, reports: readonly ImportReport[]) => void;
}) {
  switch (route.screen) {
    case 'start':
      return <StartScreen onImported={onImported} />;
    case 'archive':
      return <Archive words={route.item ?? ''} />;
    case 'settings':
      return <Settings tab={route.item ?? ''} />;
    case 'help':
      return <Help topic={route.item ?? ''} />;
  }
}
