/** Each migration on the state that the one before it left, with a row in what it makes. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../../main/database/migrations/index.ts';
import { openDatabase } from '../../../main/database/open.ts';
import { temporaryFolder } from '../temporary.ts';

/** Opens with the migrations up to `version`, after those before it were applied and `before` was done. */
function migrateTo(version: number, before: string) {
  const path = join(temporaryFolder(), 'a.sqlite');
  const old = openDatabase(path, { migrations: migrations.slice(0, version - 1) });
  old.exec(before);
  old.close();
  return openDatabase(path, { migrations: migrations.slice(0, version) });
}

const submission = `INSERT INTO submissions VALUES (1, '${'a'.repeat(64)}', '通知.docx', x'00', '2024-05-06T00:00:00Z', '[]');
  INSERT INTO documents (id, submission_id) VALUES (1, 1);
  INSERT INTO revisions (document_id, number, document, created_at, author) VALUES (1, 1, '{}', '2024-05-06T00:00:00Z', '导入');`;
const issue = `INSERT INTO issues (id, gazette, house, year, number, total_number, frequency, published_on, grid_columns, grid_characters,
  grid_lines, first_page, cover, slogans, statement, board, imprint, changed_at, stamp) VALUES (1, '示例市人民政府公报', 'jiujiang', 2024, 3, NULL, '', NULL, NULL, NULL, NULL, 1,
  '{}', '[]', '', '[]', '[]', '2024-05-06T00:00:00Z', 0); INSERT INTO sections VALUES (1, 1, '市政府文件');`;

test('versions count from 1 without a gap, and every table is STRICT', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  const database = openDatabase(':memory:');
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  // The index and the tables that FTS5 makes for itself cannot be STRICT.
  const loose = database.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
  );
  expect(loose.pluck().all()).toEqual([]);
});

test('001: the same bytes cannot be stored twice, revisions neither changed nor removed', () => {
  const database = migrateTo(1, '');
  database.exec(submission);
  expect(() => database.exec(`INSERT INTO submissions VALUES (2, '${'a'.repeat(64)}', 'x', x'00', '', '[]')`)).toThrow(/UNIQUE/);
  expect(() => database.exec("UPDATE revisions SET author = 'x'")).toThrow(/append-only/);
  expect(() => database.exec('DELETE FROM revisions')).toThrow(/append-only/);
  expect(() => database.exec("INSERT INTO revisions VALUES (7, 1, '{}', '', '')")).toThrow(/FOREIGN KEY/);
});

test('002: entries have one place each and a section of their own issue; removing an issue keeps its documents', () => {
  const database = migrateTo(2, submission);
  database.exec(issue);
  const entry = "INSERT INTO entries VALUES (1, 0, 1, 1, '通知.docx', 'newPage', NULL)";
  database.exec(entry);
  expect(() => database.exec(entry)).toThrow(/UNIQUE/);
  expect(() => database.exec("INSERT INTO entries VALUES (1, 1, 9, 1, 'x', 'newPage', NULL)")).toThrow(/FOREIGN KEY/);
  expect(() => database.exec("INSERT INTO entries VALUES (1, 1, 1, 1, 'x', 'somewhere', NULL)")).toThrow(/CHECK/);
  database.exec('DELETE FROM issues');
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('entries'), count('sections'), count('documents')]).toEqual([0, 0, 1]);
});

test('003: what an office changes of a style is JSON', () => {
  const database = migrateTo(3, submission + issue);
  database.exec("INSERT INTO house_styles VALUES ('jiujiang', '{}', '2024-05-06T00:00:00Z')");
  expect(() => database.exec("INSERT INTO house_styles VALUES ('ganzhou', '{', '')")).toThrow(/CHECK/);
  expect(database.prepare('SELECT count(*) FROM issues').pluck().get()).toBe(1);
});

test('004: an issue keeps its style; what it changes of one is JSON', () => {
  const database = migrateTo(4, submission + issue);
  expect(database.prepare('SELECT style FROM issues').pluck().get()).toBeNull();
  database.exec(`UPDATE issues SET style = '{"title":{"size":20}}'`);
  expect(() => database.exec("UPDATE issues SET style = '{'")).toThrow(/CHECK/);
});

