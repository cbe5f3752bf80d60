/** Lists of persons without a table: names padded to three characters, what they are behind them. */
import { type Block, runsText, type TextRun } from '../document/block.ts';
import { bodyLook, type Flow, pushParagraph, spansOf } from './paragraphs.ts';

/** A name, a blank, and what the person is. A name of two characters may be padded already. */
const PERSON = /^([\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff]|[\u3400-\u9fff·]{1,3}))[ \u3000]+([^ \u3000].*)$/s;
/** What also stands before a blank: 第一条, 附件, 一是. */
const NO_NAME = /^(第|附|表|图|注|专栏|[一二三四五六七八九十]+$|[一二三四五六七八九十]+是)/;
/** So many in a run are a list. */
const LEAST = 4;
/** Names of three characters and a blank. */
const HANGING = 4;
/** In narrower columns, in ems, the printed issues let the turned-over lines run to the edge: hanging would leave too little of them. */
const HANGING_COLUMN = 25;

/** @returns indices of the paragraphs that stand in lists of names. */
export function nameLists(blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  let from = 0;
  for (let index = 0; index <= blocks.length; index += 1) {
    if (index < blocks.length && isPerson(blocks[index] as Block)) continue;
    if (index - from >= LEAST) for (let at = from; at < index; at += 1) found.add(at);
    from = index + 1;
  }
  return found;
}

function isPerson(block: Block): boolean {
  if (block.type !== 'paragraph' || block.align === 'center' || block.align === 'right') return false;
  const text = runsText(block.children);
  return PERSON.test(text) && !NO_NAME.test(text) && (PERSON.exec(text)?.[1] ?? '').length <= HANGING;
}

export function pushPerson(flow: Flow, index: number, children: readonly TextRun[]): void {
  const restEms = flow.geometry.columnWidth >= HANGING_COLUMN * flow.geometry.size ? 2 + HANGING : 0;
  const setting = { block: index, key: children, as: 'person', firstEms: 2, restEms };
  pushParagraph(flow, setting, () => spansOf(flow, padded(children), bodyLook(flow)));
}

/** Only blanks differ from the source: 蓝军 becomes 蓝　军, and one full-width blank follows every name. */
function padded(runs: readonly TextRun[]): readonly TextRun[] {
  const text = runsText(runs);
  const match = PERSON.exec(text);
  if (match === null) return runs;
  const name = (match[1] as string).replace(/[ \u3000]/g, '');
  const spaced = name.length === 2 ? `${name[0] as string}\u3000${name[1] as string}` : name;
  const behind = text.length - (match[2] as string).length;
  const [first] = runs;
  // A name in several runs (in bold, say) keeps its marks and its blanks.
  if (first === undefined || first.text.length < behind) return runs;
  return [{ ...first, text: `${spaced}\u3000${first.text.slice(behind)}` }, ...runs.slice(1)];
}
