/** Copying and pasting: what goes to the clipboard keeps its structure, what comes from it gets one; what was left out is told. */
import type { Message } from '../../shared/result.ts';
import { writeClipboard } from './copy.ts';
import { readClipboard } from './paste.ts';
import { copiedBlocks, pasteInto } from './paste-into.ts';
import type { GazetteEditor } from './slate-value.ts';

export interface PasteReport {
  readonly messages: readonly Message[];
  /** Pictures that were pasted as files: a screenshot, a picture of a web page. */
  readonly pictures: readonly File[];
}

const listeners = new WeakMap<GazetteEditor, (report: PasteReport) => void>();

/** One listener for an editor: whoever shows it. */
export function onPaste(editor: GazetteEditor, listener: (report: PasteReport) => void): () => void {
  listeners.set(editor, listener);
  return () => listeners.delete(editor);
}

export function withClipboard(editor: GazetteEditor): GazetteEditor {
  editor.insertData = (data) => {
    const pasted = readClipboard(data);
    if (pasted !== null) pasteInto(editor, pasted);
    const isEmpty = pasted === null || pasted.blocks.length === 0;
    const pictures = isEmpty ? [...data.files].filter((file) => file.type.startsWith('image/')) : [];
    listeners.get(editor)?.({ messages: pictures.length > 0 ? [] : (pasted?.messages ?? []), pictures });
  };
  editor.setFragmentData = (data) => {
    const blocks = copiedBlocks(editor);
    if (blocks.length > 0) writeClipboard(data, blocks);
  };
  return editor;
}
