/** 档案检索, timed at the desk: what is asked of `searchArchive` and `listArchiveFacets`, each many times. */
import type { ArchiveApi, ArchiveQuery } from '../../shared/api/archive.ts';
import { median } from './measure.ts';

export interface ArchiveTime {
  readonly what: string;
  readonly total: number;
  /** Milliseconds. What the processor was busy with it says the same on a machine that has other things to do. */
  readonly processor: number;
  readonly shortest: number;
  readonly median: number;
  readonly longest: number;
}

const queries: readonly (readonly [string, Omit<ArchiveQuery, 'offset' | 'limit'>, number?])[] = [
  ['全部（没有检索词）', { words: '' }],
  ['1 字，常见', { words: '的' }],
  ['1 字，少见', { words: '丨' }],
  ['2 字，常见', { words: '城市' }],
  ['2 字，少见', { words: '丁七' }],
  ['3 字，字母', { words: 'GDP' }],
  ['5 字，常见', { words: '住房公积金' }],
  ['12 字，常见', { words: '示例市住房和城乡建设局会' }],
  ['发文字号', { words: '示府发[2024]5号' }],
  ['百分数', { words: '5.3%' }],
  ['三个词', { words: '推进 学前教育 GDP' }],
  ['四项条件齐全', { words: '服务', gazette: '示例市人民政府公报', year: 2023, section: '部门文件', issuer: '示例市教育局' }],
  ['第 1000 条起', { words: '工作' }, 1000],
  ['查不到', { words: '不存在的一句话' }],
];

/** As many as the window asks for at once. */
const limit = 20;

export async function timeArchive(desk: ArchiveApi, runs: number): Promise<ArchiveTime[]> {
  const times: ArchiveTime[] = [];
  const time = async (what: string, work: () => Promise<number>) => {
    const taken: number[] = [];
    const busy: number[] = [];
    let total = await work();
    for (let run = 0; run < runs; run += 1) {
      const before = process.cpuUsage();
      const start = performance.now();
      total = await work();
      taken.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      busy.push((user + system) / 1000);
    }
    times.push({ what, total, processor: median(busy), shortest: Math.min(...taken), median: median(taken), longest: Math.max(...taken) });
  };
  for (const [what, query, offset = 0] of queries)
    await time(what, async () => (await desk.searchArchive({ ...query, offset, limit })).total);
  await time('筛选项', async () => (await desk.listArchiveFacets()).issuers.length);
  return times;
}
