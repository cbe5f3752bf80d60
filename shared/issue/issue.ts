/** An issue (期): its masthead data and the order of its documents under their sections (栏目). */

export type StartRule = 'newPage' | 'followOn' | 'rightPage';

export interface Grid {
  readonly columns: number;
  readonly charactersPerLine: number;
  readonly linesPerColumn: number;
}

/** Fields of the house style that one issue changes; checked and applied by shared/style (parse.ts, override.ts). */
export type IssueStyle = Readonly<Record<string, unknown>>;

export interface BoardGroup {
  readonly role: string;
  readonly names: readonly string[];
}
export interface ImprintField {
  readonly label: string;
  readonly value: string;
}

export interface IssueHead {
  readonly gazette: string;
  /** Id of the house style. */
  readonly house: string;
  readonly year: number;
  readonly number: number;
  readonly totalNumber: number | null;
  readonly frequency: string;
  /** ISO date or null. */
  readonly publishedOn: string | null;
  /** Overrides the grid of the house style. */
  readonly grid: Grid | null;
  /** What this issue changes of its house style; `grid` goes before it. */
  readonly style?: IssueStyle;
  /** Folio of the first page of the body at the least; the contents stand before it. */
  readonly firstPage: number;
  readonly cover: Readonly<Record<string, string>>;
  readonly slogans: readonly string[];
  readonly statement: string;
  readonly board: readonly BoardGroup[];
  readonly fields: readonly ImprintField[];
}

/** `Key` is a document id in the database, a file name in a manifest. */
export interface IssueEntry<Key> {
  readonly key: Key;
  readonly section: string;
  readonly start: StartRule;
  /** The title in the contents where it is to differ from the document's own. */
  readonly contentsTitle: string | null;
}

export interface Issue<Key> {
  readonly head: IssueHead;
  readonly entries: readonly IssueEntry<Key>[];
}
