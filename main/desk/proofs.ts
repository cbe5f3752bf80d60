/** 校样 as the desk sees it: pages kept as they were printed for reading, and the present ones held against them. */
import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import type { ProofsApi } from '../../shared/api/proofs.ts';
import { DeskError, type DocumentId, type IssueId } from '../../shared/api.ts';
import { compareProof } from '../../shared/layout/compare-proof.ts';
import { type Page, pagesInOrder } from '../../shared/layout/page.ts';
import { type ProofDocument, readProof } from '../../shared/layout/proof-text.ts';
import { issueStamp } from '../database/issues.ts';
import * as proofs from '../database/proofs.ts';
import type { Desk, LaidOut } from './context.ts';
import { commitDrafts } from './editing.ts';
import { laidOutIssue } from './layouts.ts';

/** What is packed: the pages with every place, so that a proof can be shown again, and which document each entry was. */
interface KeptProof {
  readonly form: 1;
  readonly documents: readonly { readonly documentId: DocumentId; readonly title: string }[];
  readonly pages: readonly Page[];
}

const pack = promisify(deflate);

export function proofsPart(desk: Desk): ProofsApi {
  const { database, now } = desk;
  /** The proof that was compared with last: it is asked for again with every change of the text. */
  let last: { readonly id: IssueId; readonly number: number; readonly words: readonly ProofDocument[] } | null = null;
  const wordsOf = (id: IssueId, number: number): readonly ProofDocument[] => {
    if (last !== null && last.id === id && last.number === number) return last.words;
    const packed = proofs.readProof(database, id, number);
    if (packed === null) throw new DeskError('proof-missing', `本期没有第 ${number} 校；请在“校样”中选一份列出的校样。`);
    const kept = JSON.parse(inflateSync(packed).toString('utf8')) as KeptProof;
    last = { id, number, words: readProof(kept.pages, kept.documents.map(nameOf)) };
    return last.words;
  };
  const takeProof: ProofsApi['takeProof'] = async (id, person) => {
    const laidOut = laidOutIssue(desk, id);
    const pages = pagesInOrder(laidOut.laidOut);
    if (pages.length === 0) throw new DeskError('proof-empty', '本期还没有版面，不能留校样；请先导入来稿。');
    const documents = documentsOf(laidOut);
    const kept: KeptProof = { form: 1, documents, pages };
    const packed = await pack(JSON.stringify(kept));
    // Somebody typed while the pages were packed: the revisions must be those of the pages.
    if (issueStamp(database, id) !== laidOut.stamp) return takeProof(id, person);
    const proof = { person, createdAt: now(), pages: pages.length };
    const run = database.transaction(() => {
      const number = proofs.insertProof(database, id, proof, packed);
      commitDrafts(
        desk,
        documents.map(({ documentId }) => documentId),
        `第 ${number} 校`,
      );
      return number;
    });
    return { number: run.immediate(), ...proof };
  };
  return {
    takeProof,
    listProofs: async (id) => proofs.listProofs(database, id),
    async compareProof(id, number) {
      const laidOut = laidOutIssue(desk, id);
      return compareProof(wordsOf(id, number), readProof(pagesInOrder(laidOut.laidOut), documentsOf(laidOut).map(nameOf)));
    },
  };
}

function documentsOf({ composed }: LaidOut): KeptProof['documents'] {
  return composed.entries.map(({ entry, document }) => ({ documentId: entry.key.documentId, title: document.title }));
}

function nameOf({ documentId, title }: KeptProof['documents'][number]): { readonly key: string; readonly title: string } {
  return { key: `document ${documentId}`, title };
}
