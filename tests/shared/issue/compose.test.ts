/** What composing an issue has to say of it. */
import { expect, it } from 'vitest';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { composeIssue } from '../../../shared/issue/compose.ts';
import { documentOf, head } from '../layout/support.ts';

const codesOf = (section: string, title: string) => {
  const entries = [{ key: 1, section, start: 'newPage' as const, contentsTitle: null }];
  return composeIssue({ head, entries }, () => documentOf(title, [])).messages.map(({ code, text }) => `${code}: ${text}`);
};

it('has nothing to say of usual names', () => {
  expect(codesOf('市政府办公室规范性文件', '关于印发示例市城市管理办法的通知')).toEqual([]);
});

it('says that a name of a section is too long for running head and contents', () => {
  expect(codesOf('栏'.repeat(31), '关于示例的通知')).toEqual([
    expect.stringMatching(/^section-long: 栏目名“栏{12}…”有 31 个字.*30 字以内/),
  ]);
});

it('says that a title is so long that it must be text', () => {
  expect(codesOf('市政府文件', '字'.repeat(201))).toEqual([expect.stringMatching(/^title-long: .*201 个字.*请核对/)]);
});

const composed = (documents: readonly Partial<GazetteDocument>[]) =>
  composeIssue(
    { head, entries: documents.map((_, key) => ({ key, section: '市政府文件', start: 'newPage' as const, contentsTitle: null })) },
    (key) => documentOf(`关于示例之${key}的通知`, [{ type: 'paragraph', children: [{ text: '各有关单位：' }] }], documents[key]),
  ).messages.map(({ code, severity, at }) => ({ code, severity, entry: at?.entry }));

it('says with its place that a title or the date of a numbered document is not there', () => {
  expect(composed([{}, { title: ' ', docNumber: null }, { docNumber: '示府发〔2026〕3号', date: null }])).toEqual([
    { code: 'title-missing', severity: 'error', entry: 1 },
    { code: 'date-missing', severity: 'warning', entry: 2 },
  ]);
});

it('knows a 发文字号 again however it was typed, and says when its brackets are not 〔〕', () => {
  const date = '2026-01-05';
  for (const other of ['示府发[2026]3号', '示府发（2026）3号', '示府发【２０２６】 3 号', '示府发(2026)3号'])
    expect(
      composed([
        { docNumber: '示府发〔2026〕3号', date },
        { docNumber: other, date },
      ]),
      other,
    ).toEqual([
      { code: 'number-brackets', severity: 'warning', entry: 1 },
      { code: 'number-twice', severity: 'warning', entry: 1 },
    ]);
  expect(
    composed([
      { docNumber: '示府发〔2026〕3号', date },
      { docNumber: '示府发〔2026〕4号', date },
      { docNumber: '第3号', date },
    ]),
  ).toEqual([]);
});
