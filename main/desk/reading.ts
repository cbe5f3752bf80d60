/** 校读 as the desk sees it: each document of an issue held against the file that it came from, and what was read of each page. */
import { createHash } from 'node:crypto';
import type { DocumentDifferences, PageReading, ReadingApi } from '../../shared/api/reading.ts';
import type { DocumentId, IssueId, Person, Progress } from '../../shared/api.ts';
import { pagesInOrder } from '../../shared/layout/page.ts';
import { type Passage, passagesByPage } from '../../shared/layout/passages.ts';
import { readProof } from '../../shared/layout/proof-text.ts';
import { collate } from '../../shared/recognize/collate.ts';
import { draftLines } from '../../shared/recognize/draft-lines.ts';
import { documentVersion, readDocument } from '../database/documents.ts';
import { readFileOfDocument } from '../database/intake.ts';
import * as readings from '../database/readings.ts';
import { readSubmission } from '../import/index.ts';
import type { Desk } from './context.ts';
import { documentsOf } from './entries.ts';
import { laidOutIssue } from './layouts.ts';

/** A passage as the database knows it. */
interface KnownPassage extends readings.Reading, Pick<Passage, 'areas'> {}

export function readingPart(desk: Desk): ReadingApi {
  /** By the version of the text: only what was changed is collated again. */
  const kept = new Map<DocumentId, { readonly version: number | null; readonly differences: number | null }>();
  const collateIssue = async (id: IssueId, progress?: Progress): Promise<DocumentDifferences[]> => {
    const documents = documentsOf(desk, id);
    const found: DocumentDifferences[] = [];
    for (const [index, documentId] of documents.entries()) {
      const version = documentVersion(desk.database, documentId);
      const known = kept.get(documentId);
      if (known === undefined || known.version !== version) {
        progress?.(index, documents.length, '正在逐篇与原稿对照');
        // Others are answered between two documents.
        await new Promise((resolve) => setImmediate(resolve));
        kept.set(documentId, { version, differences: await differencesOf(desk, documentId) });
      }
      found.push({ documentId, differences: kept.get(documentId)?.differences ?? null });
    }
    return found;
  };
  /** Of the layout that was asked for last: it is asked for again with every mark. */
  let last: { readonly stamp: string; readonly id: IssueId; readonly pages: readonly (readonly KnownPassage[])[] } | null = null;
  const passagesOf = (id: IssueId) => {
    const { stamp, composed, laidOut } = laidOutIssue(desk, id);
    if (last !== null && last.id === id && last.stamp === stamp) return last.pages;
    const pages = pagesInOrder(laidOut);
    const documents = composed.entries.map(({ entry, document }) => ({ key: String(entry.key.documentId), title: document.title }));
    const words = readProof(pages, documents).filter(({ key }) => documents.some((document) => document.key === key));
    last = { id, stamp, pages: passagesByPage(words, pages.length).map((passages) => passages.map(known)) };
    return last.pages;
  };
  return {
    collateIssue,
    listReadings: async (id, person) => readingsOf(passagesOf(id), readings.listReadings(desk.database, id), person),
    async markRead(id, pages, person, isRead) {
      const all = passagesOf(id);
      const passages = pages.flatMap((page) => all[page] ?? []).map(({ documentId, passage }) => ({ documentId, passage }));
      if (isRead) readings.writeReadings(desk.database, passages, person, desk.now());
      else readings.removeReadings(desk.database, passages, person);
    },
  };
}

function known({ document, words, areas }: Passage): KnownPassage {
  const passage = createHash('sha256').update(words).digest('hex').slice(0, 32);
  return { documentId: Number(document) as DocumentId, passage, areas };
}

function readingsOf(
  pages: readonly (readonly KnownPassage[])[],
  marks: ReturnType<typeof readings.listReadings>,
  person: Person,
): PageReading[] {
  const read = new Map<Person, Set<string>>();
  for (const mark of marks) {
    const own = read.get(mark.person) ?? new Set();
    read.set(mark.person, own.add(keyOf(mark)));
  }
  return pages.map((passages): PageReading => {
    if (passages.length === 0) return { state: null, readers: [], unread: [] };
    const hasAll = (who: Person) => passages.every((passage) => read.get(who)?.has(keyOf(passage)));
    const open = passages.filter((passage) => read.get(person)?.has(keyOf(passage)) !== true);
    const state = open.length === 0 ? 'read' : open.length === passages.length ? 'unread' : 'partly';
    return {
      state,
      readers: [...read.keys()].filter((who) => who !== person && hasAll(who)),
      unread: state === 'partly' ? open.flatMap(({ areas }) => areas) : [],
    };
  });
}

function keyOf({ documentId, passage }: readings.Reading): string {
  return `${documentId} ${passage}`;
}

async function differencesOf({ database }: Desk, id: DocumentId): Promise<number | null> {
  const file = readFileOfDocument(database, id);
  const draft = file === null ? null : await readSubmission(file);
  const stored = readDocument(database, id);
  return draft === null || !draft.ok || stored === null ? null : collate(draftLines(draft.value), stored.document).differences;
}
