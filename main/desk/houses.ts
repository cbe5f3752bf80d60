/** 版式 as the desk sees it: the styles that ship, what the office changed of them, its own, and what one issue changes. */
import { DeskError, type FileBytes, type HouseReport, type HouseSummary } from '../../shared/api.ts';
import type { Grid, Issue, IssueHead, IssueStyle } from '../../shared/issue/issue.ts';
import { readJsonLines } from '../../shared/issue/json-lines.ts';
import { type Message, message } from '../../shared/result.ts';
import { findHouse, houseStyles } from '../../shared/style/index.ts';
import { applyOverrides, type HouseOverrides, mergeOverrides } from '../../shared/style/override.ts';
import { parseStyleFile, readOverrides, styleToJson } from '../../shared/style/parse.ts';
import { checkRoom } from '../../shared/style/room.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { listIssues } from '../database/issues.ts';
import { readStyleOverrides, removeStyleOverrides, storedStyleIds, writeStyleOverrides } from '../database/styles.ts';
import type { Desk } from './context.ts';

/** Far above any style; a file beyond it is something else. */
const largestFile = 1024 * 1024;

/** The one way to the style of an issue. @throws DeskError `house-unknown`. */
export function styleOf(desk: Desk, issue: Pick<Issue<unknown>, 'head'>): HouseStyle {
  const { house, style } = issue.head;
  const found = houseOf(desk, house);
  if (found === null) throw new DeskError('house-unknown', `版式“${house}”未知；请为本期另选一个版式。`);
  return style === undefined ? found : applyOverrides(found, style as HouseOverrides);
}

/** A style with the office's changes; null when there is none, or the style below it is gone. */
export function houseOf(desk: Desk, id: string): HouseStyle | null {
  const stored = readStyleOverrides(desk.database, id);
  if (stored === null) return findHouse(id);
  const base = findHouse(typeof stored.base === 'string' ? stored.base : id);
  return base === null ? null : { ...applyOverrides(base, stored as HouseOverrides), id };
}

export function listHouses(desk: Desk): HouseSummary[] {
  const stored = new Set(storedStyleIds(desk.database));
  const ids = [...new Set([...houseStyles.map(({ id }) => id), ...stored])];
  return ids.flatMap((id) => {
    const house = houseOf(desk, id);
    const shipped = findHouse(id) !== null;
    return house === null ? [] : [{ id, name: house.name, origin: shipped ? (stored.has(id) ? 'changed' : 'program') : 'office' }];
  });
}

/** Stores the style of a file; refused as a whole with all troubles when it has one. */
export function importHouse(desk: Desk, file: FileBytes): HouseReport {
  const text = decode(file);
  if (typeof text !== 'string') return { house: null, messages: [text] };
  const outcome = parseStyleFile(text, (id) => houseOf(desk, id), file.name);
  if (!outcome.ok) return { house: null, messages: outcome.messages };
  const { style, base, overrides } = outcome.value;
  const { id, name } = style;
  const run = desk.database.transaction(() => {
    // A style of the office's own is never the base of another: what it changes is taken over, so that it may go.
    const below = readStyleOverrides(desk.database, base);
    const root = typeof below?.base === 'string' ? below.base : base;
    const { name: _name, base: _base, ...belowFields } = below ?? {};
    const fields = mergeOverrides(belowFields as HouseOverrides, overrides);
    const isNew = readStyleOverrides(desk.database, id) === null;
    writeStyleOverrides(desk.database, id, { base: root, name, ...fields }, desk.now());
    return isNew;
  });
  const isNew = run.immediate();
  const messages: Message[] = [];
  if (findHouse(id) !== null) {
    messages.push(
      message('house-changed', 'note', `随程序提供的版式“${id}”已按文件“${file.name}”改动；要恢复原样，请删除这一改动。`, {
        file: file.name,
      }),
    );
  } else if (!isNew) messages.push(message('house-replaced', 'note', `原有的版式“${id}”已由文件“${file.name}”取代。`, { file: file.name }));
  return { house: listHouses(desk).find((house) => house.id === id) ?? null, messages };
}

export function exportHouse(desk: Desk, id: string): FileBytes {
  const style = houseOf(desk, id);
  if (style === null) throw houseUnknown(desk, id);
  const base = readStyleOverrides(desk.database, id)?.base;
  const text = styleToJson(style, typeof base === 'string' ? base : id);
  return { name: `${id}.json`, bytes: new TextEncoder().encode(text) };
}

/** A style that ships becomes what it was; one of the office's own goes, unless an issue needs it. */
export function removeHouse(desk: Desk, id: string): void {
  const shipped = findHouse(id) !== null;
  const user = shipped ? undefined : listIssues(desk.database).find(({ house }) => house === id);
  if (user !== undefined) {
    const issue = `${user.gazette}${user.year}年第${user.number}期`;
    throw new DeskError('house-used', `版式“${id}”还有“${issue}”在用；请先为它另选版式再删除。`);
  }
  if (removeStyleOverrides(desk.database, id)) return;
  if (shipped) throw new DeskError('house-shipped', `版式“${id}”随程序提供，没有改动可删；不用它时为各期另选版式即可。`);
  throw houseUnknown(desk, id);
}

/** The head with the changes of its style read: lengths in points. @throws DeskError for an unknown house and for changes that are wrong. */
export function checkHead(desk: Desk, head: IssueHead): IssueHead {
  const house = houseOf(desk, head.house);
  if (house === null) throw houseUnknown(desk, head.house);
  const { style, ...plain } = head;
  const read = style === undefined ? {} : readChanges(style, house);
  const [tight] = gridTroubles(applyOverrides(house, read), head.grid);
  if (tight !== undefined) throw new DeskError('grid-room', `${tight}。`);
  return Object.keys(read).length === 0 ? plain : { ...plain, style: read };
}

/** What an issue changes of its style, lengths in points. @throws DeskError with all that is wrong. */
function readChanges(style: IssueStyle, house: HouseStyle): HouseOverrides {
  const json = readJsonLines(JSON.stringify(style));
  if (!json.ok) throw new DeskError('style-json', '期内版式写法有误；请改正后重试。');
  const { overrides, troubles } = readOverrides(json.node, house);
  const [first] = troubles;
  if (first !== undefined) throw new DeskError(first.code, `${troubles.map(({ text }) => text).join('。')}。`);
  return overrides;
}

/** A grid of the issue's own that does not fit the paper of its style: text would run off the page. */
export function gridTroubles(style: HouseStyle, grid: Grid | null): readonly string[] {
  return grid === null ? [] : checkRoom({ ...style, grid }).map(({ text }) => `本期的“grid”（版心）排不下：${text}`);
}

function houseUnknown(desk: Desk, id: string): DeskError {
  const known = listHouses(desk).map((house) => house.id);
  return new DeskError('house-unknown', `版式“${id}”未知；请改用其中之一：${known.join('、')}。`);
}

function decode(file: FileBytes): string | Message {
  const at = { file: file.name };
  if (file.bytes.length > largestFile) {
    return message('style-large', 'error', `文件“${file.name}”太大，不像是版式文件；请核对文件。`, at);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    return message('style-encoding', 'error', `文件“${file.name}”不是 UTF-8 编码的文字；请用记事本等另存为 UTF-8 后再导入。`, at);
  }
}
