/** Files that the program is started with, that are dropped on its sign or opened with it: which of them are ours, and their bytes. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path';
import type { FileBytes } from '../../shared/api.ts';
import { comparableName, manifestFiles } from '../../shared/issue/manifest.ts';

const endings: readonly string[] = ['.docx', '.doc', '.txt'];
const manifestName = 'manifest.json';

/** The paths among the words of a command line. @param folder where the words were said. */
export function openedPaths(words: readonly string[], folder: string): string[] {
  // The first word is the program itself; a switch is no file.
  return words
    .slice(1)
    .filter((word) => !word.startsWith('-') && isOurs(word))
    .map((word) => (isAbsolute(word) ? word : resolve(folder, word)));
}

export function isOurs(path: string): boolean {
  return endings.includes(extname(path).toLowerCase()) || basename(path) === manifestName;
}

/** A manifest brings the files that it names; what cannot be read is left out, and the desk then says what is missing. */
export async function readOpened(paths: readonly string[]): Promise<FileBytes[]> {
  const files: FileBytes[] = [];
  const take = async (path: string, name: string) => {
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) files.push({ name, bytes: new Uint8Array(bytes) });
    return bytes;
  };
  for (const path of paths) {
    const bytes = await take(path, basename(path));
    if (bytes === null || basename(path) !== manifestName) continue;
    const folder = dirname(resolve(path));
    for (const name of manifestFiles(new TextDecoder().decode(bytes))) {
      const named = resolve(folder, comparableName(name));
      // A manifest may come from anywhere: only what lies beside it is read, not what else is on this machine.
      const way = relative(folder, named);
      if (!way.startsWith('..') && !isAbsolute(way)) await take(named, name);
    }
  }
  return files;
}
