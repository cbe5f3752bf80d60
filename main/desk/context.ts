/** What every part of the desk works with. */
import { DeskError, type IssueId } from '../../shared/api.ts';
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { createLayoutCache, type LayoutCache } from '../../shared/layout/layout.ts';
import type { LaidOutIssue } from '../../shared/layout/page.ts';
import type { Message } from '../../shared/result.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { readIssue, type StoredEntryKey } from '../database/issues.ts';
import type { Database } from '../database/open.ts';
import type { Fonts } from '../fonts.ts';
import { type KeptDocuments, keepDocuments } from './documents.ts';

export interface DeskOptions {
  readonly database: Database;
  /** Called when fonts are first needed: reading them takes time that listing issues need not wait for. */
  readonly fonts: () => Fonts;
  /** ISO time; the desk never reads the clock itself. */
  readonly now: () => string;
  /** Folder with the sample issue: manifest.json and the files that it names. */
  readonly sampleFolder: string;
  /** Folder of the ICC profiles of the press, one for each kind of paper; without it there is no output for it. */
  readonly pressProfiles?: string;
  /** Of the program. */
  readonly version?: string;
  /** Where the office's fonts come from; pages that were set with others are not these pages. */
  readonly fontPlaces?: string | undefined;
}

export interface LaidOut {
  readonly stamp: string;
  readonly composed: ComposedIssue<StoredEntryKey>;
  readonly style: HouseStyle;
  readonly laidOut: LaidOutIssue;
  /** Of composing and of laying out. */
  readonly messages: readonly Message[];
}

export interface Desk extends DeskOptions {
  /** The last layout of each issue, valid as long as its stamp is. */
  readonly laidOut: Map<IssueId, LaidOut>;
  readonly layoutCache: LayoutCache;
  readonly documents: KeptDocuments;
}

export function createDeskContext(options: DeskOptions): Desk {
  let fonts: Fonts | null = null;
  const fontsOnce = () => {
    fonts ??= options.fonts();
    return fonts;
  };
  return { ...options, fonts: fontsOnce, laidOut: new Map(), layoutCache: createLayoutCache(), documents: keepDocuments(options.database) };
}

/** @throws DeskError `issue-missing`. */
export function needIssue(desk: Desk, id: IssueId): Issue<StoredEntryKey> {
  const issue = readIssue(desk.database, id);
  if (issue === null) throw new DeskError('issue-missing', `库中没有编号为 ${id} 的一期；请刷新列表后重试。`);
  return issue;
}
