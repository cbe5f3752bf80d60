/** Two issues for the archive: the sample of 示例市 as it is installed, and a small one made to be difficult. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { openDatabase } from '../../../main/database/open.ts';
import { createDeskContext } from '../../../main/desk/context.ts';
import { laidOutIssue } from '../../../main/desk/layouts.ts';
import { createDesk } from '../../../main/desk.ts';
import type { ArchiveInput } from '../../../main/export/archive.ts';
import { loadFonts } from '../../../main/fonts.ts';
import type { IssueId } from '../../../shared/api.ts';
import type { Block, TableCell } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { composeIssue } from '../../../shared/issue/compose.ts';
import { comparableName, manifestFiles } from '../../../shared/issue/manifest.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { sampleDocument, sampleHead } from '../samples.ts';

const root = join(import.meta.dirname, '../../..');
const fonts = loadFonts(join(root, 'dist/fonts'));

export async function exampleCity(): Promise<ArchiveInput> {
  const database = openDatabase(':memory:');
  const sampleFolder = join(root, 'assets/samples/example-city');
  const options = { database, fonts: () => fonts, now: () => '2026-01-01T00:00:00.000Z', sampleFolder };
  const path = join(sampleFolder, 'manifest.json');
  const bytes = readFileSync(path);
  const files = manifestFiles(bytes.toString()).map((name) => ({
    name,
    bytes: readFileSync(resolve(dirname(path), comparableName(name))),
  }));
  const { issueId } = await createDesk(options).importManifest({ name: path, bytes }, files);
  const { composed, laidOut } = laidOutIssue(createDeskContext(options), issueId as IssueId);
  return { head: composed.head, composed, laidOut, fonts, images: () => null };
}

const long = '各县（区）要结合本地实际，细化任务清单，明确责任分工，压实工作责任，确保各项措施落到实处、见到成效。'.repeat(30);
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const cell = (text: string, columnSpan = 1, rowSpan = 1): TableCell => ({
  type: 'tableCell',
  columnSpan,
  rowSpan,
  children: text.split('\n').map((line) => ({ type: 'cellParagraph', children: [{ text: line }] })),
});

const blocks: readonly Block[] = [
  paragraph('偏旁⼀与汉字一是两个字符，Å（长度）与Å（字母）也是；生僻字𬭎、上标与&<>照录。'),
  { type: 'heading', level: 3, children: [{ text: '1.直接从第三级开始。' }, { text: long, runIn: true }] },
  { type: 'heading', level: 4, children: [{ text: '（1）与正文同一字体。' }, { text: '接排的正文紧跟在后面。', runIn: true }] },
  { type: 'heading', level: 1, children: [{ text: '一、回到第一级' }] },
  { type: 'heading', level: 4, children: [{ text: '（1）又跳到第四级' }] },
  paragraph(long),
  { type: 'article', children: [{ text: '第一条　为了规范工作，制定本办法。' }] },
  { type: 'attachment', children: [{ text: '附件：1.任务表' }] },
  { type: 'attachment', children: [{ text: '2.流程图' }] },
  { type: 'note', children: [{ text: '（此件主动公开）' }] },
  { type: 'attachmentTitle', label: '附件1', children: [{ text: '任务表' }] },
  {
    type: 'table',
    columns: [1, 1, 1],
    children: [
      { type: 'tableRow', head: true, children: [cell('类别', 1, 2), cell('数量', 2)] },
      { type: 'tableRow', head: true, children: [cell('2025年'), cell('2026年')] },
      ...Array.from({ length: 60 }, (_, i) => ({
        type: 'tableRow' as const,
        children: i % 3 === 0 ? [cell(`第${i}类`, 1, 3), cell(`甲${i}`), cell('')] : [cell(`乙${i}\n另起一段`), cell(`丙${i}`)],
      })),
      { type: 'tableRow', children: [cell('短行')] },
    ],
  },
  { type: 'attachmentTitle', label: '附件2', children: [{ text: '流程图' }] },
  { type: 'figure', image: { hash: 'png', width: 200, height: 100 }, children: [{ text: '图1 办理流程' }] },
  { type: 'figure', image: { hash: 'jpeg', width: 100, height: 100 }, children: [] },
  { type: 'figure', image: { hash: 'none', width: 100, height: 50 }, children: [{ text: '图3 库中没有的图片' }] },
  {
    type: 'box',
    children: [
      { type: 'cellParagraph', children: [{ text: '专栏1 重点工程' }] },
      { type: 'cellParagraph', children: [{ text: '加快建设一批补短板项目。' }] },
    ],
  },
  { type: 'title', children: [{ text: '示例市某某办法' }] },
  { type: 'heading', level: 2, children: [{ text: '（一）目的。' }, { text: '方便群众。', runIn: true }] },
  { type: 'sign', children: [{ text: '示例市人民政府办公室' }] },
  { type: 'signDate', children: [{ text: '2024年5月6日' }] },
];

/** Every type of block, runs over columns and pages, pictures of each kind, a masthead with characters that XML reserves. */
export function difficult(): ArchiveInput {
  const first: GazetteDocument = {
    ...sampleDocument('示例市人民政府关于印发示例市某某办法的通知'),
    subtitle: '——试行',
    byline: '张三　李四',
    authors: ['张三', '李四'],
    blocks,
  };
  const second: GazetteDocument = { ...sampleDocument('示例市人民政府关于做好防汛工作的通知'), docNumber: '示府发〔2024〕4号' };
  const entry = (key: string, section: string) => ({ key, section, start: 'followOn' as const, contentsTitle: null });
  const head = { ...sampleHead, gazette: '示例市人民政府公报（A&B<C>）' };
  const issue = { head, entries: [entry('a', '市政府文件'), entry('b', '市政府文件'), entry('c', '部门文件')] };
  const documents: Readonly<Record<string, GazetteDocument>> = { a: first, b: second, c: sampleDocument('示例市财政局关于预算的公告') };
  const composed = composeIssue(issue, (key) => documents[key] ?? null).value;
  const pictures: Readonly<Record<string, Uint8Array>> = { png: png(), jpeg: cmykJpeg() };
  return {
    head,
    composed,
    laidOut: layoutIssue(composed, findHouse('jiujiang') as HouseStyle, fonts.book),
    fonts,
    images: (hash) => pictures[hash] ?? null,
    // As much of a profile as the tests look at.
    cmykProfile: () => new TextEncoder().encode('....................CMYK'.padStart(128, '.')),
  };
}

/** 2 × 1 pixels, RGB with alpha. */
function png(): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Uint8Array.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
  const pixels = deflateSync(Uint8Array.from([0, 255, 0, 0, 255, 0, 0, 255, 128]));
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', new Uint8Array())]);
}

/** One black or white point in four components: tables of a single code each, then eight bits. */
function cmykJpeg(): Uint8Array {
  const components = [1, 2, 3, 4];
  const segment = (marker: number, ...data: readonly number[]) => [0xff, marker, 0, data.length + 2, ...data];
  const oneCode = [1, ...new Array<number>(15).fill(0), 0];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...new Array<number>(64).fill(1)),
    ...segment(0xc0, 8, 0, 1, 0, 1, 4, ...components.flatMap((id) => [id, 0x11, 0])),
    ...segment(0xc4, 0x00, ...oneCode),
    ...segment(0xc4, 0x10, ...oneCode),
    ...segment(0xda, 4, ...components.flatMap((id) => [id, 0]), 0, 63, 0),
    ...[0, 0xff, 0xd9],
  ]);
}
