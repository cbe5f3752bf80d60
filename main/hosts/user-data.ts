/** Where the user's own database lies when none is named: the platform's folder for a program's data. */
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** @returns the path of the database; its folder is made. */
export function userDatabase(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): string {
  const folder = userFolder(platform, environment);
  mkdirSync(folder, { recursive: true });
  return join(folder, 'gazette.sqlite');
}

/** The desktop window's database: the same that the browser has, so that work is found again in either; unless one lies in the window's own folder. */
export function databaseOfWindow(own: string): string {
  const there = join(own, 'gazette.sqlite');
  return existsSync(there) ? there : userDatabase();
}

/** The program's own folder among the user's; it need not be there yet. */
export function userFolder(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): string {
  return join(dataFolder(platform, environment), 'gazette-desk');
}

function dataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}
