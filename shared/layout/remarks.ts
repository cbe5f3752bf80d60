/** What the layout has to say of a place where it could not do as a good page wants it: each with page, entry and block. */
import { type Message, message } from '../result.ts';
import type { DocumentFlow } from './zone.ts';

export interface RemarkPlace {
  readonly entry: number;
  readonly page: number;
  /** Below 0 for the head of a document. */
  readonly block: number;
}

/** One message a document: its characters without a glyph, and where the first stands. Null where all have one. */
export function glyphsMissing({ missing }: DocumentFlow, title: string, entry: number, first: number, last: number): Message | null {
  const [earliest] = missing;
  if (earliest === undefined) return null;
  const characters = [...new Set(missing.map(({ character }) => character))].join('、');
  const pages = first === last ? `第 ${first} 页` : `第 ${first}–${last} 页`;
  const text = `《${title}》${pages}中的“${characters}”没有字体可用，共 ${missing.length} 处，已用“〓”标出；请安装含这些字的字体或改用其他字。`;
  return message('glyph-missing', 'warning', text, placeOf({ entry, page: first, block: earliest.block }));
}

export function lineOverfull(place: RemarkPlace): Message {
  return message('line-overfull', 'note', `第 ${place.page} 页有一行排不进栏宽，请检查是否有过长的网址或编号。`, placeOf(place));
}

export function rowTooTall(place: RemarkPlace): Message {
  const text = `第 ${place.page} 页的表格有一行高过版心，已排出版心之外；请拆分这一行或减小表格字号。`;
  return message('table-overfull', 'warning', text, placeOf(place));
}

export function columnsTooNarrow(place: RemarkPlace): Message {
  const text = `第 ${place.page} 页的表格栏数太多，栏宽不够，有的词语或数字被拆开；请拆成两个表格或减少栏数。`;
  return message('table-narrow', 'note', text, placeOf(place));
}

/** The submission had a picture here that could not be read; what it was is known only to who sent it. */
export function pictureMissing(place: RemarkPlace): Message {
  const text = `第 ${place.page} 页有一幅图没有原图，版面上留着空框；请向来稿单位索取原图，在编辑中补上或删去这个图框。`;
  return message('figure-empty', 'warning', text, placeOf(place));
}

function placeOf({ entry, page, block }: RemarkPlace) {
  return { entry, page, ...(block >= 0 ? { block } : {}) };
}
