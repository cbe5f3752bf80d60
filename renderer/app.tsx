/** Joins the rooms: the screens outside an issue, or one issue with its rooms; notices and progress lie over both. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Api, HouseSummary, ImportReport, IssueId } from '../shared/api.ts';
import type { Message } from '../shared/result.ts';
import { Broken } from './broken.tsx';
import { CommandHome, useDeeds } from './commands.tsx';
import { useOpenedFiles } from './opened-files.ts';
import { QuickOpen } from './quick-open.tsx';
import { go, parseRoute, type Route, routeHash, toStart, useRoute } from './route.ts';
import { type Session, SessionContext, useHand, useSession } from './session.ts';
import { StartScreen } from './start-screen.tsx';
import { text } from './text.ts';
import { Tour } from './tour/tour.tsx';
import { Dialog } from './ui/dialog.tsx';
import { useLook } from './ui/look.ts';
import { MessageList } from './ui/messages.tsx';
import { Notices, useNotices } from './ui/notices.tsx';
import { ProgressBar } from './ui/progress-bar.tsx';
import { useTasks } from './ui/tasks.ts';
import { useFieldTroubles } from './ui/validity.ts';
import { Workspace } from './workspace.tsx';

const Archive = lazy(() => import('./archive/archive.tsx').then((module) => ({ default: module.ArchiveScreen })));
const Settings = lazy(() => import('./settings/settings.tsx').then((module) => ({ default: module.SettingsScreen })));
const Help = lazy(() => import('./help/help.tsx').then((module) => ({ default: module.HelpScreen })));

export function App({ api }: { readonly api: Api }) {
  const { notices, notify, dismiss } = useNotices();
  const { running, run } = useTasks(notify);
  useFieldTroubles();
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
        <ErrorBoundary fallbackRender={({ error }) => <Broken error={error} />}>
          <Screens />
        </ErrorBoundary>
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
  const [refused, setRefused] = useState<readonly Message[] | null>(null);
  /** Counts what came in from outside, after which an open issue is read anew. */
  const [arrivals, setArrivals] = useState(0);
  useOpenedFiles({
    issue: route.issue,
    onImported: (issue, reports) => {
      setImported({ issue, reports });
      setArrivals((count) => count + 1);
      go({ issue, room: 'inbox' });
    },
    onRefused: setRefused,
  });
  /** Where the help was asked for. */
  const [beforeHelp, setBeforeHelp] = useState<Route | null>(null);
  /** The place in an issue that 设置 and 档案 lead back to. */
  const [before, setBefore] = useState<Route>(toStart);
  const place = routeHash(route);
  useEffect(() => {
    const now = parseRoute(place);
    if (now.issue !== null || now.screen === 'start') setBefore(now);
  }, [place]);
  const [toured, setToured] = useState<IssueId | null>(null);
  const { api, run } = useSession();
  const help = () => {
    if (route.issue !== null || route.screen !== 'help') setBeforeHelp(route);
    go({ issue: null, screen: 'help', item: topicOf(route) });
  };
  const tour = () =>
    void run(text.desk.openingSample, (progress) => api.openSample(progress)).then((id) => id !== undefined && setToured(id));
  useDeeds({
    quickOpen: () => setSearches(true),
    start: () => go(toStart),
    archive: () => go({ issue: null, screen: 'archive' }),
    settings: () => go({ issue: null, screen: 'settings' }),
    help,
    tour,
    largerText: look.larger,
    smallerText: look.smaller,
    usualText: look.usual,
    theme: look.toggle,
  });
  return (
    <>
      {route.issue === null ? (
        <Suspense fallback={null}>
          <OuterScreen
            route={route}
            back={before}
            onImported={(issue, reports) => setImported({ issue, reports })}
            onTour={tour}
            onBack={beforeHelp === null ? null : () => go(beforeHelp)}
          />
        </Suspense>
      ) : (
        <Workspace key={`${route.issue} ${arrivals}`} route={route} reports={imported?.issue === route.issue ? imported.reports : []} />
      )}
      {refused !== null && (
        <Dialog title={text.start.manifestRefused} confirm={text.close} onClose={() => setRefused(null)}>
          <MessageList messages={refused} />
        </Dialog>
      )}
      {toured !== null && <Tour issue={toured} onLeave={() => setToured(null)} />}
      {searches && <QuickOpen issue={route.issue} onClose={() => setSearches(false)} />}
    </>
  );
}

/** The topic of the help for a room or a screen. */
function topicOf(route: Route): string {
  if (route.issue !== null) return route.room;
  return route.screen === 'help' ? (route.item ?? 'start') : route.screen;
}

function OuterScreen({
  route,
  back,
  onImported,
  onTour,
  onBack,
}: {
  readonly route: Extract<Route, { readonly issue: null }>;
  readonly back: Route;
  readonly onImported: (issue: IssueId, reports: readonly ImportReport[]) => void;
  readonly onTour: () => void;
  readonly onBack: (() => void) | null;
}) {
  switch (route.screen) {
    case 'start':
      return <StartScreen onImported={onImported} onTour={onTour} />;
    case 'archive':
      return <Archive words={route.item ?? ''} back={back} />;
    case 'settings':
      return <Settings tab={route.item ?? ''} back={back} />;
    case 'help':
      return <Help topic={route.item ?? ''} onBack={onBack} />;
  }
}
