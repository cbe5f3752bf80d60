/** 凑页: what would save a page, and doing it as a new revision. */
import { type AdviceView, DeskError, type DocumentId, type IssueId } from '../../shared/api.ts';
import { advise, tighten } from '../../shared/layout/advice.ts';
import { addRevision, readDocument } from '../database/documents.ts';
import type { Desk } from './context.ts';
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

export function tightenBlocks(desk: Desk, id: DocumentId, blocks: readonly number[]): void {
  const stored = readDocument(desk.database, id);
  if (stored === null) throw new DeskError('document-missing', `稿件 ${id} 不在库中；请刷新列表后重试。`);
  if (blocks.some((block) => stored.document.blocks[block] === undefined))
    throw new DeskError('block-missing', '稿件已经改动，凑页建议不再适用；请重新计算。');
  const by = { createdAt: desk.now(), author: '凑页助手', note: '收紧' };
  if (addRevision(desk.database, id, stored.version, tighten(stored.document, blocks), by) === null) {
    throw new DeskError('revision-stale', '稿件刚被改动；请重新计算后再试。');
  }
}
