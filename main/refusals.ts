/** What was thrown → what people are told. Only what the user can mend has its own words; the rest is logged and named `internal`. */
import { DeskError, type Refusal } from '../shared/api.ts';

/** SQLite's and the file system's ways to say that the disk is full, broken or not ours to write. */
const broken: Readonly<Record<string, string>> = {
  SQLITE_FULL: '磁盘已满，这一步没有保存；请腾出空间后重试。',
  ENOSPC: '磁盘已满，这一步没有保存；请腾出空间后重试。',
  // SQLite says so of every limit of a file's size but the full disk itself: quotas, and disks that cannot hold such a file.
  SQLITE_IOERR_WRITE: '数据库写不进磁盘，这一步没有保存；请看磁盘是否已满、超出配额或已断开，腾出空间后重试。',
  SQLITE_IOERR: '读写数据库时磁盘出错，这一步没有保存；请检查磁盘，并用 verify 核对数据库。',
  EIO: '读写磁盘出错，这一步没有保存；请检查磁盘后重试。',
  SQLITE_READONLY: '数据库不可写，这一步没有保存；请检查文件和文件夹的写权限。',
  EACCES: '没有读写权限，这一步没有完成；请检查文件和文件夹的权限。',
  EPERM: '没有读写权限，这一步没有完成；请检查文件和文件夹的权限。',
  EROFS: '磁盘只读，这一步没有保存；请换一个可写的位置。',
  SQLITE_BUSY: '数据库正被另一程序占用，这一步没有保存；请稍候重试，或关闭另一窗口。',
  SQLITE_CORRUPT: '数据库已损坏，这一步没有保存；请用 restore 从备份恢复。',
  SQLITE_NOTADB: '数据库已损坏，这一步没有保存；请用 restore 从备份恢复。',
};

/** @param log is told of everything that is not an expected refusal. */
export function refusalOf(error: unknown, log: (error: unknown) => void): Refusal {
  if (error instanceof DeskError) return { code: error.code, text: error.message };
  log(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = broken[code] ?? broken[code.split('_').slice(0, 2).join('_')];
  if (cause !== undefined) return { code: 'database', text: cause };
  if (code.startsWith('SQLITE_')) return { code: 'database', text: `数据库出错（${code}），这一步没有保存；请用 verify 核对数据库。` };
  return { code: 'internal', text: '程序内部出错，这一步没有完成，已保存的内容不受影响；请重试，仍不行请把日志发给维护人员。' };
}

/** True for what is the machine's or the database's fault: the command line then ends with status 3. */
export function isMachineFault(refusal: Refusal): boolean {
  return /^(?:internal|database|renderer|sample)\b/.test(refusal.code);
}
