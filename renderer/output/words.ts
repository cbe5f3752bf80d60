/** The words of 输出. */
import type { PageMultiple } from '../../shared/print/page-count.ts';
import type { Paper } from '../../shared/print/papers.ts';

export const words = {
  place: '存放位置',
  downloads: '浏览器的下载文件夹',
  choose: '选择文件夹…',
  change: '更换…',
  toDownloads: '改为下载',
  chosen: (name: string): string => `文件夹“${name}”`,
  refused: '没有得到写入这个文件夹的许可，文件没有存；请重新选择文件夹，或改为下载。',
  failed: (name: string): string => `文件“${name}”没有写进文件夹；请检查磁盘空间和权限，或另选文件夹后重试。`,
  job: '交付印刷',
  jobHint: '一次生成印刷厂需要的全部文件，逐个读回核验，并附校验和。未存为版本的改动会先存为新版本。',
  contents: (hasCover: boolean): readonly string[] => [
    ...['内文印前 PDF', ...(hasCover ? ['封面印前 PDF', '封面展开 PDF（含书脊）'] : [])],
    ...['屏幕 PDF（看样）', '印制工单', '校验和 SHA256SUMS.txt'],
  ],
  always: '一定包括',
  also: '另外包括',
  multiple: '内文面数',
  multiples: { 1: '按实际面数', 4: '补足 4 的倍数', 16: '补足 16 的倍数（整印张）' } as Readonly<Record<PageMultiple, string>>,
  paper: '内文用纸',
  paperOf: ({ name, maximumInk }: Paper): string => `${name}，墨量上限 ${Math.round(maximumInk * 100)}%`,
  imposed: '骑马订拼版',
  word: 'Word 文件',
  archive: '存档 PDF',
  make: '生成印刷文件',
  making: '正在生成印刷文件…',
  packing: '正在打包…',
  made: (name: string): string => `印刷文件已存到${name}`,
  notFinal: (count: number): string => `还有 ${count} 篇没有定稿`,
  notFinalHint: '可以照样输出；交付前请确认都已校对完毕。',
  allFinal: '全部稿件都已定稿',
  unread: (count: number): string => `还有 ${count} 页没有人标为已读`,
  unreadHint: '含读过以后又有改动的页。',
  readingMarks: '正在读取校读记录…',
  single: '单个文件',
  exporting: (name: string): string => `正在生成${name}…`,
  checking: '正在读回核验…',
  export: (name: string): string => `导出${name}`,
  button: '导出',
  saved: (name: string, place: string): string => `${name} 已存到${place}`,
  result: '输出结果',
  good: (count: number): string => `核验通过 ${count} 项`,
  bad: (count: number): string => `${count} 项不符`,
  passed: '通过',
  wrong: '不符',
  warnings: (count: number): string => `${count} 条提示`,
  /** What asks for something and what is only told are counted apart, as the line at the foot of the window does. */
  jobMessages: (asking: number, notes: number): string =>
    `本期还有 ${[...(asking > 0 ? [`${asking} 条提示`] : []), ...(notes > 0 ? [`${notes} 条说明`] : [])].join('、')}`,
  total: (files: number, size: string): string => `${files} 个文件，共 ${size}`,
  old: '输出后版面又有改动，请重新输出',
  formats: {
    pdf: { name: '屏幕 PDF', hint: '带书签、链接和页码标签，供审阅和上网。' },
    word: { name: 'Word 文件', hint: '真实样式和分栏，目录页码与版面一致，供转交和再编辑。' },
    press: { name: '印前 PDF', hint: 'PDF/X-4，出血 3 mm，裁切线和套准线，K100 叠印，供出片。' },
    cover: { name: '封面印前 PDF', hint: '封面四面，与内文分开出片。' },
    spread: { name: '封面展开', hint: '封底、书脊、封面连成一面，带折线；厚 5 mm 以上印书脊文字。' },
    imposed: { name: '骑马订拼版', hint: '按骑马订顺序拼成大版，已扣除爬移量。' },
    archive: { name: '存档 PDF', hint: 'PDF/A-2u，带标签和阅读顺序，供归档和无障碍阅读。' },
    ticket: { name: '印制工单', hint: '面数、印张、用纸、书脊和印前检查结果。' },
  },
} as const;

export function sizeText(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
