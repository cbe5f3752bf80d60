/** Puts the documents of an issue in their order with what the contents page says of each. Pure: documents come in by a table. */
import { blockText } from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';
import { type Message, message, type Result } from '../result.ts';
import type { Issue, IssueEntry, IssueHead } from './issue.ts';

export interface ContentsEntry {
  readonly section: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly authors: readonly string[];
}

export interface ComposedEntry<Key> {
  readonly entry: IssueEntry<Key>;
  readonly document: GazetteDocument;
  /** True for the first entry of a run with the same section: the section then starts a new page. */
  readonly opensSection: boolean;
  readonly contents: ContentsEntry;
}

export interface ComposedIssue<Key> {
  readonly head: IssueHead;
  readonly entries: readonly ComposedEntry<Key>[];
}

/** Running head and contents set the name of a section on one line. */
const LONGEST_SECTION = 30;

/** The longest real ones have a hundred; beyond this text of the body was taken for the title. */
const LONGEST_TITLE = 200;

function longTitle(title: string, letters: number): string {
  return `《${[...title].slice(0, 20).join('')}…》的标题有 ${letters} 个字，目录和版面都会很难看；请核对是否把正文认作了标题，在编辑中改正。`;
}

function longSection(name: string, length: number): string {
  return `栏目名“${[...name].slice(0, 12).join('')}…”有 ${length} 个字，书眉和目录排不下；请改到 ${LONGEST_SECTION} 字以内。`;
}

function untitled({ docNumber, blocks }: GazetteDocument): string {
  const words = docNumber ?? [...(blocks.map(blockText).find((text) => text.trim() !== '') ?? '')].slice(0, 16).join('');
  return `有一篇稿件没有标题${words === '' ? '' : `（${words}）`}，目录中会是空行；请在来稿或编辑中补上标题。`;
}

/** A year between brackets that are not those of a 发文字号. */
const OTHER_BRACKETS = /[[({【]\s*[12]\d{3}\s*[\])}】]/;

/** One number, however its brackets, digits and blanks were typed. */
function comparable(docNumber: string): string {
  return docNumber
    .normalize('NFKC')
    .replace(/[[(【{〔]/g, '〔')
    .replace(/[\])】}〕]/g, '〕')
    .replace(/\s/g, '');
}

/**
 * @param documents gives the document of an entry, or null when it is not there (then the entry is left out with a message).
 * @returns the composed issue; messages for missing documents, titles and dates, doubled or ill-written 发文字号 and a section that returns after another one.
 */
export function composeIssue<Key>(issue: Issue<Key>, documents: (key: Key) => GazetteDocument | null): Result<ComposedIssue<Key>> {
  const messages: Message[] = [];
  const entries: ComposedEntry<Key>[] = [];
  const numbers = new Map<string, string>();
  const closedSections = new Set<string>();
  let section: string | null = null;
  for (const entry of issue.entries) {
    const document = documents(entry.key);
    if (document === null) {
      messages.push(message('entry-missing', 'error', `稿件“${String(entry.key)}”不在库中，本期未收入；请重新导入后再组版。`));
      continue;
    }
    const opensSection = entry.section !== section;
    if (opensSection) {
      if (closedSections.has(entry.section)) {
        messages.push(
          message('section-split', 'warning', `栏目“${entry.section}”分成了几段，目录中会出现两次；请把同一栏目的稿件排在一起。`),
        );
      }
      const length = [...entry.section].length;
      if (length > LONGEST_SECTION) messages.push(message('section-long', 'warning', longSection(entry.section, length)));
      if (section !== null) closedSections.add(section);
      section = entry.section;
    }
    const letters = [...document.title].length;
    if (letters > LONGEST_TITLE) messages.push(message('title-long', 'warning', longTitle(document.title, letters)));
    const at = { entry: entries.length };
    if ((entry.contentsTitle ?? document.title).trim() === '') messages.push(message('title-missing', 'error', untitled(document), at));
    if (document.docNumber !== null) {
      const { docNumber } = document;
      if (document.date === null)
        messages.push(
          message(
            'date-missing',
            'warning',
            `《${document.title}》（${docNumber}）没有成文日期，目录和题下缺日期；请在来稿或编辑中补上。`,
            at,
          ),
        );
      if (OTHER_BRACKETS.test(docNumber.normalize('NFKC')))
        messages.push(
          message(
            'number-brackets',
            'warning',
            `发文字号“${docNumber}”的年份没有用六角括号〔〕（GB/T 9704—2012 7.2.5）；请在来稿或编辑中改正。`,
            at,
          ),
        );
      const other = numbers.get(comparable(docNumber));
      if (other !== undefined) {
        messages.push(
          message(
            'number-twice',
            'warning',
            `发文字号“${docNumber}”出现两次：《${other}》与《${document.title}》；请核对是否重复收稿。`,
            at,
          ),
        );
      }
      numbers.set(comparable(docNumber), document.title);
    }
    entries.push({
      entry,
      document,
      opensSection,
      contents: {
        section: entry.section,
        title: entry.contentsTitle ?? document.title,
        subtitle: document.subtitle,
        docNumber: document.docNumber,
        date: document.date,
        authors: document.authors,
      },
    });
  }
  if (entries.length === 0) messages.push(message('issue-empty', 'warning', '本期还没有稿件；请先导入来稿。'));
  return { value: { head: issue.head, entries }, messages };
}
