/** An archive of invented issues: five years of twelve, some twenty-two documents each, six million characters in all. The same every time. */
import { insertDocument } from '../../main/database/documents.ts';
import { insertIssue, writeEntries } from '../../main/database/issues.ts';
import type { Database } from '../../main/database/open.ts';
import { insertSubmission } from '../../main/database/submissions.ts';
import type { Block } from '../../shared/document/block.ts';
import { emptyOfficialForm, type GazetteDocument } from '../../shared/document/document.ts';

export interface ArchiveSize {
  readonly issues: number;
  readonly documents: number;
  /** Characters of a document, about. */
  readonly characters: number;
}

export const fullArchive: ArchiveSize = { issues: 60, documents: 22, characters: 4550 };

const subjects =
  '城市更新 老旧小区 加装电梯 营商环境 数字政府 河湖长制 粮食安全 学前教育 医疗保障 养老服务 住房公积金 招标投标 安全生产 森林防火'.split(
    ' ',
  );
const actions = '推进 加强 完善 落实 健全 规范 优化 提升 统筹 推动 严格 加快 深化 保障 开展 建立 实施 组织 支持 引导'.split(' ');
const objects =
  '工作机制 责任体系 管理办法 服务水平 监督检查 资金使用 项目建设 信息公开 应急预案 考核评价 发展规划 基础设施 人才队伍 部门协作 审批流程 示范试点'.split(
    ' ',
  );
const joints = '并 且 同时 进一步 切实 不断 有序 全面'.split(' ');
const issuers = ['示例市人民政府', '示例市人民政府办公室', '示例市住房和城乡建设局', '示例市教育局', '示例市应急管理局', '示例市财政局'];
const sections = ['市政府文件', '市政府办公室文件', '部门文件', '人事任免', '政务动态'];

/** Mulberry32: small, even, and the same on every machine. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Chance = ReturnType<typeof chance>;
const one = <T>(list: readonly T[], next: Chance): T => list[next(list.length)] as T;

/** Two characters from the whole of the block, the front ones far more often: names and places. */
function rareWord(next: Chance): string {
  const character = () => String.fromCharCode(0x4e00 + Math.floor((next(4500) * next(4500)) / 4500));
  return `${character()}${character()}`;
}

function sentence(next: Chance): string {
  switch (next(6)) {
    case 0:
      return `${rareWord(next)}县、${rareWord(next)}区要${one(joints, next)}${one(actions, next)}${one(subjects, next)}的${one(objects, next)}。`;
    case 1:
      return `全市 GDP 增长${next(12)}.${next(10)}%，${one(subjects, next)}投入${next(9000) + 100}万元，比上年提高${next(40)}.${next(10)}个百分点。`;
    case 2:
      return `各级各部门应当依照《${rareWord(next)}市${one(subjects, next)}条例》第${next(60) + 1}条的规定，${one(actions, next)}${one(objects, next)}。`;
    default:
      return `${one(actions, next)}${one(subjects, next)}${one(objects, next)}，${one(joints, next)}${one(actions, next)}${one(objects, next)}，由${one(issuers, next)}会同${rareWord(next)}镇负责。`;
  }
}

function inventDocument(year: number, number: number, characters: number, next: Chance): GazetteDocument {
  const issuer = one(issuers, next);
  const title = `${issuer}关于${one(actions, next)}${rareWord(next)}${one(subjects, next)}${one(objects, next)}的通知`;
  const blocks: Block[] = [];
  // From a third to nearly twice as long as asked for.
  const wanted = characters * (0.35 + next(1300) / 1000);
  for (let written = 0, heading = 1; written < wanted; ) {
    if (blocks.length % 6 === 0) {
      blocks.push({
        type: 'heading',
        level: 1,
        children: [{ text: `${'一二三四五六七八九十'[heading % 10]}、${one(actions, next)}${one(objects, next)}` }],
      });
      heading += 1;
    }
    let text = '';
    for (let count = 2 + next(5); count > 0; count -= 1) text += sentence(next);
    written += text.length;
    blocks.push({ type: 'paragraph', children: [{ text }] });
  }
  return {
    format: 1,
    kind: 'official',
    title,
    titleLines: [title],
    subtitle: null,
    docNumber: `示府发〔${year}〕${number}号`,
    date: `${year}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`,
    issuer,
    addressees: '各县（市、区）人民政府，市直各部门：',
    authors: [],
    byline: null,
    blocks,
    official: emptyOfficialForm,
  };
}

/** Fills a database with it. @returns how many documents and characters there are. */
export function inventArchive(database: Database, size: ArchiveSize): { readonly documents: number; readonly characters: number } {
  const next = chance(20261123);
  let documents = 0;
  let characters = 0;
  const run = database.transaction(() => {
    for (let count = 0; count < size.issues; count += 1) {
      const year = 2021 + Math.floor(count / 12);
      const time = `${year}-${String((count % 12) + 1).padStart(2, '0')}-15T08:00:00.000Z`;
      const issue = insertIssue(
        database,
        {
          gazette: '示例市人民政府公报',
          house: 'jiujiang',
          year,
          number: (count % 12) + 1,
          totalNumber: count + 1,
          frequency: '月刊',
          publishedOn: time.slice(0, 10),
          grid: null,
          firstPage: 3,
          cover: {},
          slogans: [],
          statement: '',
          board: [],
          fields: [],
        },
        time,
      );
      const entries = Array.from({ length: size.documents }, (_, index) => {
        documents += 1;
        const document = inventDocument(year, (count % 12) * size.documents + index + 1, size.characters, next);
        for (const block of document.blocks) if (block.type === 'paragraph') characters += block.children[0]?.text.length ?? 0;
        const file = `来稿${documents}.docx`;
        const sha256 = documents.toString(16).padStart(64, '0');
        const submission = insertSubmission(database, { sha256, name: file, bytes: new Uint8Array(), receivedAt: time, messages: [] });
        const documentId = insertDocument(database, submission, document, { author: '导入', createdAt: time });
        const section = sections[Math.floor((index / size.documents) * sections.length)] as string;
        return { key: { documentId, file }, section, start: 'followOn', contentsTitle: null } as const;
      });
      writeEntries(database, issue, entries, time);
    }
  });
  run();
  return { documents, characters };
}
