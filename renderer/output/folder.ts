/** Where files go that are no downloads: a folder that the person chose, in the desktop window or by the browser's own dialog. */
import { DeskError, type FileBytes } from '../../shared/api.ts';
import { words } from './words.ts';

export interface Folder {
  readonly name: string;
  /** Into a folder of its own below the chosen one where `below` names one. @throws DeskError when one cannot be written. */
  readonly write: (files: readonly FileBytes[], below?: string) => Promise<void>;
}

interface PickingWindow {
  readonly showDirectoryPicker?: (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

const picker = (): PickingWindow['showDirectoryPicker'] => (window as PickingWindow).showDirectoryPicker?.bind(window);

export function canChooseFolder(): boolean {
  return window.gazette?.chooseFolder !== undefined || picker() !== undefined;
}

/** Null when the person thought better of it. */
export async function chooseFolder(): Promise<Folder | null> {
  const bridge = window.gazette;
  if (bridge?.chooseFolder !== undefined) {
    const path = await bridge.chooseFolder();
    return path === null ? null : { name: path, write: (files, below) => writeNatively(path, files, below ?? '') };
  }
  try {
    const handle = await picker()?.({ id: 'gazette-output', mode: 'readwrite' });
    return handle === undefined ? null : { name: handle.name, write: (files, below) => writeAll(handle, files, below) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw new DeskError('folder-refused', words.refused);
  }
}

async function writeNatively(path: string, files: readonly FileBytes[], below: string): Promise<void> {
  const refused = await window.gazette?.writeFiles?.(path, below, files);
  if (refused !== null && refused !== undefined) throw new DeskError('folder-write', words.failed(refused));
}

async function writeAll(chosen: FileSystemDirectoryHandle, files: readonly FileBytes[], below: string | undefined): Promise<void> {
  let name = below ?? '';
  try {
    const folder = below === undefined ? chosen : await chosen.getDirectoryHandle(below, { create: true });
    for (const file of files) {
      name = file.name;
      const handle = await folder.getFileHandle(file.name, { create: true });
      // The browser puts the new bytes in place of the old at `close`, so a file is whole or as it was.
      const stream = await handle.createWritable();
      await stream.write(file.bytes.slice());
      await stream.close();
    }
  } catch {
    throw new DeskError('folder-write', words.failed(name));
  }
}
