/** Style files: what is read, and what is said of each trouble. */
import { expect, test } from 'vitest';
import { readJsonLines } from '../../../shared/issue/json-lines.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import { jiujiang } from '../../../shared/style/jiujiang.ts';
import { readLength } from '../../../shared/style/lengths.ts';
import { national } from '../../../shared/style/national.ts';
import { applyOverrides, mergeOverrides } from '../../../shared/style/override.ts';
import { parseHouseStyle, parseStyleFile, readOverrides, styleToJson } from '../../../shared/style/parse.ts';

const file = (fields: string) => `{\n"id": "shili",\n"name": "示例市",\n"base": "jiujiang"${fields === '' ? '' : `,\n${fields}`}\n}`;

function troubles(text: string) {
  const outcome = parseStyleFile(text, findHouse, '示例.json');
  return outcome.ok ? [] : outcome.messages.map(({ code, at, text }) => ({ code, line: at?.line, text }));
}

test.each(houseStyles.map((style) => [style.id, style] as const))('%s comes back as it went out', (_, style) => {
  const outcome = parseHouseStyle(styleToJson(style), findHouse);
  expect(outcome).toEqual({ ok: true, value: style, messages: [] });
  // On another base every field is said, so nothing of the base is left.
  const other = style === national ? 'xinyu' : 'national';
  expect(parseHouseStyle(styleToJson(style, other), findHouse)).toMatchObject({ ok: true, value: style });
});

test('what is not written is as in the base', () => {
  const outcome = parseHouseStyle(file('"title": {"size": 20, "font": "hei"},\n"headings": {"3": {"bold": false}}'), findHouse);
  expect(outcome.ok && outcome.value).toEqual({
    ...jiujiang,
    id: 'shili',
    name: '示例市',
    title: { ...jiujiang.title, size: 20, font: 'hei' },
    headings: { ...jiujiang.headings, 3: { font: 'song', bold: false } },
  });
});

test.each([
  ['18pt', 18],
  ['18 磅', 18],
  ['７.８７５pt', 7.875],
  ['25mm', 70.87],
  ['2.5cm', 70.87],
  ['2.5厘米', 70.87],
  ['210mm', 595.28],
  ['225毫米', 637.8],
  ['1in', 72],
  ['三号', 15.75],
  ['3号', 15.75],
  ['小四', 12],
  ['五号', 10.5],
  ['二号', 21],
])('%s is %d points', (text, points) => {
  expect(readLength(text)).toEqual({ ok: true, points });
});

test.each(['18', '18px', '十八', '', 'pt', '18 19pt', '九号', '9号', 'constructor', '18toString', '1e3mm'])('%j is no length', (text) => {
  expect(readLength(text).ok).toBe(false);
});

test('lengths with units are read where points are wanted', () => {
  const outcome = parseHouseStyle(
    file(
      '"page": {"width": "210mm", "height": "29.7cm"}, "body": {"size": "五号"}, "contents": {"imprintPercent": "28%"}, "gutterEm": "2字"',
    ),
    findHouse,
  );
  expect(outcome.ok && outcome.value).toMatchObject({
    page: { width: 595.28, height: 841.89 },
    body: { size: 10.5 },
    contents: { imprintPercent: 28 },
    gutterEm: 2,
  });
});