test('005: documents keep their ids, get a count of changes and may be copied; lists know their titles', () => {
  const stored = JSON.stringify({ kind: 'official', title: '通知', docNumber: null, date: null, issuer: null, blocks: [] });
  const database = migrateTo(5, submission.replace("'{}', '2024", `'${stored}', '2024`) + issue);
  database.exec("INSERT INTO entries VALUES (1, 0, 1, 1, '通知.docx', 'newPage', NULL)");
  expect(database.prepare('SELECT id, submission_id, version FROM documents').get()).toEqual({ id: 1, submission_id: 1, version: 1 });
  expect(database.prepare('SELECT title, characters FROM catalogue').get()).toEqual({ title: '通知', characters: 2 });
  database.exec('INSERT INTO documents (id, submission_id, copied_from) VALUES (2, 1, 1)');
  expect(() => database.exec('INSERT INTO documents (id, submission_id) VALUES (3, 1)')).toThrow(/UNIQUE/);
  // What referred to the old table refers to the new one.
  expect(() => database.exec('DELETE FROM documents WHERE id = 1')).toThrow(/FOREIGN KEY/);
  expect(() =>
    database.exec("INSERT INTO revisions (document_id, number, document, created_at, author) VALUES (9, 1, '{}', '', '')"),
  ).toThrow(/FOREIGN KEY/);
});

test('006: a document has one working copy, one lock, and states of the four kinds', () => {
  const database = migrateTo(6, submission);
  database.exec("INSERT INTO drafts VALUES (1, '{}', '王一', '')");
  expect(() => database.exec("INSERT INTO drafts VALUES (1, '{}', '李二', '')")).toThrow(/UNIQUE/);
  expect(() => database.exec("INSERT INTO drafts VALUES (9, '{}', '李二', '')")).toThrow(/FOREIGN KEY/);
  database.exec("INSERT INTO document_states VALUES (1, 1, 'final', '王一', '')");
  expect(() => database.exec("INSERT INTO document_states VALUES (1, 2, 'lost', '王一', '')")).toThrow(/CHECK/);
  database.exec("INSERT INTO document_locks VALUES (1, 'a', '王一', '', '')");
  expect(() => database.exec("INSERT INTO document_locks VALUES (1, 'b', '李二', '', '')")).toThrow(/UNIQUE/);
});

test('010: what was stored before is in the index; a revision waits for it; pages of an issue go with the issue', () => {
  const document = JSON.stringify({ kind: 'news', title: '绿化通知', blocks: [{ type: 'paragraph', children: [{ text: '植树造林' }] }] });
  const before = submission.replace("'{}'", `'${document}'`);
  const database = migrateTo(10, before + issue);
  const found = (match: string) => database.prepare('SELECT rowid FROM search WHERE search MATCH ?').pluck().all(match);
  expect([found('植树 + 树造'), found('绿化'), found('造植')]).toEqual([[1], [1], []]);
  expect(database.prepare('SELECT * FROM search_waiting').all()).toEqual([]);
  database.exec("INSERT INTO revisions VALUES (1, 2, '{}', '', '', '')");
  expect(database.prepare('SELECT document_id FROM search_waiting').pluck().all()).toEqual([1]);
  database.exec("INSERT INTO placements VALUES (1, '0:1:', '[3]')");
  expect(() => database.exec("INSERT INTO placements VALUES (1, '', '[')")).toThrow();
  database.exec('DELETE FROM issues');
  expect(database.prepare('SELECT count(*) FROM placements').pluck().get()).toBe(0);
});

test('011: a passage is read once by each person, and forgotten with its document', () => {
  const database = migrateTo(11, submission);
  database.exec("INSERT INTO readings VALUES (1, 'a', '王一', ''), (1, 'a', '李二', '')");
  expect(() => database.exec("INSERT INTO readings VALUES (1, 'a', '王一', '')")).toThrow(/UNIQUE/);
  expect(() => database.exec("INSERT INTO readings VALUES (9, 'a', '王一', '')")).toThrow(/FOREIGN KEY/);
});
