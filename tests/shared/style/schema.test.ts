/** Every field of a house style is described, the styles that ship obey their description, and the reference page says the same. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { houseStyles } from '../../../shared/style/index.ts';
import { styleLeaves } from '../../../shared/style/override.ts';
import { checkRoom } from '../../../shared/style/room.ts';
import { findStyleField, fontRoles, type StyleField, styleFields, styleGroups } from '../../../shared/style/schema.ts';

const page = join(import.meta.dirname, '../../../assets/help/house-style.md');

test('a setting that is not described is a failing test, and so is a description of nothing', () => {
  const leaves = new Set(houseStyles.flatMap((style) => styleLeaves(style).map(({ path }) => path)));
  expect([...leaves].filter((path) => findStyleField(path) === null)).toEqual([]);
  expect(styleFields.map(({ path }) => path).filter((path) => !leaves.has(path))).toEqual([]);
});

test('paths are described once, in words that end, and belong to a group', () => {
  const paths = styleFields.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(styleFields.filter(({ meaning }) => !meaning.endsWith('。')).map(({ path }) => path)).toEqual([]);
  expect(paths.filter((path) => styleGroups[path.split('.')[0] ?? ''] === undefined)).toEqual([]);
});

test('the styles that ship are within what is allowed, and fit on their page', () => {
  const outside = houseStyles.flatMap((style) =>
    styleLeaves(style).flatMap(({ path, value }) => (allows(findStyleField(path), value) ? [] : [`${style.id} ${path}: ${value}`])),
  );
  expect(outside).toEqual([]);
  expect(houseStyles.flatMap(checkRoom)).toEqual([]);
});

function allows(field: StyleField | null, value: unknown): boolean {
  const kind = field?.kind;
  if (kind?.type === 'number') return typeof value === 'number' && value >= kind.min && value <= kind.max;
  if (kind?.type === 'integer') return Number.isInteger(value) && (value as number) >= kind.min && (value as number) <= kind.max;
  if (kind?.type === 'choice') return Object.hasOwn(kind.choices, String(value));
  if (kind?.type === 'font') return Object.hasOwn(fontRoles, String(value));
  if (kind?.type === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' && [...value].length <= (kind?.longest ?? 0);
}

function allowed({ kind }: StyleField): string {
  switch (kind.type) {
    case 'number':
      return `${kind.min}–${kind.max}`;
    case 'integer':
      return `${kind.min}–${kind.max} 的整数`;
    case 'boolean':
      return '`true` 是，`false` 否';
    case 'choice':
      return Object.entries(kind.choices)
        .map(([name, words]) => `\`${name}\` ${words}`)
        .join('<br>');
    case 'font':
      return '字体角色';
    default:
      return `不超过 ${kind.longest} 字`;
  }
}

function referencePage(): string {
  const lines = [
    '# 版式各项说明',
    '',
    '<!-- 由 tests/shared/style/schema.test.ts 按 shared/style/schema.ts 写出；改动说明后用 UPDATE=1 重写本页。 -->',
    '',
    '版式文件是 JSON：`id`（代号）、`name`（名称）、`base`（以哪个版式为底），再写与底不同的项，其余随底。用 `gazette house export 代号` 导出一份来改，',
    '`gazette house import 文件 --database 库` 收入。一期要与版式不同，在清单里写 `"style": {…}`，写法相同，不写 `id`、`name` 和 `base`。',
    '',
    '长度以磅计，直接写数；也可以加引号带单位：`"18pt"`、`"25mm"`、`"2.5cm"`，字号可以写 `"三号"`、`"小四"`、`"五号"`。“条款”一列是 GB/T 9704-2012 的条款号。',
    '',
    `字体角色：${Object.entries(fontRoles)
      .map(([name, words]) => `\`${name}\` ${words}`)
      .join('，')}。`,
  ];
  for (const group of new Set(Object.values(styleGroups))) {
    lines.push('', `## ${group}`, '', '| 项 | 名称 | 含义 | 单位 | 取值 | 条款 |', '|---|---|---|---|---|---|');
    for (const field of styleFields.filter(({ path }) => styleGroups[path.split('.')[0] ?? ''] === group))
      lines.push(`| \`${field.path}\` | ${field.name} | ${field.meaning} | ${field.unit} | ${allowed(field)} | ${field.clause ?? ''} |`);
  }
  return `${lines.join('\n')}\n`;
}

test('the reference page is up to date', () => {
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, referencePage());
  }
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(referencePage());
});
