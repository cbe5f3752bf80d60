/** The contract for settings (设置): what the office has decided for all issues, fonts by role, backups. */
import type { IssueStyle } from '../issue/issue.ts';
import type { Page } from '../layout/page.ts';
import type { Message } from '../result.ts';
import type { Progress } from './names.ts';

export interface Settings {
  /** Folder for copies of the database; "" for the folder beside it. */
  readonly backupFolder: string;
  /** A copy is made at the start of a day and this many are kept; 0 for none. */
  readonly backupsKept: number;
}

export interface FontRole {
  /** song, hei, kai, fangSong, titleSong … as the house styles name them. */
  readonly role: string;
  /** 宋体, 小标宋 … */
  readonly name: string;
  /** Font in use, and whether it is the office's own or one that ships with the program. */
  readonly family: string;
  readonly origin: 'program' | 'office';
  readonly wanted: readonly string[];
}

export interface BackupSummary {
  readonly path: string;
  readonly createdAt: string;
  readonly megabytes: number;
}

export interface ProgramFacts {
  readonly version: string;
  readonly database: string;
  readonly databaseMegabytes: number;
}

/** A style on a page that shows all its parts, and what was wrong with the changes that were asked for. */
export interface Specimen {
  readonly pages: readonly Page[];
  readonly messages: readonly Message[];
}

export interface SettingsApi {
  readSettings(): Promise<Settings>;
  updateSettings(settings: Settings): Promise<void>;
  listFonts(): Promise<readonly FontRole[]>;
  /** Invented pages in a style, changed as `changes` has it, to see it while it is chosen; nothing is stored. */
  showHouse(house: string, changes: IssueStyle): Promise<Specimen>;
  backUpNow(progress?: Progress): Promise<BackupSummary>;
  listBackups(): Promise<readonly BackupSummary[]>;
  readProgramFacts(): Promise<ProgramFacts>;
}

export const settingsMethods = [
  'readSettings',
  'updateSettings',
  'listFonts',
  'showHouse',
  'backUpNow',
  'listBackups',
  'readProgramFacts',
] as const satisfies readonly (keyof SettingsApi)[];
