/** The imprint panel (版权) beside the contents: masthead and board on the first page, the fields on the second. */
import type { IssueHead } from '../issue/issue.ts';
import { namesApart } from '../issue/names.ts';
import type { TextStyle } from '../style/style.ts';
import { cellsOf } from './cells.ts';
import { evenLines } from './even-lines.ts';
import { padName } from './heads.ts';
import { breakLines, type SetLine } from './line.ts';
import { drawLine, type Sheet } from './sheet.ts';
import { breakTitle } from './title.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

interface PanelLine {
  readonly line: SetLine;
  readonly height: number;
  readonly colour: 'black' | 'red';
}
export interface PanelPart {
  readonly lines: readonly PanelLine[];
}

const TEXT: TextStyle = { font: 'song', size: 9 };
const LABEL: TextStyle = { font: 'hei', size: 9 };
const PADDING = 10_000;

export function panelParts(head: IssueHead, context: FlowContext, width: number): PanelPart[] {
  const first = new PanelWriter(context, width - 2 * PADDING);
  masthead(first, head);
  for (const slogan of head.slogans) first.add(slogan, { font: 'kai', size: 10.5 }, 'center');
  if (head.statement !== '') first.gap().add(head.statement, { font: 'hei', size: 9 }, 'center');
  for (const group of head.board) {
    first.gap().add(group.role, LABEL, 'center');
    first.addNames(namesApart(group.names).map(padName), context.style.contents.namesPerRow);
  }
  // One panel where the contents need the room of the second page, two where the office prints a pair.
  const second = context.style.contents.imprintPanels === 1 ? first.gap() : new PanelWriter(context, width - 2 * PADDING);
  if (second !== first) masthead(second, head);
  for (const { label, value } of imprintFields(head)) {
    if (context.style.contents.fieldsInline) second.gap(0.3).add(`${label}：${value}`, TEXT, 'left');
    else second.gap(0.4).add(label, LABEL, 'left').add(value, TEXT, 'left');
  }
  return second === first ? [{ lines: first.lines }] : [{ lines: first.lines }, { lines: second.lines }];
}

function masthead(panel: PanelWriter, head: IssueHead): void {
  panel.gap().add(head.gazette, { font: 'title', size: 13 }, 'center', 'red').gap(0.3);
  const total = head.totalNumber === null ? '' : `（总第${head.totalNumber}期）`;
  panel.add(`${head.year}年第${head.number}期${total}`, TEXT, 'center');
  if (head.frequency !== '') panel.add(head.frequency, TEXT, 'center');
  panel.gap();
}

/** `X_label` is how X is to be printed, `X_note` an editor's remark that is not. */
export function imprintFields(head: IssueHead): { label: string; value: string }[] {
  const printed = new Map(
    head.fields.filter((field) => field.label.endsWith('_label')).map((field) => [field.label.slice(0, -'_label'.length), field.value]),
  );
  return head.fields
    .filter((field) => !/_(label|note)$/.test(field.label))
    .map((field) => ({ label: printed.get(field.label) ?? field.label, value: field.value }));
}

class PanelWriter {
  readonly lines: PanelLine[] = [];
  private readonly context: FlowContext;
  private readonly width: number;
  constructor(context: FlowContext, width: number) {
    this.context = context;
    this.width = width;
  }
  add(text: string, style: TextStyle, align: 'left' | 'center', colour: 'black' | 'red' = 'black'): this {
    const size = points(style.size);
    // What stands in the middle is divided by sense, as a title is; a row of names where its blanks are.
    const parts = align === 'left' || text.includes('　') ? [text] : breakTitle(text, [], Math.floor(this.width / size));
    for (const part of parts) {
      const cells = cellsOf([{ text: part, role: style.font, size }], this.context.measure);
      const lines =
        align === 'center'
          ? evenLines(cells, part, this.width, size)
          : breakLines(cells, { width: this.width, firstIndent: 0, indent: 0, align });
      for (const line of lines) this.lines.push({ line, height: Math.round(size * 1.7), colour });
    }
    return this;
  }
  /** In rows of so many; a row that is too wide has fewer, so that no name is broken. */
  addNames(names: readonly string[], perRow: number): this {
    for (let from = 0; from < names.length; ) {
      let many = Math.min(perRow, names.length - from);
      const row = () => names.slice(from, from + many).join('　');
      while (many > 1 && !this.fits(row(), TEXT)) many -= 1;
      this.add(row(), TEXT, 'center');
      from += many;
    }
    return this;
  }
  private fits(text: string, style: TextStyle): boolean {
    const cells = cellsOf([{ text, role: style.font, size: points(style.size) }], this.context.measure);
    return breakLines(cells, { width: this.width, firstIndent: 0, indent: 0, align: 'center' }).length === 1;
  }
  gap(lines = 1): this {
    this.lines.push({ line: { pieces: [], width: 0, fault: null }, height: Math.round(points(TEXT.size) * 1.7 * lines), colour: 'black' });
    return this;
  }
}

export function drawPanel(sheet: Sheet, context: FlowContext, part: PanelPart, left: number, width: number): void {
  const { geometry } = context;
  sheet.items.push({ kind: 'box', x: left, y: geometry.top, width, height: geometry.height, fill: null, stroke: 'grey', strokeWidth: 500 });
  const total = part.lines.reduce((sum, line) => sum + line.height, 0);
  // A panel that is too full for the page is set closer, never cut.
  const scale = Math.min(1, (geometry.height - 2 * PADDING) / Math.max(1, total));
  let y = geometry.top + PADDING;
  for (const each of part.lines) {
    const height = Math.round(each.height * scale);
    drawLine(sheet, context.measure.fonts, each.line, left + PADDING, y + Math.round(height * 0.7), each.colour);
    y += height;
  }
}
