/** 自动分栏: by the habits of earlier issues, else by issuer and kind. */
import { expect, test } from 'vitest';
import { chooseSection, intoSections, type SectionFacts, sectionOrder } from '../../../shared/issue/section-choice.ts';

const facts = (change: Partial<SectionFacts>): SectionFacts => ({
  ...{ kind: 'official', title: '示例市人民政府关于印发办法的通知', docNumber: null, date: '2026-01-06', issuer: '示例市人民政府' },
  ...change,
});

test('without earlier issues the issuer and the kind decide', () => {
  const choose = (change: Partial<SectionFacts>, used: readonly string[] = []) => chooseSection(facts(change), [], used);
  expect(choose({ docNumber: '示府发〔2026〕1号' })).toBe('市政府文件');
  expect(choose({ docNumber: '示府办发〔2026〕1号', issuer: '示例市人民政府办公室' })).toBe('市政府办公室文件');
  expect(choose({ docNumber: '示府办字〔2026〕1号', issuer: null })).toBe('市政府办公室文件');
  expect(choose({ docNumber: '示府字〔2026〕1号', issuer: null })).toBe('市政府文件');
  expect(choose({ issuer: '示例市教育局', docNumber: '示教字〔2026〕3号' })).toBe('部门文件');
  expect(choose({ kind: 'news', issuer: null })).toBe('政务动态');
  expect(choose({ kind: 'article', issuer: null })).toBe('调查研究');
  expect(choose({ kind: 'report', issuer: null })).toBe('市政府文件');
  expect(choose({ issuer: null })).toBe(null);
  // The gazette's own names go before the usual ones.
  expect(choose({ issuer: '示例市人民政府办公室' }, ['市政府文件', '市政府办文件'])).toBe('市政府办文件');
});

test('appointments have a section of their own only in a gazette that has one', () => {
  const appointment = facts({ title: '示例市人民政府关于林知远等同志职务任免的通知', docNumber: '示府字〔2026〕9号' });
  expect(chooseSection(appointment, [], [])).toBe('市政府文件');
  expect(chooseSection(appointment, [], ['市政府文件', '人事任免'])).toBe('人事任免');
});

test('what stood in a section before stands there again', () => {
  const earlier = [
    { ...facts({ docNumber: '示府字〔2025〕9号' }), section: '重要文件' },
    { ...facts({ docNumber: '示府发〔2025〕2号' }), section: '重要文件' },
    { ...facts({ docNumber: '示府字〔2025〕8号' }), section: '其他文件' },
    { ...facts({ kind: 'news', issuer: null }), section: '要闻' },
  ];
  expect(chooseSection(facts({ docNumber: '示府发〔2026〕1号' }), earlier, [])).toBe('重要文件');
  expect(chooseSection(facts({ kind: 'news', issuer: null }), earlier, ['动态'])).toBe('要闻');
});

test('a new section comes where it usually stands; those that are there keep their places', () => {
  expect(sectionOrder(['市政府文件', '要闻'])).toEqual([
    '市政府文件',
    '市政府办公室文件',
    '部门文件',
    '人事任免',
    '调查研究',
    '政务动态',
    '要闻',
  ]);
  const entries = ['政务动态', '政务动态', '市政府文件'].map((section, id) => ({ id, section }));
  const wanted = ['政务动态', '市政府办公室文件', '市政府文件'];
  const made = intoSections(entries, ({ id }) => wanted[id] as string, sectionOrder([]));
  expect(made.map(({ id, section }) => `${id} ${section}`)).toEqual(['1 市政府办公室文件', '0 政务动态', '2 市政府文件']);
});
