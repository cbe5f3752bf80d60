/** 设置 as the desk sees it: backups, fonts by role, house styles on invented pages, facts of the program. */
import type { FontRole as FontRoleView, SettingsApi, Specimen } from '../../shared/api/settings.ts';
import { DeskError } from '../../shared/api.ts';
import { composeIssue } from '../../shared/issue/compose.ts';
import type { IssueStyle } from '../../shared/issue/issue.ts';
import { readJsonLines } from '../../shared/issue/json-lines.ts';
import { specimenDocuments, specimenIssue } from '../../shared/issue/specimen.ts';
import { createLayoutCache, layoutIssue } from '../../shared/layout/layout.ts';
import type { FontRole } from '../../shared/layout/metrics.ts';
import { pagesInOrder } from '../../shared/layout/page.ts';
import { message } from '../../shared/result.ts';
import { applyOverrides } from '../../shared/style/override.ts';
import { readOverrides } from '../../shared/style/parse.ts';
import { checkRoom } from '../../shared/style/room.ts';
import { fontRoles } from '../../shared/style/schema.ts';
import { databasePath } from '../database/settings.ts';
import { wantedNames } from '../font-names.ts';
import { backUpNow, listBackups, megabytesOf, readSettings, updateSettings } from './backups.ts';
import type { Desk } from './context.ts';
import { houseOf } from './houses.ts';

export function settingsPart(desk: Desk): SettingsApi {
  return {
    readSettings: async () => readSettings(desk),
    updateSettings: async (settings) => updateSettings(desk, settings),
    listFonts: async () => listFonts(desk),
    showHouse: async (house, changes) => showHouse(desk, house, changes),
    backUpNow: (progress) => backUpNow(desk, progress),
    listBackups: async () => listBackups(desk),
    async readProgramFacts() {
      const path = databasePath(desk.database);
      return { version: desk.version ?? '', database: path ?? '', databaseMegabytes: path === null ? 0 : megabytesOf(path) };
    },
  };
}

function listFonts(desk: Desk): FontRoleView[] {
  const { book, isOwn } = desk.fonts();
  return (Object.keys(fontRoles) as FontRole[]).map((role) => {
    const [id = ''] = book.roles[role];
    return {
      role,
      name: fontRoles[role],
      family: book.fonts[id]?.family ?? id,
      origin: isOwn?.(id) === true ? 'office' : 'program',
      wanted: wantedNames[role],
    };
  });
}

/** What is right of the changes is shown, even while something else in them is wrong; where the whole no longer fits, the style as it was. */
function showHouse(desk: Desk, id: string, changes: IssueStyle): Specimen {
  const house = houseOf(desk, id);
  if (house === null) throw new DeskError('house-unknown', `版式“${id}”未知；请刷新后另选一个版式。`);
  const json = readJsonLines(JSON.stringify(changes));
  if (!json.ok) throw new DeskError('style-json', '版式的改动写法有误；请改正后重试。');
  const { overrides, troubles } = readOverrides(json.node, house, '');
  const changed = applyOverrides(house, overrides);
  const style = checkRoom(changed).length === 0 ? changed : house;
  const issue = specimenIssue(id);
  const composed = composeIssue(issue, (key) => specimenDocuments[key] ?? null);
  const laidOut = layoutIssue(composed.value, style, desk.fonts().book, createLayoutCache());
  const messages = troubles.map(({ code, text }) => message(code, 'error', `${text}。`));
  return { pages: pagesInOrder(laidOut), messages };
}
