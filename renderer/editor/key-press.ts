/** A key as the handlers of the text see it; the list of them stands in keys.ts. */
import type { GazetteEditor } from './slate-value.ts';

export interface KeyPress {
  /** In the notation of commands: Mod+Shift+E. */
  readonly key: string;
  /** Place of the key on the keyboard, for keys whose character Shift changes. */
  readonly code: string;
}
/** @returns true when the key was used. */
export type KeyHandler = (editor: GazetteEditor, press: KeyPress) => boolean;
