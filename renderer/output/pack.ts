/** A folder of files as one .zip, where the browser can only download. */
import { type AsyncZippable, zip } from 'fflate';
import type { FileBytes } from '../../shared/api.ts';

export function packFolder(folder: string, files: readonly FileBytes[]): Promise<FileBytes> {
  const entries: AsyncZippable = {};
  // What is packed already (PDF, Word) is only laid into it.
  for (const { name, bytes } of files) entries[`${folder}/${name}`] = [bytes, { level: name.endsWith('.txt') ? 6 : 0 }];
  return new Promise((resolve, reject) => {
    zip(entries, (error, bytes) => (error === null ? resolve({ name: `${folder}.zip`, bytes }) : reject(error)));
  });
}
