/** What composing an issue has to say of it. */
import { expect, it } from 'vitest';
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
