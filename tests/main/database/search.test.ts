/** The index against the plain meaning of searching: the same documents as looking through every text would find. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchRows } from '../../../main/database/archive.ts';
import { backUp } from '../../../main/database/backup.ts';
import { addRevision, commitDraft, insertDocument, writeDraft } from '../../../main/database/documents.ts';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { indexWaiting } from '../../../main/database/search.ts';
import { insertSubmission } from '../../../main/database/submissions.ts';
import type { DocumentId } from '../../../shared/api.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { documentPieces, foldText, searchWords } from '../../../shared/document/search-text.ts';
import { sampleDocument } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

const time = '2024-05-06T08:00:00.000Z';
const by = { author: '编辑', createdAt: time };

function withText(title: string, ...paragraphs: readonly string[]): GazetteDocument {
  return { ...sampleDocument(title), blocks: paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] })) };
}

let stored = 0;
function store(database: Database, document: GazetteDocument): DocumentId {
  stored += 1;
  const bytes = new TextEncoder().encode(String(stored));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const submission = insertSubmission(database, { sha256, name: 'a.txt', bytes, receivedAt: time, messages: [] });
  return insertDocument(database, submission, document, by);
}

const find = (database: Database, words: string) =>
  searchRows(database, { words, offset: 0, limit: 500 })
    .rows.map(({ documentId }) => documentId)
    .toSorted((a, b) => a - b);

test('any string of any length is found exactly where it stands', () => {
  const database = openDatabase(join(temporaryFolder(), 'a.sqlite'));
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  // Few characters, so that every pair and many longer strings come again and again.
  const letters = [...'中国市政a1%〔〕。，𠮷 '];
  const word = (length: number) => Array.from({ length }, () => letters[next(letters.length)]).join('');
  const documents = Array.from({ length: 120 }, () =>
    withText(word(1 + next(8)), ...Array.from({ length: next(4) }, () => word(next(30)))),
  );
  // In one transaction: otherwise each write waits for the disk.
  const ids = database.transaction(() => documents.map((document) => store(database, document)))();
  const texts = documents.map((document) => {
    const { head, body } = documentPieces(document);
    return [...head, ...body].map(foldText);
  });
  for (let turn = 0; turn < 1500; turn += 1) {
    const typed = word(1 + next(7));
    const words = searchWords(typed);
    const expected = ids.filter((_, i) => words.every((each) => texts[i]?.some((piece) => piece.includes(each))));
    expect(find(database, typed), typed).toEqual(expected);
  }
});

test('numbers, letters and marks are found in whatever form they are typed', () => {
  const database = openDatabase(':memory:');
  const one = store(database, {
    ...withText('关于经济运行的通报', '全市 GDP 增长5.3%，完成投资１２亿元。', '按照“放管服”要求'),
    docNumber: '示府发〔2022〕5号',
  });
  const two = store(database, { ...withText('关于绿化的通知', '面积二○二二亩，GD 与 P 分列'), docNumber: '示府发〔2022〕15号' });
  for (const words of [
    '〔2022〕5号',
    '[2022]5号',
    '（2022）5号',
    '【２０２２】５号',
    'gdp',
    'ＧＤＰ',
    '5.3%',
    '５．３％',
    '12亿',
    '“放管服”',
    '"放管服"',
    '增长5.3%，',
  ])
    expect(find(database, words), words).toEqual([one]);
  expect(find(database, '2022')).toEqual([one, two]);
  expect(find(database, '二〇二二')).toEqual([two]);
  expect(find(database, '')).toEqual([one, two]);
  expect(find(database, ' 　 ')).toEqual([one, two]);
  expect(find(database, '" OR *')).toEqual([]);
  expect(find(database, "')--")).toEqual([]);
});

test('several words must all be there; nothing reaches over the end of a paragraph', () => {
  const database = openDatabase(':memory:');
  const one = store(database, withText('绿化通知', '甲乙丙', '丙丁'));
  store(database, withText('防汛通知', '甲'));
  expect(find(database, '乙　丁')).toEqual([one]);
  expect(find(database, '绿化 甲')).toEqual([one]);
  expect(find(database, '乙丙丁')).toEqual([]);
  expect(find(database, '丙丙')).toEqual([]);
  expect(find(database, Array.from({ length: 300 }, (_, i) => `词${i}`).join(' '))).toEqual([]);
});

test('a revision is in the index at once, a working copy once it is one', () => {
  const database = openDatabase(join(temporaryFolder(), 'a.sqlite'));
  const id = store(database, withText('通知', '原来的话'));
  writeDraft(database, id, 1, withText('通知', '改写的话'), by);
  expect([find(database, '原来'), find(database, '改写')]).toEqual([[id], []]);
  commitDraft(database, id, time);
  expect([find(database, '原来'), find(database, '改写')]).toEqual([[], [id]]);
  addRevision(database, id, 2, withText('通知', '又写一遍'), by);
  expect([find(database, '改写'), find(database, '又写')]).toEqual([[], [id]]);
  expect(indexWaiting(database)).toBe(0);
});

test('an index that is behind, torn or of older rules is mended when the database is opened', async () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  const open = (work: (database: Database) => void) => {
    const database = openDatabase(path);
    work(database);
    database.close();
  };
  let id = 0;
  open((database) => {
    id = store(database, withText('通知', '原来的话'));
    store(database, withText('通知', '别的话'));
    database.exec('DELETE FROM search WHERE rowid = 1');
  });
  open((database) => {
    expect(find(database, '原来')).toEqual([id]);
    database.exec("UPDATE search_rules SET rules = 0; INSERT INTO search (search) VALUES ('delete-all')");
  });
  open((database) => {
    expect(find(database, '原来')).toEqual([id]);
    // Written by something that knows nothing of the index.
    const text = JSON.stringify(withText('通知', '悄悄写的话'));
    database
      .prepare('INSERT INTO revisions (document_id, number, document, created_at, author) VALUES (?, 2, ?, ?, ?)')
      .run(id, text, time, '编辑');
  });
  open((database) => expect([find(database, '原来'), find(database, '悄悄')]).toEqual([[], [id]]));
  const database = openDatabase(path);
  await backUp(database, `${path}.copy`);
  database.close();
  const copy = openDatabase(`${path}.copy`);
  expect(find(copy, '悄悄')).toEqual([id]);
  copy.close();
});
