/** 凑页 through the desk: what is promised happens, as a revision that can be gone back from. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { reuseBlocks } from '../../../main/desk/documents.ts';
import { createDesk } from '../../../main/desk.ts';
import { blockText } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { chance, documentOf, fonts, head, paragraphs, randomText } from '../../shared/layout/support.ts';

test('a block that did not change stays the same object', () => {
  const old = documentOf('示例市人民政府公告', paragraphs(chance(1), 6, 80));
  const changed = JSON.parse(JSON.stringify(old)) as GazetteDocument;
  const edited = {
    ...changed,
    blocks: changed.blocks.map((block, i) => (i === 2 ? { type: 'paragraph' as const, children: [{ text: '改过的一段。' }] } : block)),
  };
  const kept = reuseBlocks(old, edited);
  expect(kept.blocks.map((block, i) => block === old.blocks[i])).toEqual([true, true, false, true, true, true]);
  expect(kept).toEqual(edited);
});

test('what is promised happens, words stay, and the revision before is kept', async () => {
  const database = openDatabase(':memory:');
  const desk = createDesk({ database, fonts: () => fonts, now: () => '2026-01-05T00:00:00.000Z', sampleFolder: '' });
  const paragraph = chance(11);
  const lines = Array.from({ length: 60 }, () => `　　${randomText(paragraph, 40 + paragraph(220))}。`);
  for (let count = 20; count <= lines.length; count += 1) {
    const id = await desk.createIssue({ ...head, number: count });
    const file = { name: `${count}.txt`, bytes: new TextEncoder().encode(['示例市人民政府公告', '', ...lines.slice(0, count)].join('\n')) };
    await desk.importIntoIssue(id, '市政府文件', [file]);
    const advice = await desk.adviseIssue(id);
    const saving = advice.savings[0];
    if (saving === undefined) continue;
    const before = await desk.readDocument(saving.documentId);
    const hand = { person: '王一', session: 'a' };
    const other = { person: '李二', session: 'b' };
    await desk.lockDocument(saving.documentId, other, false);
    await expect(desk.tightenBlocks(saving.documentId, saving.blocks, hand)).rejects.toMatchObject({ code: 'document-locked' });
    await desk.unlockDocument(saving.documentId, other);
    await desk.setDocumentState(saving.documentId, 'final', '王一');
    await expect(desk.tightenBlocks(saving.documentId, saving.blocks, hand)).rejects.toMatchObject({ code: 'document-final' });
    await desk.setDocumentState(saving.documentId, 'editing', '王一');
    await desk.tightenBlocks(saving.documentId, saving.blocks, hand);
    const after = await desk.readDocument(saving.documentId);
    expect((await desk.layoutIssue(id)).pages).toBe(saving.pagesAfter);
    expect(after.document.blocks.map(blockText)).toEqual(before.document.blocks.map(blockText));
    expect([before.revision, after.revision]).toEqual([1, 2]);
    await expect(desk.tightenBlocks(saving.documentId, [9999], hand)).rejects.toMatchObject({ code: 'block-missing' });
    return;
  }
  throw new Error('no overhang found');
});
