/** Heads across the page: the title block of a document, inner titles, heads of attachments — each a whole number of body lines. */
import type { GazetteDocument } from '../document/document.ts';
import type { HeadStyle } from '../style/style.ts';
import { cellsOf } from './cells.ts';
import { breakLines } from './line.ts';
import type { Origin } from './page.ts';
import { breakTitle, widthOf } from './title.ts';
import { type Cohesion, cohesionOf } from './title-cohesion.ts';
import { points } from './units.ts';
import type { AcrossZone, FlowContext, PlacedLine } from './zone.ts';

export interface HeadLine {
  readonly text: string;
  readonly style: HeadStyle;
  readonly align: 'center' | 'left';
  /** Lines set by hand; the text is their concatenation. */
  readonly given?: readonly string[];
  readonly part?: Origin['part'];
  /** What the text below says of the words in it. */
  readonly cohesion?: Cohesion;
}

/** What follows a head on its page at the least, in rows. */
const KEEP_ROWS = 2;

/** Title, subtitle, byline, and one line with 发文字号 and date: they moved up from the end of the submission. */
export function documentHead(
  document: GazetteDocument,
  context: FlowContext,
  missing: (characters: readonly string[]) => void,
): AcrossZone {
  const { style } = context;
  const lines: HeadLine[] = [
    {
      text: document.title,
      style: style.title,
      align: 'center',
      given: document.titleLines,
      part: 'title',
      cohesion: cohesionOf(document),
    },
  ];
  if (document.subtitle !== null) lines.push({ text: document.subtitle, style: style.subtitle, align: 'center', part: 'subtitle' });
  if (document.byline !== null) lines.push({ text: bylineText(document), style: style.byline, align: 'center', part: 'byline' });
  const numberLine = numberLineOf(document);
  if (numberLine !== '') lines.push({ text: numberLine, style: style.numberLine, align: 'center', part: 'number' });
  return headZone(lines, context, -1, false, missing);
}

/** 发文字号 and date on one line; an order (第12号) is signed and dated below its text, and not twice. */
export function numberLineOf({ docNumber, date, blocks }: GazetteDocument): string {
  const isSigned = /^第/.test(docNumber ?? '') && blocks.some((block) => block.type === 'signDate');
  const day = docNumber === null || date === null || isSigned ? null : dateText(date);
  return [docNumber, day].filter((part) => part !== null).join('　');
}

/** Names of two characters are padded to three, as the printed issues do. */
function bylineText(document: GazetteDocument): string {
  const { authors, byline } = document;
  if (byline === null) return '';
  if (authors.length === 0 || byline.replace(/[\s\u3000、]/g, '') !== authors.join('')) return byline;
  return authors.map(padName).join('　');
}

export function padName(name: string): string {
  return /^[\u3400-\u9fff]{2}$/.test(name) ? `${name[0]}　${name[1]}` : name;
}

/** 2026-01-05 → 2026年1月5日 (GB/T 9704 7.3.5.4: no leading zeros). */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

export function headZone(
  lines: readonly HeadLine[],
  context: FlowContext,
  block: number,
  newPage: boolean,
  missing: (characters: readonly string[]) => void,
): AcrossZone {
  const { geometry, measure } = context;
  const placed: PlacedLine[] = [];
  let y = 0;
  lines.forEach((head, at) => {
    if (head.text === '') return;
    const size = points(head.style.size);
    const capacity = Math.floor((geometry.width / size) * 0.92);
    const texts =
      head.align === 'center' && widthOf(head.text) <= capacity * 6
        ? breakTitle(head.text, head.given ?? [], capacity, head.cohesion)
        : [head.text];
    y += (at === 0 || head.style.linesBefore > 0 ? head.style.linesBefore : 0) * geometry.pitch;
    for (const text of texts) {
      const cells = cellsOf([{ text, role: head.style.font, size }], measure);
      missing(cells.missing);
      for (const line of breakLines(cells, { width: geometry.width, firstIndent: 0, indent: 0, align: head.align })) {
        const height = head.style.linesEach * geometry.pitch;
        placed.push({
          line,
          x: 0,
          y: Math.round(y + height / 2 + size * 0.36),
          colour: 'black',
          ...(head.align === 'center' ? { centred: true as const } : {}),
          ...(head.part === undefined ? {} : { part: head.part }),
        });
        y += height;
      }
    }
    y += head.style.linesAfter * geometry.pitch;
  });
  const height = Math.ceil(y / geometry.pitch - 0.001) * geometry.pitch;
  // What the block does not need of its last line is shared out above and below.
  const shift = Math.round((height - y) / 2);
  const before = lines[0]?.style.linesBefore ?? 0;
  return {
    kind: 'across',
    drop: context.style.titleSinks ? 0 : Math.min(height - geometry.pitch, Math.floor(before) * geometry.pitch),
    height,
    lines: placed.map((line) => ({ ...line, y: line.y + shift })),
    images: [],
    boxes: [],
    keepRows: KEEP_ROWS,
    newPage,
    block,
  };
}
