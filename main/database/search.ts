/**
 * The index of the text of all documents: pairs of neighbouring characters as words of FTS5, so that a phrase of pairs is
 * exactly the string that was typed, whatever its length. For a single character there is a column with each character once.
 */
import type { Database } from 'better-sqlite3';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { documentPieces, foldText, searchRules } from '../../shared/document/search-text.ts';

/** All text of a document, and its title and number alone. */
type SearchTable = 'search' | 'search_heads';

/** Stands between two pieces of text, so that no phrase reaches from one into the other; in no text (private use). */
const BARRIER = '\ue000';

/** Puts the newest revision into the index in the place of an older one; in the transaction that writes the revision. */
export function indexRevision(database: Database, id: number, document: GazetteDocument): void {
  // A database in memory serves one command that searches nothing; what waits is indexed by the first search.
  if (!database.memory) indexDocument(database, id, document);
}

function indexDocument(database: Database, id: number, document: GazetteDocument | null): void {
  const { head, body } = document === null ? { head: [], body: [] } : documentPieces(document);
  const heads = head.map(foldText);
  const bodies = body.map(foldText);
  const write = (table: SearchTable, pieces: readonly string[]) =>
    database
      .prepare(`INSERT OR REPLACE INTO ${table} (rowid, pairs, characters) VALUES (?, ?, ?)`)
      .run(id, pairs(pieces), characters(pieces));
  write('search', [...heads, ...bodies]);
  write('search_heads', heads);
  database.prepare('DELETE FROM search_waiting WHERE document_id = ?').run(id);
}

function pairs(pieces: readonly string[]): string {
  const words: string[] = [];
  for (const piece of pieces) {
    const all = symbols(piece);
    for (let i = 1; i < all.length; i += 1) words.push(`${all[i - 1]}${all[i]}`);
    words.push(BARRIER);
  }
  return words.join(' ');
}

function characters(pieces: readonly string[]): string {
  const known = new Set<string>();
  for (const piece of pieces) for (const symbol of symbols(piece)) known.add(symbol);
  return [...known].join(' ');
}

/** Characters, those of two units whole. */
function symbols(text: string): readonly string[] {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text.split('');
}

/** The condition for MATCH that all (folded) words are there; null without words. */
export function matchOf(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const conditions = words.map((word) => {
    const all = symbols(word);
    if (all.length === 1) return `{characters} : "${all[0]}"`;
    return `{pairs} : "${all
      .slice(1)
      .map((symbol, i) => `${all[i]}${symbol}`)
      .join(' ')}"`;
  });
  return conditions.join(' AND ');
}

/** Empties the index and reads every document anew. */
export function rebuildSearch(database: Database): void {
  const run = database.transaction(() => {
    database.exec(`
      INSERT INTO search (search) VALUES ('delete-all');
      INSERT INTO search_heads (search_heads) VALUES ('delete-all');
      INSERT INTO search_rules VALUES (1, ${searchRules}) ON CONFLICT (id) DO UPDATE SET rules = excluded.rules;
      INSERT OR IGNORE INTO search_waiting SELECT id FROM documents;`);
    indexWaiting(database);
  });
  run();
}

/** Makes the index anew when it lacks documents or was made by other rules. @returns true when it had to. */
export function repairSearch(database: Database): boolean {
  const isWhole = database.prepare(`
    SELECT (SELECT count(*) FROM documents) =
        (SELECT count(*) FROM search_docsize) + (SELECT count(*) FROM search_waiting WHERE document_id NOT IN (SELECT id FROM search_docsize))
      AND (SELECT count(*) FROM search_docsize) = (SELECT count(*) FROM search_heads_docsize)
      AND EXISTS (SELECT 1 FROM search_rules WHERE rules = ${searchRules})`);
  if (isWhole.pluck().get() === 1) return false;
  rebuildSearch(database);
  return true;
}

/** Reads what the index has not got yet. @returns how many documents these were. */
export function indexWaiting(database: Database): number {
  const waiting = database.prepare('SELECT document_id FROM search_waiting').pluck();
  if (waiting.get() === undefined) return 0;
  const newest = database.prepare('SELECT document FROM revisions WHERE document_id = ? ORDER BY number DESC LIMIT 1').pluck();
  const run = database.transaction(() => {
    const ids = waiting.all() as number[];
    for (const id of ids) {
      const document = JSON.parse((newest.get(id) as string | undefined) ?? 'null') as GazetteDocument | null;
      // A test of an older migration may have stored something that is no document.
      indexDocument(database, id, Array.isArray(document?.blocks) ? document : null);
    }
    return ids.length;
  });
  // Immediate: of two programs that find the same documents waiting, the second waits and then finds the work done.
  return run.immediate();
}
