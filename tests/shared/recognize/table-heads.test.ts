/** Head rows that Word did not mark: found where they are plain, never in a form. */
import { describe, expect, it } from 'vitest';
import type { TableBlock, TableCell } from '../../../shared/document/block.ts';
import { withHeadRows } from '../../../shared/recognize/table-heads.ts';

type Given = string | { readonly text: string; readonly across?: number; readonly down?: number; readonly bold?: true };

function cellOf(given: Given): TableCell {
  const { text, across = 1, down = 1, bold } = typeof given === 'string' ? { text: given } : given;
  const run = bold === undefined ? { text } : { text, bold };
  return { type: 'tableCell', columnSpan: across, rowSpan: down, children: [{ type: 'cellParagraph', children: [run] }] };
}

function tableOf(...rows: readonly (readonly Given[])[]): TableBlock {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return {
    type: 'table',
    columns: new Array<number>(columns).fill(1),
    children: rows.map((row) => ({ type: 'tableRow' as const, children: row.map(cellOf) })),
  };
}

function heads(table: TableBlock): number {
  return withHeadRows(table).children.filter((row) => row.head === true).length;
}

describe('head rows that nobody marked', () => {
  it.each([
    ['序号 before numbers', 1, tableOf(['序号', '路名'], ['1', '东湖路'], ['2', '西湖路'], ['3', '南湖路'])],
    ['names of columns', 1, tableOf(['指标', '基数', '目标值'], ['绿地率', '31', '35'], ['覆盖率', '90', '95'], ['达标率', '88', '92'])],
    [
      'all in bold, and nothing else',
      1,
      tableOf(
        [
          { text: '甲', bold: true },
          { text: '乙', bold: true },
        ],
        ['东', '一'],
        ['西', '二'],
        ['南', '三'],
      ),
    ],
    [
      'heads over groups of columns, and a row of units',
      3,
      tableOf(
        [
          { text: '县（区）', down: 3 },
          { text: '粮食', across: 2 },
        ],
        ['面积', '产量'],
        ['万亩', '万吨'],
        ['东城区', '0.5', '1.2'],
        ['西城区', '3', '12'],
      ),
    ],
    [
      'below the name of the table and its unit',
      3,
      tableOf(
        [{ text: '重点项目计划表', across: 3 }],
        [{ text: '单位：万元', across: 3 }],
        ['序号', '项目名称', '总投资'],
        ['1', '东湖路', '500'],
        ['2', '西湖路', '600'],
        ['3', '南湖路', '700'],
      ),
    ],
    [
      'ticks in a table that is mostly empty',
      1,
      tableOf(
        ['序号', '任务', '财政局', '教育局', '民政局', '水利局'],
        ['1', '防汛', '', '', '', '√'],
        ['2', '助学', '', '√', '', ''],
        ['3', '助餐', '', '', '√', ''],
      ),
    ],
    [
      'an empty corner over numbers',
      2,
      tableOf(
        [
          { text: '', down: 2 },
          { text: '完成数', across: 2 },
        ],
        ['2025年', '2026年'],
        ['甲', '1', '2'],
        ['乙', '3', '4'],
      ),
    ],
  ])('are found: %s', (_, expected, table) => {
    expect(heads(table)).toBe(expected);
  });

  it.each([
    ['a form', tableOf(['项目名称', ''], ['项目单位', ''], ['联系人', ''], ['联系电话', ''])],
    [
      'labels beside their values',
      tableOf(
        ['姓名', '江一舟', '性别', '男'],
        ['民族', '汉族', '职称', '工程师'],
        ['学历', '本科', '专业', '土木'],
        ['手机', '000', '邮编', '000000'],
      ),
    ],
    ['a key with numbers', tableOf(['桥名', '示例大桥'], ['长度', '500'], ['宽度', '20'], ['荷载', '55'])],
    ['rows that are numbered', tableOf(['1.', '加强领导'], ['2.', '明确责任'], ['3.', '严格考核'], ['4.', '做好宣传'])],
    [
      'sentences',
      tableOf(['名称', '本项目位于示例县，由市城管局负责建设。'], ['内容', '新建道路。'], ['时间', '年内。'], ['备注', '无。']),
    ],
    ['a table of three rows', tableOf(['序号', '路名'], ['1', '东湖路'], ['2', '西湖路'])],
    [
      'a list of names',
      tableOf(
        ['顾　言', '江一舟', '沈　未'],
        ['林知远', '苏　禾', '周启衡'],
        ['孟　昭', '陆清和', '何景行'],
        ['白予舟', '韩　序', '许闻溪'],
      ),
    ],
  ])('are not seen in %s', (_, table) => {
    expect(heads(table)).toBe(0);
  });

  it('are left as the submission has them where it marks any', () => {
    const table = tableOf(['序号', '路名'], ['1', '东湖路'], ['2', '西湖路'], ['3', '南湖路']);
    const [, second, ...others] = table.children;
    const marked: TableBlock = {
      ...table,
      children: [table.children[0] as never, { ...(second as never as object), head: true } as never, ...others],
    };
    expect(withHeadRows(marked)).toBe(marked);
  });
});
