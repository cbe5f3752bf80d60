/** 凑页: what would save a page, and doing it as a new revision. */
import type { Hand } from '../../shared/api/documents.ts';
import { type AdviceView, DeskError, type DocumentId, type IssueId } from '../../shared/api.ts';
import { advise, tighten } from '../../shared/layout/advice.ts';
import { addRevision } from '../database/documents.ts';
import type { Desk } from './context.ts';
import { needDocument, whileFree } from './editing.ts';
import { laidOutIssue } from './layouts.ts';

export function adviseIssue(desk: Desk, id: IssueId): AdviceView {
  const { composed, style } = laidOutIssue(desk, id);
  const advice = advise(composed, style, desk.fonts().book, desk.layoutCache);
  const savings = advice.savings.map((saving) => ({
    ...saving,
    documentId: (composed.entries[saving.entry] as (typeof composed.entries)[number]).entry.key.documentId,
  }));
  return { ...advice, savings };
}

export function tightenBlocks(desk: Desk, id: DocumentId, blocks: readonly number[], hand: Hand): void {
  whileFree(desk, id, hand, () => {
    const { document, version } = needDocument(desk, id);
    if (blocks.some((block) => document.blocks[block] === undefined))
      throw new DeskError('block-missing', '稿件已经改动，凑页建议不再适用；请重新计算。');
    addRevision(desk.database, id, version, tighten(document, blocks), { createdAt: desk.now(), author: hand.person, note: '凑页收紧' });
  });
}
