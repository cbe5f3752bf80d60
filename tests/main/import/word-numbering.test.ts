import { expect, test } from 'vitest';
import { formatNumber } from '../../../main/import/number-format.ts';
import { p, paragraphs, readDocx, texts } from './docx.ts';

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, abstractId: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const item = (text: string, id: number, ilvl = 0) => p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`);

const OFFICIAL =
  level(0, 'chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>') +
  level(1, 'chineseCountingThousand', '（%2）') +
  level(2, 'decimal', '%3.', '<w:suff w:val="space"/>');

test('numbers stand in the text without a blank, levels restart below a higher one', async () => {
  const { draft } = await readDocx({
    body: item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 1) + item('丁', 1, 2) + item('戊', 1) + item('己', 1, 1) + item('庚', 1, 2),
    numbering: abstract(0, OFFICIAL) + num(1, 0),
  });
  expect(texts(draft)).toEqual(['一、甲', '（一）乙', '（二）丙', '1.丁', '二、戊', '（一）己', '1.庚']);
  expect(paragraphs(draft)[2]).toMatchObject({ autoNumber: { length: 3, level: 1 }, runs: [{ text: '（二）' }, { text: '丙' }] });
});

test('lists of one definition count on, an override starts anew once', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const { draft } = await readDocx({
    body: item('a', 1) + item('b', 2) + item('c', 3) + item('d', 3) + item('e', 1),
    numbering: abstract(0, level(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, restart),
  });
  expect(texts(draft)).toEqual(['1.a', '2.b', '5.c', '6.d', '7.e']);
});

test('restart rules, legal numbering, text of several levels', async () => {
  const levels =
    level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'decimal', '%1-%3', '<w:lvlRestart w:val="0"/>');
  const { draft } = await readDocx({
    body: item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1) + item('戊', 1, 1) + item('己', 1, 2),
    numbering: abstract(0, levels) + num(1, 0),
  });
  expect(texts(draft)).toEqual(['I甲', '1.1乙', 'I-1丙', 'II丁', '2.1戊', 'II-2己']);
});

test('a number that would run into a figure keeps one blank', async () => {
  const { draft } = await readDocx({
    body: item('2024年', 1) + item('年', 1),
    numbering: abstract(0, level(0, 'decimal', '%1')) + num(1, 0),
  });
  expect(texts(draft)).toEqual(['1 2024年', '2年']);
});

test('numbers come through styles and style links, list 0 switches them off, deleted paragraphs do not count', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/></w:style>' +
    '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  const numbering =
    abstract(0, '<w:numStyleLink w:val="list"/>') +
    abstract(
      1,
      `<w:styleLink w:val="list"/>${level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="h1"/>')}${level(1, 'decimal', '第%2节', '<w:pStyle w:val="h2"/>')}`,
    ) +
    num(1, 0) +
    num(2, 1);
  const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
  const { draft } = await readDocx({
    body:
      p('甲', style('h1')) +
      `<w:p><w:pPr>${style('h1')}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>` +
      p('乙', style('h2')) +
      p('丙', `${style('h1')}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
      p('丁', style('h1')),
    styles,
    numbering,
  });
  expect(texts(draft)).toEqual(['第一章甲', '第1节乙', '丙', '第二章丁']);
});

test('bullets of symbol fonts become plain ones', async () => {
  const bullet = (font: string, char: string) => level(0, 'bullet', char, `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`);
  const { draft } = await readDocx({
    body: item('甲', 1) + item('乙', 2),
    numbering: abstract(0, bullet('Symbol', '\uf0b7')) + abstract(1, bullet('Wingdings', '\uf06e')) + num(1, 0) + num(2, 1),
  });
  expect(texts(draft)).toEqual(['•甲', '■乙']);
});

test('an unknown number format falls back to the figure and says so', async () => {
  const { draft, messages } = await readDocx({ body: item('甲', 1), numbering: abstract(0, level(0, 'thaiLetters', '%1.')) + num(1, 0) });
  expect(texts(draft)).toEqual(['1.甲']);
  expect(messages.map((entry) => entry.code)).toEqual(['number-format-unknown']);
});

test.each([
  ['chineseCountingThousand', 10, '十'],
  ['chineseCountingThousand', 21, '二十一'],
  ['chineseCountingThousand', 103, '一百零三'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1010, '一千零一十'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['japaneseCounting', 111, '百十一'],
  ['ideographDigital', 20, '二〇'],
  ['ideographTraditional', 10, '癸'],
  ['ideographZodiac', 12, '亥'],
  ['decimalEnclosedCircleChinese', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '21'],
  ['decimalEnclosedFullstop', 3, '⒊'],
  ['decimalEnclosedParen', 4, '⑷'],
  ['decimalFullWidth', 15, '１５'],
  ['decimalZero', 7, '07'],
  ['lowerRoman', 14, 'xiv'],
  ['upperLetter', 28, 'BB'],
  ['ordinal', 12, '12th'],
  ['001, 002, 003', 5, '005'],
  ['none', 1, ''],
])('%s %i is %s', (format, value, text) => {
  expect(formatNumber(value, format)).toBe(text);
});