test.each([
  ['"titel": {"size": 20}', 'style-unknown', '没有“titel”这一项；是不是“title”？'],
  ['"title": {"szie": 20}', 'style-unknown', '没有“title.szie”这一项；是不是“title.size”？'],
  ['"fontsize": 20', 'style-unknown', '没有“fontsize”这一项；这里可用的有：'],
  ['"imprintPercent": 20', 'style-unknown', '是不是“contents.imprintPercent”（版权栏宽）？'],
  ['"标题字号": 20', 'style-unknown', '是不是“title.size”（标题字号）？'],
  ['"title": {"constructor": 1}', 'style-unknown', '没有“title.constructor”这一项'],
  ['"__proto__": {"size": 1}', 'style-unknown', '没有“__proto__”这一项'],
  ['"title": 20', 'style-type', '“title”应为一组 {font、size、linesEach、linesBefore、linesAfter}'],
  ['"title": [20]', 'style-type', '“title”应为一组'],
  ['"title": {"size": null}', 'style-type', '“title.size”（标题字号）应为数（单位：磅）'],
  ['"title": {"size": {"pt": 20}}', 'style-type', '“title.size”（标题字号）应为数'],
  ['"titleSinks": "yes"', 'style-type', '“titleSinks”（页首标题下沉）应为 true（是）或 false（否）'.replace(' ', '')],
  ['"body": {"font": "SimSun"}', 'style-type', '"song"（宋体）、"hei"（黑体）'],
  ['"body": {"font": "黑体"}', 'style-type', '“body.font”（正文字体）应为"hei"'],
  ['"attachmentNewPage": "sometimes"', 'style-type', '"objects"（表格、图和表单的附件）'],
  ['"contents": {"heading": ""}', 'style-type', '“contents.heading”（目录标题文字）应为不为空'],
  ['"title": {"size": 180}', 'style-range', '“title.size”（标题字号）的取值 180 不在范围内；应为数 5 至 72（磅）'],
  ['"typeAreaHeight": 247', 'style-range', '看来是毫米，应填磅：700.16'],
  ['"topMargin": 2.5', 'style-range', '看来是厘米，应填磅：70.87'],
  ['"topMargin": 37', 'style-range', '看来是毫米，应填磅：104.88'],
  ['"page": {"width": 11906}', 'style-range', '看来是缇（1/20 磅，Word 文件里的单位），应填磅：595.3'],
  ['"page": {"width": "21mm"}', 'style-range', '应为数 400 至 1200（磅）'],
  ['"grid": {"columns": 2.5}', 'style-range', '应为整数 1 至 4（栏）'],
  ['"grid": {"linesPerColumn": -5}', 'style-range', '应为整数 10 至 80（行）'],
  ['"title": {"linesBefore": 1e308}', 'style-range', '应为数 0 至 10（行）'],
  ['"title": {"size": "18px"}', 'style-unit', '的取值“18px”单位不对；请写磅数'],
  ['"title": {"size": "18"}', 'style-unit', '单位不对'],
  ['"title": {"linesBefore": "25mm"}', 'style-unit', '这一项以行计'],
  ['"grid": {"charactersPerLine": 30}', 'style-room', '超过纸宽 595.28 磅'],
  ['"typeAreaHeight": 800', 'style-room', '超过纸高 841.89 磅'],
  ['"grid": {"linesPerColumn": 80}', 'style-room', '字会叠在一起'],
])('%s is refused: %s', (fields, code, words) => {
  const [first, ...more] = troubles(file(fields));
  expect(first).toMatchObject({ code, line: 5, text: expect.stringContaining('示例.json 第 5 行：') });
  expect(first?.text).toContain(words);
  expect(more).toEqual([]);
});

test('all troubles are said, each with its line', () => {
  const found = troubles('{\n"id": "a b",\n"base": "nowhere",\n"title": {\n"size": 180,\n"colour": "red"},\n"gutterEm": true\n}');
  expect(found.map(({ code, line }) => [code, line])).toEqual([
    ['style-missing', 1],
    ['style-range', 2],
    ['style-base', 3],
    ['style-range', 5],
    ['style-unknown', 6],
    ['style-type', 7],
  ]);
});

test('what is no style at all is refused in a sentence', () => {
  expect(troubles('{"id": "a",\n"name" 1}')).toMatchObject([
    { code: 'style-json', line: 2, text: expect.stringContaining('“1}”处写法有误') },
  ]);
  expect(troubles('')).toMatchObject([{ code: 'style-json', line: 1 }]);
  expect(troubles('[]')).toMatchObject([{ code: 'style-type', line: 1 }]);
  expect(troubles('[['.repeat(5000))).toMatchObject([{ code: 'style-json' }]);
  expect(troubles('{"id": "neu", "name": "新"}')).toMatchObject([{ code: 'style-base', text: expect.stringContaining('缺少“base”') }]);
  expect(troubles(`{"${'长'.repeat(100000)}": 1}`)[0]?.code).toBe('style-missing');
});

const overridesOf = (text: string) => {
  const json = readJsonLines(text);
  if (!json.ok) throw new Error(text);
  return readOverrides(json.node, jiujiang);
};

test('an issue changes fields, not the name of its style', () => {
  expect(overridesOf('{"title": {"size": "二号"}}')).toEqual({ overrides: { title: { size: 21 } }, troubles: [] });
  const { troubles: said } = overridesOf('{"id": "x",\n"title": {"siz": 1},\n"typeAreaHeight": 247}');
  expect(said.map(({ code, line }) => [code, line])).toEqual([
    ['style-unknown', 1],
    ['style-unknown', 2],
    ['style-range', 3],
  ]);
  expect(said[1]?.text).toContain('“style.title.size”');
  expect(overridesOf('[]').troubles).toMatchObject([{ code: 'style-type' }]);
  expect(overridesOf('{"typeAreaHeight": 800}').troubles).toMatchObject([{ code: 'style-room' }]);
});

test('overrides change what they name and nothing else; fields that are gone are passed over', () => {
  const changed = applyOverrides(jiujiang, { title: { size: 20 }, headings: { 1: { bold: true } } });
  expect(changed).toEqual({
    ...jiujiang,
    title: { ...jiujiang.title, size: 20 },
    headings: { ...jiujiang.headings, 1: { font: 'hei', bold: true } },
  });
  const stale = { gone: 1, title: { size: 'big', gone: {} }, body: 3 } as unknown as Parameters<typeof applyOverrides>[1];
  expect(applyOverrides(jiujiang, stale)).toEqual(jiujiang);
  expect(mergeOverrides({ title: { size: 20, font: 'hei' } }, { title: { size: 22 }, titleSinks: true })).toEqual({
    title: { size: 22, font: 'hei' },
    titleSinks: true,
  });
});
