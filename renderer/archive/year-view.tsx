/** 全年总目录: every entry of a year's issues by section, to look up, to copy and to take along. */
import { Fragment, useEffect, useState } from 'react';
import type { ArchiveFacets, YearContents } from '../../shared/api/archive.ts';
import { go } from '../route.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { download } from '../ui/files.ts';
import { words } from './words.ts';
import { yearTable, yearText } from './year-text.ts';

const label = words.contents;

export function YearView() {
  const { api, run, notify } = useSession();
  const [facets, setFacets] = useState<ArchiveFacets | null>(null);
  const [gazette, setGazette] = useState('');
  const [year, setYear] = useState(0);
  const [contents, setContents] = useState<YearContents | null>(null);
  useEffect(() => {
    void run(words.reading, () => api.listArchiveFacets()).then((read) => {
      setFacets(read ?? null);
      setGazette(read?.gazettes[0] ?? '');
      setYear(read?.years[0] ?? 0);
    });
  }, [api, run]);
  useEffect(() => {
    if (gazette === '' || year === 0) return undefined;
    let isWanted = true;
    setContents(null);
    void run(words.readingYear, (progress) => api.readYearContents(gazette, year, progress)).then((read) => {
      if (isWanted) setContents(read ?? null);
    });
    return () => {
      isWanted = false;
    };
  }, [api, run, gazette, year]);

  const entries = contents?.sections.flatMap((section) => section.entries) ?? [];
  const save = (name: string, text: string) =>
    download({ name: `${gazette}${year}年总目录.${name}`, bytes: new TextEncoder().encode(text) });
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => notify('done', label.copied),
      () => notify('error', label.notCopied),
    );
  if (facets !== null && facets.years.length === 0) return <EmptyState icon="book" title={words.empty} hint={words.emptyHint} />;
  return (
    <div className="archive-year">
      <div className="archive-year-bar">
        <select aria-label={words.filters.year} value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {facets?.years.map((each) => (
            <option key={each} value={each}>
              {words.yearName(each)}
            </option>
          ))}
        </select>
        <select aria-label={words.filters.gazette} value={gazette} onChange={(event) => setGazette(event.target.value)}>
          {facets?.gazettes.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        <span aria-live="polite">
          {contents !== null && label.count(new Set(entries.map((entry) => entry.issueId)).size, entries.length)}
        </span>
        {contents !== null && entries.length > 0 && (
          <div className="archive-year-actions">
            <Button kind="primary" onClick={() => void copy(yearText(contents))}>
              {label.copy}
            </Button>
            <Button onClick={() => save('txt', yearText(contents))}>{label.text}</Button>
            <Button onClick={() => save('csv', yearTable(contents))}>{label.table}</Button>
            <Button onClick={() => window.print()}>{label.print}</Button>
          </div>
        )}
      </div>
      {contents !== null && entries.length === 0 && <EmptyState icon="book" title={label.empty} hint={label.emptyHint} />}
      {contents !== null && entries.length > 0 && <YearTable contents={contents} />}
    </div>
  );
}

function YearTable({ contents: { gazette, year, sections } }: { readonly contents: YearContents }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard.
    <section className="archive-year-table" aria-label={label.heading(gazette, year)} tabIndex={0}>
      <table>
        <caption>{label.heading(gazette, year)}</caption>
        <thead>
          <tr className="archive-year-heads">
            <th scope="col">{label.columns.title}</th>
            <th scope="col">{label.columns.docNumber}</th>
            <th scope="col">{label.columns.number}</th>
            <th scope="col">{label.columns.page}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ section, entries }) => (
            <Fragment key={section}>
              <tr className="archive-year-section">
                <th scope="rowgroup" colSpan={4}>
                  {section}
                </th>
              </tr>
              {entries.map(({ documentId, issueId, number, page, title, docNumber }) => (
                <tr key={`${issueId}-${documentId}-${page}`}>
                  <td>
                    <button
                      type="button"
                      className="archive-year-title"
                      aria-label={label.open(title)}
                      onClick={() => go({ issue: issueId, room: 'edit', document: documentId })}
                    >
                      {title}
                    </button>
                  </td>
                  <td>{docNumber ?? label.none}</td>
                  <td>{label.number(number)}</td>
                  <td>{page ?? label.none}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
