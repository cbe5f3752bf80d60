/**
 * Whether a value from outside is a document: every block of a known type with its fields and no others, tables that are
 * rectangular enough to be laid out. What the window saves goes through it, so that no slip of the editor can reach the store.
 */
import type { BlockType } from './block.ts';

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isTrue: Check = (value) => value === true;
const isPositive: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(check);
const word =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);

function has(needed: Fields, optional: Fields = {}): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const known = entries.every(([name, item]) => {
      const check = Object.hasOwn(needed, name) ? needed[name] : Object.hasOwn(optional, name) ? optional[name] : undefined;
      return check?.(item) === true;
    });
    return known && Object.keys(needed).every((name) => entries.some(([own]) => own === name));
  };
}

const isRun = has({ text: isText }, { runIn: isTrue, bold: isTrue, superscript: isTrue, subscript: isTrue });
const children = { children: listOf(isRun) };
const tight = { tight: isTrue };
const align = { align: word('left', 'center', 'right', 'justify') };
const isCellParagraph = has({ type: word('cellParagraph'), ...children }, align);
// An empty cell has no paragraph: that is how submissions come in.
const isCell = has({ type: word('tableCell'), columnSpan: isPositive, rowSpan: isPositive, children: listOf(isCellParagraph) });
const isRow = has({ type: word('tableRow'), children: listOf(isCell) }, { head: isTrue });
const isLength: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isImage = has({ hash: isText, width: isLength, height: isLength });

const blocks: Readonly<Record<BlockType, Check>> = {
  title: has({ type: isText, ...children }),
  subtitle: has({ type: isText, ...children }),
  heading: has({ type: isText, level: (value) => value === 1 || value === 2 || value === 3 || value === 4, ...children }, tight),
  article: has({ type: isText, ...children }, tight),
  paragraph: has({ type: isText, ...children }, { ...tight, ...align }),
  note: has({ type: isText, ...children }, tight),
  attachment: has({ type: isText, ...children }),
  attachmentTitle: has({ type: isText, label: isText, ...children }),
  sign: has({ type: isText, ...children }),
  signDate: has({ type: isText, ...children }),
  table: has({ type: isText, columns: listOf(isLength, 1), children: listOf(isRow, 1) }),
  figure: has({ type: isText, image: orNull(isImage), ...children }, { link: isText }),
  box: has({ type: isText, children: listOf(isCellParagraph, 1) }, { inColumn: isTrue }),
};

export const isBlock: Check = (value) => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' && Object.hasOwn(blocks, type) && blocks[type as BlockType](value);
};

const hasFields = has({
  format: (value) => value === 1,
  kind: word('official', 'article', 'news', 'report'),
  title: isText,
  titleLines: listOf(isText),
  subtitle: orNull(isText),
  docNumber: orNull(isText),
  date: orNull((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  issuer: orNull(isText),
  addressees: orNull(isText),
  authors: listOf(isText),
  byline: orNull(isText),
  blocks: listOf(isBlock),
  official: has({ redHead: orNull(isText), headLines: listOf(isText), signatureLines: listOf(isText), recordLines: listOf(isText) }),
});

export const isGazetteDocument: Check = (value) => {
  if (!hasFields(value)) return false;
  const { title, titleLines } = value as { title: string; titleLines: readonly string[] };
  return titleLines.join('') === title;
};
