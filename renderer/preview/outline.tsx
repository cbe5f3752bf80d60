/** 本期目录 beside the pages: sections and titles, each the way to its page. */
import type { ContentsLine } from '../../shared/layout/page.ts';
import { words } from './words.ts';

export interface OutlineProps {
  readonly contents: readonly ContentsLine[];
  /** Folio on show. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

export function Outline({ contents, page, onPage }: OutlineProps) {
  const here = contents.findLast((line) => line.page <= page);
  return (
    <nav className="outline" aria-label={words.outlineList}>
      <ol>
        {contents.map((line, index) => (
          <li key={index}>
            {line.section !== contents[index - 1]?.section && <h3>{line.section}</h3>}
            <button type="button" aria-current={line === here ? 'page' : undefined} onClick={() => onPage(line.page)}>
              <span>{line.title}</span>
              <span className="outline-page">{line.page}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
