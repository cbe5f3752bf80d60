/** The text of the bench: the printed 赣州 issue where it stands beside the project, else the sample of 示例市, several times. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertDocument } from '../../main/database/documents.ts';
import { insertImage } from '../../main/database/images.ts';
import { insertIssue, writeEntries } from '../../main/database/issues.ts';
import { openDatabase } from '../../main/database/open.ts';
import { insertSubmission } from '../../main/database/submissions.ts';
import { readSubmission } from '../../main/import/index.ts';
import { type Block, blockText } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { type ComposedIssue, composeIssue } from '../../shared/issue/compose.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { parseManifest } from '../../shared/issue/manifest.ts';
import type { DraftImage } from '../../shared/recognize/draft.ts';
import { recognize } from '../../shared/recognize/recognize.ts';

const root = join(import.meta.dirname, '../..');
const printed = join(root, '../shared/corpus/ganzhou-2022-5');
const sample = join(root, 'assets/samples/example-city');
/** The sample is short: this many of it make an issue. */
const SAMPLE_TIMES = 6;

export interface Material {
  readonly manifest: string;
  readonly said: string;
  readonly issue: Issue<string>;
  readonly documents: ReadonlyMap<string, GazetteDocument>;
  readonly images: readonly DraftImage[];
  /** How many times the text makes one issue. */
  readonly times: number;
}

export async function readMaterial(): Promise<Material> {
  const isPrinted = existsSync(join(printed, 'manifest.json'));
  const folder = isPrinted ? printed : sample;
  const manifest = join(folder, 'manifest.json');
  const parsed = parseManifest(readFileSync(manifest, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.text);
  const documents = new Map<string, GazetteDocument>();
  const images: DraftImage[] = [];
  for (const { key } of parsed.value.entries) {
    const draft = await readSubmission({ name: key, bytes: readFileSync(join(folder, key)) });
    if (!draft.ok) throw new Error(draft.error.text);
    documents.set(key, recognize(draft.value, key).value);
    images.push(...draft.value.images);
  }
  const said = isPrinted
    ? '赣州市人民政府公报 2022 年第 5 期（项目旁的样刊）'
    : `项目旁没有样刊，改用示例市的示例重复 ${SAMPLE_TIMES} 次；与印本样刊的数字不可比`;
  return { manifest, said, issue: parsed.value, documents, images, times: isPrinted ? 1 : SAMPLE_TIMES };
}

/** The issue with its text so many times; no copy is like another, so that no program meets a paragraph that it has set before. */
export function repeated(material: Material, times: number): ComposedIssue<string> {
  const documents = new Map<string, GazetteDocument>();
  const entries = Array.from({ length: times * material.times }, (_, copy) => copy).flatMap((copy) =>
    material.issue.entries.flatMap((entry) => {
      const document = material.documents.get(entry.key);
      if (document === undefined) return [];
      const key = `${copy} ${entry.key}`;
      documents.set(key, copy === 0 ? document : { ...document, blocks: document.blocks.map((block) => turned(block, copy)) });
      return [{ ...entry, key }];
    }),
  );
  return composeIssue({ head: material.issue.head, entries }, (key) => documents.get(key) ?? null).value;
}

/** The same characters with the first few at the end. */
function turned(block: Block, by: number): Block {
  if (block.type !== 'paragraph' && block.type !== 'article') return block;
  const [only] = block.children;
  if (only === undefined || block.children.length > 1 || only.text.length < by * 2) return block;
  return { ...block, children: [{ ...only, text: only.text.slice(by) + only.text.slice(0, by) }] };
}

export function countCharacters(composed: ComposedIssue<unknown>): number {
  let count = 0;
  for (const { document } of composed.entries)
    for (const block of document.blocks) count += [...blockText(block)].filter((character) => /\p{Script=Han}/u.test(character)).length;
  return count;
}

/** The composed issue as a user has it: in a database. */
export function storeMaterial(file: string, material: Material, composed: ComposedIssue<string>): number {
  const time = '2026-01-05T00:00:00.000Z';
  const database = openDatabase(file);
  try {
    const run = database.transaction(() => {
      for (const image of material.images) insertImage(database, image.hash, image);
      const id = insertIssue(database, composed.head, time);
      const entries = composed.entries.map(({ entry, document }) => {
        const bytes = new TextEncoder().encode(entry.key);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const submission = insertSubmission(database, { sha256, name: entry.key, bytes, receivedAt: time, messages: [] });
        const documentId = insertDocument(database, submission, document, { author: 'bench', createdAt: time });
        return { ...entry, key: { documentId, file: entry.key } };
      });
      writeEntries(database, id, entries, time);
      return id;
    });
    return run();
  } finally {
    database.close();
  }
}
