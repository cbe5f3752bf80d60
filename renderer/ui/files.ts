/** Files between the browser and the desk: chosen or dropped ones become bytes, bytes become a download. */
import { DeskError, type FileBytes } from '../../shared/api.ts';
import { text } from '../text.ts';

/** A file with its path inside what was chosen or dropped. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

export function pickedFiles(input: HTMLInputElement): readonly PickedFile[] {
  const files = [...(input.files ?? [])].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
  // Otherwise choosing the same file once more would be no change.
  input.value = '';
  return files.filter(isWanted);
}

/** Hidden files, Word's own lock files and those of the file manager come along with every folder. */
function isWanted({ file }: PickedFile): boolean {
  return !file.name.startsWith('.') && !file.name.startsWith('~$') && !/^(?:Thumbs\.db|desktop\.ini)$/i.test(file.name);
}

/** Everything that was dropped, folders opened, in the order of their names. */
export async function droppedFiles(data: DataTransfer): Promise<readonly PickedFile[]> {
  // The list is empty again after the first await, so the entries are taken out at once.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const plain = [...data.files];
  const found: PickedFile[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry !== null) await collect(entry, found);
    else if (plain[index] !== undefined) found.push({ path: plain[index].name, file: plain[index] });
  }
  return found.filter(isWanted);
}

async function collect(entry: FileSystemEntry, into: PickedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    into.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives at most a hundred at a time.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) break;
    children.push(...batch);
  }
  children.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const child of children) await collect(child, into);
}

/** @throws DeskError when the browser cannot read one of them. */
export async function readFiles(files: readonly PickedFile[]): Promise<readonly FileBytes[]> {
  const read: FileBytes[] = [];
  for (const { path, file } of files) {
    try {
      read.push({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      throw new DeskError('file-unreadable', text.errors.unreadable(file.name));
    }
  }
  return read;
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export function download(file: FileBytes): void {
  const type = mediaTypes[file.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([file.bytes.slice()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
