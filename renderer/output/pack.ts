/** A folder of files as one .zip, where the browser can only download. */
import { type AsyncZippable, zip } from 'fflate';
import type { FileBytes } from '../../shared/api.ts';

/** Said of each file, because unzip takes the names of one that comes from elsewhere for those of DOS and spoils the Chinese ones. */
const unix = 3;
const plainFile = 0o100644;

export function packFolder(folder: string, files: readonly FileBytes[]): Promise<FileBytes> {
  const entries: AsyncZippable = {};
  // What is packed already (PDF, Word) is only laid into it.
  for (const { name, bytes } of files)
    entries[`${folder}/${name}`] = [bytes, { level: name.endsWith('.txt') ? 6 : 0, os: unix, attrs: plainFile << 16 }];
  return new Promise((resolve, reject) => {
    zip(entries, (error, bytes) => (error === null ? resolve({ name: `${folder}.zip`, bytes }) : reject(error)));
  });
}
