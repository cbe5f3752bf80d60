/** A chosen folder with manifest.json: the manifest, and its files named as the manifest names them. */
import { DeskError, type FileBytes } from '../shared/api.ts';
import { text } from './text.ts';
import { type PickedFile, readFiles } from './ui/files.ts';

const name = 'manifest.json';

/** @throws DeskError when there is no manifest in the folder. */
export async function readManifestFolder(
  picked: readonly PickedFile[],
): Promise<{ readonly manifest: FileBytes; readonly files: readonly FileBytes[] }> {
  const depth = (path: string) => path.split('/').length;
  const [manifest] = picked.filter(({ file }) => file.name === name).toSorted((a, b) => depth(a.path) - depth(b.path));
  if (manifest === undefined) throw new DeskError('no-manifest', text.errors.noManifest);
  const folder = manifest.path.slice(0, -name.length);
  const wanted = await wantedNames(manifest.file);
  // The folder may hold far more than the issue; what the manifest does not name is not read.
  const files = picked
    .filter(({ path }) => path.startsWith(folder) && path !== manifest.path)
    .map(({ path, file }) => ({ path: path.slice(folder.length), file }))
    .filter(({ path }) => wanted === null || wanted.has(path));
  const [read] = await readFiles([{ path: name, file: manifest.file }]);
  if (read === undefined) throw new DeskError('no-manifest', text.errors.noManifest);
  return { manifest: read, files: await readFiles(files) };
}

/** Null when the manifest cannot be read here; the desk then says what is wrong with it. */
async function wantedNames(file: File): Promise<ReadonlySet<string> | null> {
  try {
    const manifest = JSON.parse((await file.text()).replace(/^\uFEFF/, '')) as { entries: { file: string }[] };
    return new Set(manifest.entries.map((entry) => entry.file.replace(/^\.\//, '').replaceAll('\\', '/')));
  } catch {
    return null;
  }
}
