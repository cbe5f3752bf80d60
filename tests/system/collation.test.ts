/** 对原稿 on the printed issues, where they stand beside the project: no line of any submission is lost or changed by recognition. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSubmission } from '../../main/import/index.ts';
import { collate } from '../../shared/recognize/collate.ts';
import { draftLines } from '../../shared/recognize/draft-lines.ts';
import { recognize } from '../../shared/recognize/recognize.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const issues = existsSync(corpus) ? readdirSync(corpus).sort() : [];
if (issues.length === 0) console.warn('跳过 collation：项目旁没有 shared/corpus。');

describe.skipIf(issues.length === 0)('every submission differs from its recognised text in nothing', () => {
  it.each(issues)('%s', async (issue) => {
    const folder = join(corpus, issue, 'submissions');
    const found: string[] = [];
    for (const name of readdirSync(folder)) {
      const draft = await readSubmission({ name, bytes: readFileSync(join(folder, name)) });
      if (!draft.ok) throw new Error(`${name}: ${draft.error.text}`);
      const { differences } = collate(draftLines(draft.value), recognize(draft.value, name).value);
      if (differences > 0) found.push(`${name}: ${differences}`);
    }
    expect(found).toEqual([]);
  });
});
