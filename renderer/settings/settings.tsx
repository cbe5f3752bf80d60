/** 设置: a tab for each thing that the office decides once for all issues. */
import { go, type Route } from '../route.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { AboutTab } from './about.tsx';
import { BackupsTab } from './backups.tsx';
import { FontsTab } from './fonts.tsx';
import { HousesTab } from './houses.tsx';
import { LookTab } from './look.tsx';
import { words } from './words.ts';

const tabs = { houses: HousesTab, fonts: FontsTab, backups: BackupsTab, look: LookTab, about: AboutTab } as const;
type Tab = keyof typeof tabs;

export function SettingsScreen({ tab, back }: { readonly tab: string; readonly back: Route }) {
  const names = Object.keys(tabs) as Tab[];
  const open = names.find((name) => name === tab) ?? 'houses';
  const Shown = tabs[open];
  return (
    <ScreenFrame title={words.title} back={back}>
      <div className="settings">
        <nav className="settings-tabs" aria-label={words.title}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === open ? 'page' : undefined}
              onClick={() => go({ issue: null, screen: 'settings', item: name })}
            >
              {words.tabs[name]}
            </button>
          ))}
        </nav>
        <div className={`settings-main settings-${open}`}>
          <Shown issue={back.issue} />
        </div>
      </div>
    </ScreenFrame>
  );
}
