/** Pictures by the SHA-256 of their bytes; the same picture is kept once. */
import type { Database } from './open.ts';

export interface StoredImage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export function insertImage(database: Database, hash: string, image: StoredImage): void {
  const insert = database.prepare('INSERT INTO images (hash, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING');
  insert.run(hash, image.mediaType, image.bytes);
}

export function readImage(database: Database, hash: string): StoredImage | null {
  const row = database.prepare('SELECT media_type AS mediaType, bytes FROM images WHERE hash = ?').get(hash);
  return (row as StoredImage | undefined) ?? null;
}
