/** 设置: backups in real folders, fonts by role, a style on invented pages. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { keepDailyCopy } from '../../../main/desk/backups.ts';
import { createDesk } from '../../../main/desk.ts';
import { loadFonts } from '../../../main/fonts.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { temporaryFolder } from '../temporary.ts';

const root = join(import.meta.dirname, '../../..');
const fonts = loadFonts(join(root, 'dist/fonts'));

function open(path?: string) {
  const folder = temporaryFolder();
  const file = path ?? join(folder, '库.sqlite');
  const database = openDatabase(file);
  onTestFinished(() => void database.close());
  let time = new Date(2026, 2, 4, 8, 0, 0).getTime();
  const now = () => new Date(time).toISOString();
  const desk = createDesk({ database, fonts: () => fonts, now, sampleFolder: folder, version: '1.2.3' });
  return { desk, folder, file, context: { database, now }, wait: (hours: number) => (time += hours * 3_600_000) };
}

test('settings are kept; a folder that is not there is refused with advice', async () => {
  const { desk, folder } = open();
  expect(await desk.readSettings()).toEqual({ backupFolder: '', backupsKept: 7 });
  await desk.updateSettings({ backupFolder: ` ${folder} `, backupsKept: 3 });
  expect(await desk.readSettings()).toEqual({ backupFolder: folder, backupsKept: 3 });
  await expect(desk.updateSettings({ backupFolder: join(folder, '没有'), backupsKept: 3 })).rejects.toMatchObject({
    code: 'backup-folder',
  });
  await expect(desk.updateSettings({ backupFolder: 'a/b', backupsKept: 3 })).rejects.toMatchObject({ code: 'backup-folder' });
  await expect(desk.updateSettings({ backupFolder: '', backupsKept: 9999 })).rejects.toMatchObject({ code: 'backups-kept' });
  expect((await desk.readSettings()).backupsKept).toBe(3);
});

test('a backup is a whole database beside the other, and is listed', async () => {
  const { desk, folder } = open();
  const said: string[] = [];
  const made = await desk.backUpNow((done, total, what) => said.push(`${done}/${total} ${what}`));
  expect(made.path).toBe(join(folder, 'backups', '库-20260304-080000.sqlite'));
  openDatabase(made.path, { mustExist: true, readonly: true }).close();
  expect(await desk.listBackups()).toEqual([made]);
  expect(made.createdAt).toBe(new Date(2026, 2, 4, 8, 0, 0).toISOString());
  expect(said.length).toBeGreaterThan(0);
});

test('the first start of a day makes a copy; the oldest go, those made by hand stay', async () => {
  const { desk, folder, context, wait } = open();
  const target = join(folder, '备份');
  mkdirSync(target);
  await desk.updateSettings({ backupFolder: target, backupsKept: 2 });
  await desk.backUpNow();
  expect(await keepDailyCopy(context)).not.toBe(null);
  wait(1);
  expect(await keepDailyCopy(context)).toBe(null);
  for (let day = 0; day < 3; day += 1) {
    wait(24);
    expect(await keepDailyCopy(context)).not.toBe(null);
  }
  expect(readdirSync(target).sort()).toEqual([
    '库-20260304-080000.sqlite',
    '库-20260306-090000-daily.sqlite',
    '库-20260307-090000-daily.sqlite',
  ]);
  await desk.updateSettings({ backupFolder: target, backupsKept: 0 });
  wait(24);
  expect(await keepDailyCopy(context)).toBe(null);
});

test('with a clock that was put back the copy of the day is made, and stays', async () => {
  const { context, wait } = open();
  for (let day = 0; day < 8; day += 1) {
    await keepDailyCopy(context);
    wait(24);
  }
  wait(-24 * 365);
  const made = await keepDailyCopy(context);
  expect(existsSync(made?.path ?? '')).toBe(true);
  expect(await keepDailyCopy(context)).toBe(null);
});

test('two databases may share a folder: neither takes the copies of the other for its own', async () => {
  const { context, folder, wait } = open();
  const beside = open(join(folder, '库-2.sqlite'));
  for (let day = 0; day < 9; day += 1) {
    expect(await keepDailyCopy(context)).not.toBe(null);
    expect(await keepDailyCopy(beside.context)).not.toBe(null);
    wait(24);
    beside.wait(24);
  }
  expect(await beside.desk.listBackups()).toHaveLength(7);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(14);
});

test('a database in memory says that there is nothing to copy', async () => {
  const { desk, context } = open(':memory:');
  await expect(desk.backUpNow()).rejects.toMatchObject({ code: 'backup-memory' });
  expect(await keepDailyCopy(context)).toBe(null);
  expect(await desk.listBackups()).toEqual([]);
  expect(existsSync('backups')).toBe(false);
});

test('fonts by role, and the facts of the program', async () => {
  const { desk, file } = open();
  const roles = await desk.listFonts();
  expect(roles.map(({ role }) => role)).toEqual(['song', 'hei', 'kai', 'fang', 'title']);
  for (const { family, origin, wanted } of roles) expect([family !== '', origin, wanted.length > 0]).toEqual([true, 'program', true]);
  expect(await desk.readProgramFacts()).toMatchObject({ version: '1.2.3', database: file });
});

const sizes = (pages: readonly Page[]) =>
  new Set(pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.size] : []))));
const words = (pages: readonly Page[]) =>
  pages.map(({ items }) => items.map((item) => (item.kind === 'text' ? item.text : '')).join('')).join('');

test('every style shows all its parts on invented pages', async () => {
  const { desk } = open();
  for (const { id } of await desk.listHouses()) {
    const { pages, messages } = await desk.showHouse(id, {});
    expect([id, messages]).toEqual([id, []]);
    const text = words(pages).replace(/\s/g, '');
    for (const part of ['三年行动方案', '一、总体要求', '（一）指导思想。', '口袋公园建设18处', '【名词解释】', '重点项目清单', '张三'])
      expect([id, part, text.includes(part)]).toEqual([id, part, true]);
  }
  await expect(desk.showHouse('nothing', {})).rejects.toMatchObject({ code: 'house-unknown' });
});

test('a change is seen; a wrong one is said and the rest still shown; what does not fit leaves the style as it was', async () => {
  const { desk } = open();
  const changed = await desk.showHouse('national', { title: { size: '26pt' } });
  expect([sizes(changed.pages).has(26_000), changed.messages]).toEqual([true, []]);
  const half = await desk.showHouse('national', { title: { size: '26pt' }, body: { size: 900 } });
  expect(sizes(half.pages).has(26_000)).toBe(true);
  expect(half.messages.map(({ text }) => text).join('')).toContain('body.size');
  const wide = await desk.showHouse('national', { grid: { charactersPerLine: 60 } });
  expect(wide.messages.map(({ code }) => code)).toEqual(['style-room']);
  expect(wide.pages.length).toBeGreaterThan(2);
});
