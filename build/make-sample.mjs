/**
 * Makes the invented sample issue of 示例市 in assets/samples/example-city: `node build/make-sample.mjs`.
 * README, the demo and the tests use it; running this again gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { liftArticle, meetingNews, reservoirArticle, springNews } from './sample/articles.mjs';
import { careOpinions, dataMeasures, renewalPlan, wetlandReply } from './sample/government.mjs';
import { roadNames } from './sample/lists.mjs';
import { appointment, dismissal, leadersDuties, oneThing, openReport } from './sample/office.mjs';
import { wordFile } from './sample/word.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'samples', 'example-city');

/** Each with its section and how it starts. */
const entries = [
  [renewalPlan, '市政府文件', 'newPage'],
  [dataMeasures, '市政府文件', 'followOn'],
  [careOpinions, '市政府文件', 'followOn'],
  [wetlandReply, '市政府文件', 'followOn'],
  [oneThing, '市政府办公室文件', 'newPage'],
  [leadersDuties, '市政府办公室文件', 'followOn'],
  [openReport, '市政府办公室文件', 'followOn'],
  [roadNames, '市政府办公室文件', 'followOn'],
  [appointment, '人事任免', 'newPage'],
  [dismissal, '人事任免', 'followOn'],
  [liftArticle, '调查研究', 'rightPage'],
  [reservoirArticle, '调查研究', 'newPage'],
  [meetingNews, '政务动态', 'newPage'],
  [springNews, '政务动态', 'followOn'],
];

/** The platform decodes GB18030 but does not encode it; for the two-byte characters its decoder, turned round, is the table. */
function encodeGb18030(text) {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (!table.has(character)) table.set(character, [lead, trail]);
    }
  }
  const bytes = [];
  for (const character of text) {
    const code = character.codePointAt(0);
    const pair = code < 0x80 ? [code] : table.get(character);
    if (pair === undefined) throw new Error(`“${character}” has no two bytes in GB18030`);
    bytes.push(...pair);
  }
  return new Uint8Array(bytes);
}

const manifest = {
  gazette: '示例市人民政府公报',
  house: 'xinyu',
  year: 2026,
  number: 1,
  totalNumber: 1,
  frequency: '双月刊',
  publishedOn: '2026-02-28',
  firstPage: 3,
  cover: {
    title: '示例市人民政府公报',
    titleEnglish: "GAZETTE OF THE PEOPLE'S GOVERNMENT OF SHILI CITY",
    titlePinyin: 'SHI LI SHI REN MIN ZHENG FU GONG BAO',
    coverYear: '2026',
    coverIssue: '第1期（总第1期）',
    issueLine: '2026年第1期 总第1期 2026年2月28日出版 （双月刊）',
  },
  slogans: ['传达政令', '宣传政策', '指导工作'],
  statement: '所登文件与正式文件具有同等效力',
  board: [
    { role: '主任', names: ['林知远'] },
    { role: '副主任', names: ['温　言', '秦牧之'] },
    { role: '编委', names: ['方既明', '柳青禾', '戴望岑', '钟离夏', '卫　然', '阮星河'] },
    { role: '责任编辑', names: ['乔　木', '谢知微'] },
  ],
  fields: [
    { label: '主管单位', value: '示例市人民政府' },
    { label: '主办单位', value: '示例市人民政府办公室' },
    { label: '地址', value: '示例市东城区市民大道1号' },
    { label: '邮编', value: '000000' },
    { label: '电话', value: '0000-0000000' },
    { label: '投稿邮箱', value: 'gazette@example.com' },
    { label: '准印证号', value: '（示）0000001' },
    { label: '印数', value: '1000册' },
    { label: '印刷单位', value: '示例市印刷厂' },
  ],
  entries: entries.map(([document, section, start]) => ({ file: `submissions/${document.file}`, section, start })),
};

mkdirSync(join(home, 'submissions'), { recursive: true });
for (const [document] of entries) {
  const bytes = document.lines === undefined ? wordFile(document) : encodeGb18030(`${document.lines.replaceAll('\n', '\r\n')}\r\n`);
  writeFileSync(join(home, 'submissions', document.file), bytes);
}
writeFileSync(join(home, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
