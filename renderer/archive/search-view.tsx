/** 检索: a field, four filters, the list of what was found and the document that is chosen; the focus stays in the field. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ArchiveFacets } from '../../shared/api/archive.ts';
import { searchWords } from '../../shared/document/search-text.ts';
import { routeHash } from '../route.ts';
import { useSession } from '../session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { FilterBar } from './filter-bar.tsx';
import { HitList, optionId } from './hit-list.tsx';
import { HitPreview } from './hit-preview.tsx';
import { openHit } from './open-hit.ts';
import { type ArchiveFilters, useSearch } from './use-search.ts';
import { words } from './words.ts';

export function SearchView({ initial }: { readonly initial: string }) {
  const { api, run } = useSession();
  const [field, setField] = useState(initial);
  const [typed, setTyped] = useState(initial);
  const [filters, setFilters] = useState<ArchiveFilters>({});
  const [facets, setFacets] = useState<ArchiveFacets | null>(null);
  const [chosen, setChosen] = useState(0);
  const { found, more } = useSearch(typed, filters);
  const isComposing = useRef(false);
  useEffect(() => void run(words.reading, () => api.listArchiveFacets()).then((read) => setFacets(read ?? null)), [api, run]);
  useEffect(() => {
    // Coming back finds the same words; the address is changed without a step in the history for every key.
    const timer = setTimeout(() => history.replaceState(null, '', routeHash({ issue: null, screen: 'archive', item: typed })), 400);
    return () => clearTimeout(timer);
  }, [typed]);

  const marked = useMemo(() => searchWords(found?.typed ?? ''), [found?.typed]);
  const hits = found?.hits ?? [];
  const current = hits[chosen] ?? null;
  const look = (text: string) => {
    setField(text);
    if (isComposing.current) return;
    setTyped(text.trim());
    setChosen(0);
  };
  const choose = (index: number) => {
    if (index >= hits.length - 3) more();
    setChosen(Math.max(0, Math.min(index, hits.length - 1)));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    const step = steps[event.key];
    if (step !== undefined) choose(chosen + step);
    else if (event.key === 'Enter' && current !== null) openHit(current);
    else if (event.key === 'Escape' && field !== '') look('');
    else return;
    event.preventDefault();
  };
  const hasFilters = Object.keys(filters).length > 0;
  return (
    <div className="archive-search">
      <div className="archive-field">
        <Icon name="search" />
        <input
          type="search"
          role="combobox"
          aria-label={words.searchLabel}
          aria-expanded={hits.length > 0}
          aria-controls="archive-hits"
          aria-activedescendant={current === null ? undefined : optionId(chosen)}
          aria-autocomplete="list"
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the screen is there to search; nothing stands before the field that would be skipped.
          autoFocus
          value={field}
          onChange={(event) => look(event.target.value)}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => {
            // What an input method shows while it composes is not what is looked for.
            isComposing.current = false;
            look(event.currentTarget.value);
          }}
          onKeyDown={pressed}
        />
      </div>
      <FilterBar
        facets={facets}
        filters={filters}
        onFilters={(next) => {
          setFilters(next);
          setChosen(0);
        }}
      />
      <p className="archive-count" aria-live="polite">
        {found !== null && words.total(found.total, found.typed)}
        {hits.length > 0 && <small>{words.keys}</small>}
      </p>
      {found !== null && hits.length === 0 ? (
        <div className="archive-nothing">
          {typed === '' && !hasFilters ? (
            <EmptyState icon="book" title={words.empty} hint={words.emptyHint} />
          ) : (
            <EmptyState icon="search" title={words.nothing} hint={words.nothingHint} />
          )}
        </div>
      ) : (
        <>
          <HitList hits={hits} marked={marked} chosen={chosen} onChoose={choose} onOpen={openHit} onEnd={more} />
          <HitPreview hit={current} marked={marked} />
        </>
      )}
    </div>
  );
}
