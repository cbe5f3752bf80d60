/** Each folder of tests/fixtures/recognize holds a draft in plain notation and what must be recognised in it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../shared/document/block.ts';
import { draftText } from '../../../shared/recognize/draft.ts';
import { recognize } from '../../../shared/recognize/recognize.ts';
import { outline, parseDraft } from './notation.ts';

const folder = join(import.meta.dirname, '../../fixtures/recognize');

describe('recognition', () => {
  for (const name of readdirSync(folder).sort()) {
    const input = join(folder, name, 'input.txt');
    const expected = join(folder, name, 'expected.txt');
    it(name, () => {
      const draft = parseDraft(readFileSync(input, 'utf8'));
      const { value, messages } = recognize(draft, `${name}.docx`);
      const found = outline(value) + messages.map((message) => `message ${message.code}\n`).join('');
      if (process.env.UPDATE === '1' || !existsSync(expected)) writeFileSync(expected, found);
      expect(found).toBe(readFileSync(expected, 'utf8'));
    });
    it(`${name}: no character is lost or changed`, () => {
      const draft = parseDraft(readFileSync(input, 'utf8'));
      const { value } = recognize(draft, name);
      const before = draft.nodes.flatMap((node) =>
        node.kind === 'paragraph'
          ? [draftText(node)]
          : node.kind === 'table'
            ? node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(draftText)))
            : [],
      );
      const { official } = value;
      const after = [
        ...value.titleLines,
        // A number below the title is in no line of the version head.
        official.headLines.some((line) => line.includes(value.docNumber ?? '')) ? '' : value.docNumber,
        value.subtitle,
        value.addressees,
        value.byline,
        ...official.headLines,
        ...official.signatureLines,
        ...official.recordLines,
        ...value.blocks.map(blockText),
      ];
      const left = sorted(before.join('')).replace(/[—0-9]/g, '');
      expect(sorted(after.join('')).replace(/[—0-9]/g, '')).toBe(left);
    });
  }
});

/** Numbers and dashes apart (page numbers are dropped, a date beside the 发文字号 is kept as data). */
function sorted(text: string): string {
  return [...text.replace(/[\s\u3000]/g, '')].sort().join('');
}
