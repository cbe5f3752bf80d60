/** Writes a file whole or not at all: beside its place under another name, synced, then renamed. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const present = await stat(path).catch(() => null);
  // A pipe or a device (/dev/stdout) cannot be renamed over.
  if (present !== null && !present.isFile()) return writeFile(path, bytes);
  // A link stays a link: what it leads to is replaced.
  const target = present === null ? path : await realpath(path);
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const file = await open(unfinished, 'wx', present?.mode ?? 0o666);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** So that the new name, too, survives a power cut; Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
