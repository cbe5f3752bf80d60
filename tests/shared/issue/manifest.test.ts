/** The manifest: what is read, and what is said of a bad one. */
import { expect, test } from 'vitest';
import { findFile, manifestFiles, parseManifest } from '../../../shared/issue/manifest.ts';

const good = `{
  "gazette": "示例市人民政府公报",
  "house": "jiujiang",
  "year": 2024,
  "number": 3,
  "entries": [
    {"file": "稿件/01.docx", "section": "市政府文件", "start": "newPage"},
    {"file": "稿件/02.docx", "section": "市政府文件", "start": "followOn"}
  ]
}`;
const around = { name: 'manifest.json', houses: ['jiujiang'], files: ['稿件/01.docx', '稿件/02.docx'] };

/** Codes and lines of what is said after a replacement in the good manifest. */
function troubles(from: string | RegExp, to: string): [string, number | undefined, string][] {
  const outcome = parseManifest(good.replace(from, to), around);
  return outcome.ok ? [] : outcome.messages.map(({ code, at, text }) => [code, at?.line, text]);
}

test('a short manifest gets defaults for what it leaves out', () => {
  const outcome = parseManifest(`\ufeff${good}`, around);
  expect(outcome.ok && outcome.value).toEqual({
    head: {
      ...{ gazette: '示例市人民政府公报', house: 'jiujiang', year: 2024, number: 3, totalNumber: null, frequency: '', publishedOn: null },
      ...{ grid: null, firstPage: 1, cover: {}, slogans: [], statement: '', board: [], fields: [] },
    },
    entries: [
      { key: '稿件/01.docx', section: '市政府文件', start: 'newPage', contentsTitle: null },
      { key: '稿件/02.docx', section: '市政府文件', start: 'followOn', contentsTitle: null },
    ],
  });
});

test('everything that a manifest may say is read; what is odd on a cover and unknown fields are passed over', () => {
  const more = `"totalNumber": 36, "publishedOn": "2024-02-29", "grid": {"columns": 2, "charactersPerLine": 22, "linesPerColumn": 37}, "firstPage": 3,
    "cover": {"title": "公报", "year": 2024, "note": null, "odd": [1]}, "slogans": ["传达政令", null], "statement": "声明",
    "board": [{"role": "主任", "names": ["张三"]}], "fields": [{"label": "地址", "value": "示例路1号"}, {"label": "印数", "value": 4000}, {"label": "空", "value": null}],
    "someday": {"a": 1}, "number": 3,`;
  const outcome = parseManifest(good.replace('"number": 3,', more), around);
  expect(outcome.ok && outcome.value.head).toMatchObject({
    ...{ totalNumber: 36, publishedOn: '2024-02-29', grid: { columns: 2, charactersPerLine: 22, linesPerColumn: 37 }, firstPage: 3 },
    ...{ cover: { title: '公报', year: '2024' }, slogans: ['传达政令'], board: [{ role: '主任', names: ['张三'] }] },
    fields: [
      { label: '地址', value: '示例路1号' },
      { label: '印数', value: '4000' },
    ],
  });
});

test.each([
  ['a missing comma', '"year": 2024,', '"year": 2024', 'manifest-json', 5, '"number"'],
  ['a cut file', /\n {2}\]\n\}$/, '', 'manifest-json', 8, '中断'],
  ['an unknown house', '"jiujiang"', '"nowhere"', 'house-unknown', 3, 'nowhere'],
  ['a missing field', '  "year": 2024,\n', '', 'manifest-field', 1, 'year'],
  ['a field of an entry', '"section": "市政府文件", "start": "followOn"', '"start": "followOn"', 'manifest-field', 8, 'entries[2].section'],
  ['a wrong type', '2024', '"2024"', 'manifest-field', 4, 'year'],
  ['a figure out of bounds', '"number": 3', '"number": 0', 'manifest-field', 5, 'number'],
  ['an unknown start', 'followOn', 'anywhere', 'manifest-field', 8, 'anywhere'],
  ['a missing file', '02.docx', '03.docx', 'file-missing', 8, '稿件/03.docx'],
  ['a file twice', '02.docx', '01.docx', 'file-twice', 8, '稿件/01.docx'],
  ['a file twice in another spelling', '稿件/02.docx', './稿件\\\\01.docx', 'file-twice', 8, '01.docx'],
  ['a date that does not exist', '"number": 3,', '"number": 3, "publishedOn": "2023-02-29",', 'manifest-field', 5, 'publishedOn'],
] as const)('%s is said with its line', (_what, from, to, code, line, name) => {
  expect(troubles(from, to)).toEqual([[code, line, expect.stringContaining(name)]]);
});

test('all troubles are said at once', () => {
  const outcome = parseManifest('{"house": 3, "entries": {}}');
  const said = outcome.ok ? [] : outcome.messages.map(({ text }) => /“(\w+)”/.exec(text)?.[1]);
  expect(said.sort()).toEqual(['entries', 'gazette', 'house', 'number', 'year']);
});

test('what is no object at all is refused', () => {
  for (const text of ['', '[]', 'null', '"x"', `${'['.repeat(9999)}`, '{} {}'])
    expect(parseManifest(text).ok, text.slice(0, 9)).toBe(false);
});

test('files are found by path, else by their last part where that is clear', () => {
  const files = [{ name: 'a/1.txt' }, { name: 'b/1.txt' }, { name: '2.txt' }];
  expect(findFile(files, 'b\\1.txt')?.name).toBe('b/1.txt');
  expect([findFile(files, 'c/1.txt'), findFile(files, 'c/2.txt')?.name]).toEqual([null, '2.txt']);
  expect([manifestFiles(good), manifestFiles('{')]).toEqual([['稿件/01.docx', '稿件/02.docx'], []]);
});
