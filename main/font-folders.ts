/** Where the platforms keep their fonts. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folders where a platform keeps its fonts, the user's own first. */
export function systemFontFolders(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string[] {
  if (platform === 'win32') {
    const local = environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    return [join(local, 'Microsoft', 'Windows', 'Fonts'), join(environment.WINDIR ?? 'C:\\Windows', 'Fonts')];
  }
  if (platform === 'darwin') return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts'];
  const data = (environment.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':').filter((folder) => folder.startsWith('/'));
  const own = environment.XDG_DATA_HOME || join(home, '.local/share');
  return [...new Set([own, ...data].map((folder) => join(folder, 'fonts'))), join(home, '.fonts')];
}
