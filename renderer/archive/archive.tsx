/** 档案: all issues ever made, to search and to list a year's contents from. */
import { useState } from 'react';
import type { Route } from '../route.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { SearchView } from './search-view.tsx';
import { words } from './words.ts';
import { YearView } from './year-view.tsx';

const ways = ['search', 'year'] as const;

export function ArchiveScreen({ words: typed, back }: { readonly words: string; readonly back: Route }) {
  const [way, setWay] = useState<(typeof ways)[number]>('search');
  return (
    <ScreenFrame title={words.title} back={back}>
      <div className="archive">
        <nav className="archive-ways" aria-label={words.ways}>
          {ways.map((each) => (
            <button key={each} type="button" aria-current={each === way ? 'page' : undefined} onClick={() => setWay(each)}>
              {words[each]}
            </button>
          ))}
        </nav>
        {way === 'search' ? <SearchView initial={typed} /> : <YearView />}
      </div>
    </ScreenFrame>
  );
}
