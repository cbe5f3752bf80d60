/** All documents that are at hand: of the fixtures, of the sample issue, and of the printed issues where they stand beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSubmission } from '../../../main/import/index.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { recognize } from '../../../shared/recognize/recognize.ts';
import { parseDraft } from '../../shared/recognize/notation.ts';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(root, 'tests/fixtures/recognize');
const corpus = process.env.CORPUS ?? join(root, '../shared/corpus');
export const hasCorpus = existsSync(corpus);

export interface Named {
  readonly name: string;
  readonly document: GazetteDocument;
}

export async function allDocuments(): Promise<readonly Named[]> {
  const drafts = readdirSync(fixtures).map((name) => ({
    name,
    document: recognize(parseDraft(readFileSync(join(fixtures, name, 'input.txt'), 'utf8')), `${name}.docx`).value,
  }));
  const folders = [join(root, 'assets/samples/example-city/submissions'), ...corpusFolders()];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const read = await Promise.all(files.map(readDocument));
  return [...drafts, ...read.filter((one) => one !== null)];
}

function corpusFolders(): string[] {
  if (!hasCorpus) {
    console.warn('跳过印本来稿：项目旁没有 shared/corpus，只用自拟的稿件。');
    return [];
  }
  return readdirSync(corpus).map((name) => join(corpus, name, 'submissions'));
}

async function readDocument(path: string): Promise<Named | null> {
  const outcome = await readSubmission({ name: path, bytes: new Uint8Array(readFileSync(path)) });
  return outcome.ok ? { name: path, document: recognize(outcome.value, path).value } : null;
}
