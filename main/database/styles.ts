/** House styles as an office has them: what it changed of one that ships, or a style of its own on top of one. */
import type { Database } from './open.ts';

/** Fields of the style, and beside them `base` (the shipped style below; the style of the same id where absent) and `name`. */
export type StyleOverrides = Readonly<Record<string, unknown>>;

export function writeStyleOverrides(database: Database, id: string, overrides: StyleOverrides, changedAt: string): void {
  const write = database.prepare(`
    INSERT INTO house_styles (id, overrides, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET overrides = excluded.overrides, changed_at = excluded.changed_at`);
  write.run(id, JSON.stringify(overrides), changedAt);
}

export function readStyleOverrides(database: Database, id: string): StyleOverrides | null {
  const text = database.prepare('SELECT overrides FROM house_styles WHERE id = ?').pluck().get(id) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as StyleOverrides);
}

/** The ids of all styles that are stored, in their order. */
export function storedStyleIds(database: Database): string[] {
  return database.prepare('SELECT id FROM house_styles ORDER BY id').pluck().all() as string[];
}

/** False when nothing is stored under this id. */
export function removeStyleOverrides(database: Database, id: string): boolean {
  return database.prepare('DELETE FROM house_styles WHERE id = ?').run(id).changes === 1;
}
