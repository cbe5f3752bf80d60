/** The editor with everything that makes it one for gazettes: a list of plug-ins, each in a file of its own. */
import { createEditor, Editor } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import type { GazetteEditor } from './slate-value.ts';
import { withStructure } from './structure.ts';
import { withTyping } from './typing.ts';
import { withUndoSteps } from './undo-steps.ts';
import { withClipboard } from './with-clipboard.ts';
import { withTables } from './with-tables.ts';

export type Plugin = (editor: GazetteEditor) => GazetteEditor;

/** Later ones are asked first. */
const plugins: readonly Plugin[] = [withUndoSteps, withStructure, withTyping, withTables, withClipboard];

/** Blocks in one group that the browser may leave out of its work. */
const chunk = 40;

export function withGazette(editor: GazetteEditor): GazetteEditor {
  editor.getChunkSize = (node) => (Editor.isEditor(node) ? chunk : null);
  return plugins.reduce((made, plugin) => plugin(made), editor);
}

export function createGazetteEditor(): GazetteEditor {
  return withGazette(withReact(withHistory(createEditor())));
}
