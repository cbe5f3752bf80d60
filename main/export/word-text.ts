/** Runs of text → runs of Word: marks, line breaks, and the hint that Chinese marks are Chinese. */
import { AlignmentType, type IParagraphOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Align, TextRun as GazetteRun } from '../../shared/document/block.ts';
import type { CharacterStyleId, ParagraphStyleId } from './word-styles.ts';

type RunOptions = Exclude<ConstructorParameters<typeof TextRun>[0], string>;

/** Marks that Word sets in the Latin font unless told otherwise: “” ‘’ …… —— · × Ⅰ ① and their like. */
const ambiguous = /[§°±·×÷\u0370-\u04ff\u2010-\u2e7f]/;

/** XML 1.0 cannot hold these; no office means them. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** One string with the same options throughout; `\n` becomes a line break, `\t` a tab. */
export function writeText(text: string, options: Omit<RunOptions, 'children' | 'text' | 'break'> = {}): TextRun[] {
  return text
    .replace(unwritable, '')
    .split('\n')
    .map((line, index) => {
      const pieces = line.split('\t').flatMap((piece, n) => (n === 0 ? [piece] : [new Tab(), piece]));
      return new TextRun({
        ...options,
        ...(ambiguous.test(line) ? { font: { hint: 'eastAsia' } } : {}),
        ...(index === 0 ? {} : { break: 1 }),
        children: pieces.filter((piece) => piece !== ''),
      });
    });
}

function marks(run: GazetteRun): Omit<RunOptions, 'children' | 'text' | 'break'> {
  return {
    ...(run.bold ? { bold: true } : {}),
    ...(run.superscript ? { superScript: true } : {}),
    ...(run.subscript ? { subScript: true } : {}),
  };
}

/**
 * The runs of a block. Behind a run-in heading the text is set in the body's font; `lead` is the length of a prefix that is
 * set in a character style of its own (第X条); `size` in points where it is not that of the paragraph's style.
 */
export function writeRuns(
  runs: readonly GazetteRun[],
  lead: { readonly length: number; readonly style: CharacterStyleId } | null = null,
  size: number | null = null,
): TextRun[] {
  const sized = size === null ? {} : { size: Math.round(size * 2) };
  const written: TextRun[] = [];
  let rest = lead?.length ?? 0;
  for (const run of runs) {
    const cut = Math.min(rest, run.text.length);
    if (lead !== null && cut > 0) written.push(...writeText(run.text.slice(0, cut), { ...marks(run), ...sized, style: lead.style }));
    rest -= cut;
    const tail = run.text.slice(cut);
    if (tail === '') continue;
    const runIn: { style?: CharacterStyleId } = run.runIn ? { style: 'RunInText' } : {};
    written.push(...writeText(tail, { ...marks(run), ...sized, ...runIn }));
  }
  return written;
}

export function styledParagraph(
  style: ParagraphStyleId,
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'style' | 'children' | 'text'> = {},
): Paragraph {
  return new Paragraph({ ...options, style, children });
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

/** An alignment set by hand; centred and right-hand lines lose the indent of the first line. */
export function alignmentOptions(align: Align | undefined): Pick<IParagraphOptions, 'alignment' | 'indent'> {
  if (align === undefined) return {};
  const indented = align === 'left' || align === 'justify';
  return { alignment: alignments[align], ...(indented ? {} : { indent: { firstLine: 0, firstLineChars: 0 } }) };
}
