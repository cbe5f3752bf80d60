/** Files are written whole or not at all. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWholeFile } from '../../../main/hosts/write-file.ts';
import { temporaryFolder } from '../temporary.ts';

const bytes = new TextEncoder().encode('公报');

test('a new file, one in place of another, one behind a link', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.pdf');
  await writeWholeFile(path, new Uint8Array([1]));
  symlinkSync(path, join(folder, 'link.pdf'));
  await writeWholeFile(join(folder, 'link.pdf'), bytes);
  expect(readFileSync(path, 'utf8')).toBe('公报');
  expect(lstatSync(join(folder, 'link.pdf')).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'link.pdf']);
});

test('a failure leaves what was there and nothing half', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.pdf'), 'old');
  mkdirSync(join(folder, 'folder'));
  await expect(writeWholeFile(join(folder, 'folder'), bytes)).rejects.toThrow();
  await expect(writeWholeFile(join(folder, 'none/a.pdf'), bytes)).rejects.toThrow();
  expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'folder']);
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('old');
});

test('a device is written to, not replaced', async () => {
  await writeWholeFile('/dev/null', bytes);
  expect(lstatSync('/dev/null').isFile()).toBe(false);
});
