/**
 * Head rows that the submission did not mark as such: a table over several pages has to say on each of them what its columns are.
 * Only where it is plain to see; the editor can take the mark off again. A form is never given one.
 */
import { cellText, type TableBlock, type TableCell, type TableRow } from '../document/block.ts';

/** A table with fewer rows is seen at a glance. */
const LEAST_ROWS = 4;
/** A label is short. */
const LABEL_CHARACTERS = 28;
const MOST_HEAD_ROWS = 3;
const MOST_TITLE_ROWS = 2;
const TITLE_CHARACTERS = 40;
/** Share of empty cells from which a table is a form, and of numbers from which a column is one of numbers. */
const FORM = 0.4;
const NUMBERS = 0.8;

const SERIAL = /^(序号|编号|序列|序次|项次|行次|No\.?)$/i;
const SENTENCE = /[。；;！？!?]|[^年月日号）)]：$/;
const NUMBER = /^[-+−]?[0-9０-９][0-9０-９.,，．%％‰/～~—\-–+]*$/;
const ITEM = /^[（(]?([0-9０-９]+|[一二三四五六七八九十]+)[）)、．.]/;
/** What columns are called. */
const LABEL =
  /(名称|姓名|单位|部门|机构|地点|地址|区域|范围|时间|时限|日期|年度|期限|进度|内容|事项|任务|项目|工作|措施|目标|指标|要求|依据|标准|类别|类型|分类|性质|属性|级别|等级|等次|基数|数值|数量|面积|产量|金额|资金|投资|总分|得分|分值|权重|合计|小计|总计|含义|说明|备注|职务|职责|责任人|联系人|电话|来源|方式|结果|起止点|县|区|乡镇|街道)(（.{1,8}）|\(.{1,8}\))?$/;

const UNIT =
  /^[（(]?[百千万亿]{0,2}(亩|吨|元|人|人次|户|个|件|次|家|公顷|平方米|公里|千米|米|立方米|千瓦|千瓦时|分|项|处|辆|套|栋|天|[%％‰])[）)]?$/;

/** @returns the table with its head rows marked, or as it came where it has some or nobody could say. */
export function withHeadRows(table: TableBlock): TableBlock {
  const count = table.children.some((row) => row.head === true) ? 0 : countHeadRows(table);
  if (count === 0) return table;
  return { ...table, children: table.children.map((row, index) => (index < count ? { ...row, head: true as const } : row)) };
}

function countHeadRows(table: TableBlock): number {
  const titles = countTitleRows(table);
  const count = countLabelRows(table.children.slice(titles));
  return count === 0 ? 0 : titles + count;
}

/** What a table from a spreadsheet has across it at the top: its name, and a unit or a date. */
function countTitleRows({ columns, children }: TableBlock): number {
  let count = 0;
  while (count < MOST_TITLE_ROWS && isAcross(children[count], columns.length)) count += 1;
  return count;
}

function isAcross(row: TableRow | undefined, columns: number): boolean {
  const [only] = row?.children ?? [];
  if (only === undefined || row?.children.length !== 1 || columns < 2 || only.columnSpan < columns || only.rowSpan > 1) return false;
  const text = plain(only);
  return text !== '' && text.length <= TITLE_CHARACTERS && !/[。；]/.test(text) && !ITEM.test(text);
}

function countLabelRows(rows: readonly TableRow[]): number {
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS || first.children.length < 2 || isForm(rows)) return 0;
  if (!first.children.every((cell, index) => isLabel(cell, index === 0))) return 0;
  const texts = first.children.map(plain);
  if (new Set(texts).size < texts.length) return 0;
  let depth = Math.max(...first.children.map((cell) => cell.rowSpan), first.children.some((cell) => cell.columnSpan > 1) ? 2 : 1);
  // A row of units below the labels.
  if (rows[depth]?.children.every((cell) => UNIT.test(plain(cell))) === true) depth += 1;
  if (depth > MOST_HEAD_ROWS || depth > rows.length - 2) return 0;
  const subs = rows.slice(1, depth);
  if (!subs.every((row) => row.children.every((cell) => isLabel(cell, false)))) return 0;
  return hasEvidence(rows, depth) ? depth : 0;
}

function hasEvidence(rows: readonly TableRow[], depth: number): boolean {
  const head = (rows[0] as TableRow).children;
  const body = rows.slice(depth);
  if (SERIAL.test(plain(head[0] as TableCell))) return true;
  const labels = rows.slice(0, depth).flatMap((row) => row.children);
  const known = head.filter((cell) => LABEL.test(plain(cell))).length;
  if (known >= 2 && known * 3 >= head.length * 2) return true;
  if (labels.every(isBold) && !body.some((row) => row.children.every(isBold))) return true;
  // Heads over groups of columns, with nothing but numbers below them.
  const numbers = body.flatMap((row) => row.children.slice(1));
  return depth > 1 && numbers.filter((cell) => NUMBER.test(plain(cell))).length >= numbers.length * NUMBERS;
}

/** The corner of a table may be empty. */
function isLabel(cell: TableCell, isCorner: boolean): boolean {
  const text = plain(cell);
  if (text === '') return isCorner;
  return text.length <= LABEL_CHARACTERS && !SENTENCE.test(text) && !NUMBER.test(text) && !ITEM.test(text);
}

function isForm(rows: readonly TableRow[]): boolean {
  const cells = rows.flatMap((row) => row.children);
  // A table of ticks is mostly empty as well, but each of its rows says something.
  const body = rows.slice(1);
  const said = body.filter(({ children }) => children.filter((cell) => plain(cell) !== '').length >= 2).length;
  if (said >= body.length * NUMBERS) return false;
  return cells.filter((cell) => plain(cell) === '').length >= cells.length * FORM;
}

function isBold(cell: TableCell): boolean {
  const runs = cell.children.flatMap(({ children }) => children).filter(({ text }) => text.trim() !== '');
  return runs.length > 0 && runs.every((run) => run.bold === true);
}

function plain(cell: TableCell): string {
  return cellText(cell).replace(/\s/g, '');
}
