/** The four filters of the archive: one list to choose from each, the first choice being no filter. */
import type { ArchiveFacets } from '../../shared/api/archive.ts';
import type { ArchiveFilters } from './use-search.ts';
import { words } from './words.ts';

export interface FilterBarProps {
  readonly facets: ArchiveFacets | null;
  readonly filters: ArchiveFilters;
  readonly onFilters: (filters: ArchiveFilters) => void;
}

const names = ['year', 'section', 'issuer', 'gazette'] as const;
type Name = (typeof names)[number];

export function FilterBar({ facets, filters, onFilters }: FilterBarProps) {
  const choices: Readonly<Record<Name, readonly (string | number)[]>> = {
    year: facets?.years ?? [],
    section: facets?.sections ?? [],
    issuer: facets?.issuers ?? [],
    gazette: facets?.gazettes ?? [],
  };
  const set = (name: Name, value: string) => {
    const { [name]: _, ...others } = filters;
    onFilters(value === '' ? others : { ...others, [name]: name === 'year' ? Number(value) : value });
  };
  return (
    <div className="archive-filters">
      {names.map((name) => (
        <select
          key={name}
          aria-label={words.filters[name]}
          value={filters[name] ?? ''}
          data-set={filters[name] !== undefined}
          onChange={(event) => set(name, event.target.value)}
        >
          <option value="">{words.every[name]}</option>
          {choices[name].map((choice) => (
            <option key={choice} value={choice}>
              {typeof choice === 'number' ? words.yearName(choice) : choice}
            </option>
          ))}
        </select>
      ))}
      {Object.keys(filters).length > 0 && (
        <button type="button" className="link" onClick={() => onFilters({})}>
          {words.clearFilters}
        </button>
      )}
    </div>
  );
}
