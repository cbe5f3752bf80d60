/** The desk: the one implementation of the contract, behind window, browser and command line alike. */
import { archiveMethods } from '../shared/api/archive.ts';
import { arrangementMethods } from '../shared/api/arrangement.ts';
import { inboxMethods } from '../shared/api/inbox.ts';
import { outputMethods } from '../shared/api/output.ts';
import { proofMethods } from '../shared/api/proofs.ts';
import { readingMethods } from '../shared/api/reading.ts';
import { searchMethods } from '../shared/api/search.ts';
import { settingsMethods } from '../shared/api/settings.ts';
import { type Api, DeskError } from '../shared/api.ts';
import { pagesInOrder } from '../shared/layout/page.ts';
import { readImage } from './database/images.ts';
import * as issues from './database/issues.ts';
import type { BackupContext } from './desk/backups.ts';
import { createDeskContext, type DeskOptions } from './desk/context.ts';
import { editingPart } from './desk/editing.ts';
import { moveEntry, removeEntry, updateEntry, viewIssue } from './desk/entries.ts';
import { exportIssue } from './desk/exports.ts';
import { checkHead, exportHouse, importHouse, listHouses, removeHouse } from './desk/houses.ts';
import { laidOutIssue, layoutSummary } from './desk/layouts.ts';
import { partOnUse } from './desk/on-use.ts';

export type { DeskOptions } from './desk/context.ts';

/** The copy of the day; see desk/backups.ts. */
export async function keepDailyCopy(context: BackupContext): Promise<unknown> {
  return (await import('./desk/backups.ts')).keepDailyCopy(context);
}

/** The readers of all formats are half of the program: an export does not wait for them, nor for the parts that only a window uses. */
const advice = () => import('./desk/advice.ts');
const imports = () => import('./desk/imports.ts');
const manifests = () => import('./desk/manifests.ts');

/** @returns the desk on an open database; closing the database is the caller's. */
export function createDesk(options: DeskOptions): Api {
  const desk = createDeskContext(options);
  const { database, now } = desk;
  return {
    listHouses: async () => listHouses(desk),
    importHouse: async (file) => importHouse(desk, file),
    exportHouse: async (id) => exportHouse(desk, id),
    removeHouse: async (id) => removeHouse(desk, id),
    listIssues: async () => issues.listIssues(database),
    readIssue: async (id) => viewIssue(desk, id),

    async createIssue(head) {
      return issues.insertIssue(database, checkHead(desk, head), now());
    },

    async updateIssueHead(id, head) {
      if (!issues.updateIssueHead(database, id, checkHead(desk, head), now())) throw issueMissing(id);
    },

    async removeIssue(id) {
      if (!issues.removeIssue(database, id)) throw issueMissing(id);
      desk.laidOut.delete(id);
    },

    importFiles: async (files, store, progress) => (await imports()).importFiles(desk, files, store, progress),
    importIntoIssue: async (id, section, files, progress) => (await imports()).importIntoIssue(desk, id, section, files, progress),
    importManifest: async (manifest, files, progress) => (await manifests()).importManifest(desk, manifest, files, progress),
    openSample: async (progress) => (await manifests()).openSample(desk, progress),

    moveEntry: async (id, entry, to) => moveEntry(desk, id, entry, to),
    removeEntry: async (id, entry) => removeEntry(desk, id, entry),
    updateEntry: async (id, entry, change) => updateEntry(desk, id, entry, change),

    ...editingPart(desk),
    ...partOnUse(inboxMethods, async () => (await import('./desk/inbox.ts')).inboxPart(desk)),
    ...partOnUse(arrangementMethods, async () => (await import('./desk/arrangement.ts')).arrangementPart(desk)),
    ...partOnUse(searchMethods, async () => (await import('./desk/search.ts')).searchPart(desk)),
    ...partOnUse(proofMethods, async () => (await import('./desk/proofs.ts')).proofsPart(desk)),
    ...partOnUse(readingMethods, async () => (await import('./desk/reading.ts')).readingPart(desk)),
    ...partOnUse(archiveMethods, async () => (await import('./desk/archive.ts')).archivePart(desk)),
    ...partOnUse(outputMethods, async () => (await import('./desk/output.ts')).outputPart(desk)),
    ...partOnUse(settingsMethods, async () => (await import('./desk/settings.ts')).settingsPart(desk)),

    layoutIssue: async (id) => layoutSummary(desk, id),
    readPages: async (id, first, count) =>
      pagesInOrder(laidOutIssue(desk, id).laidOut).slice(Math.max(first, 0), Math.max(first, 0) + count),

    adviseIssue: async (id) => (await advice()).adviseIssue(desk, id),
    tightenBlocks: async (id, blocks, hand) => (await advice()).tightenBlocks(desk, id, blocks, hand),

    async readImage(hash) {
      const image = readImage(database, hash);
      if (image === null) throw new DeskError('image-missing', '这张图片不在库中；请重新导入所在的稿件。');
      return { name: `${hash}.${image.mediaType === 'image/png' ? 'png' : 'jpg'}`, bytes: image.bytes };
    },

    exportIssue: (id, format, progress) => exportIssue(desk, id, format, progress),
  };
}

function issueMissing(id: number): DeskError {
  return new DeskError('issue-missing', `库中没有编号为 ${id} 的一期；请刷新列表后重试。`);
}
