/** Expected trouble with the user's material is data: a value together with the messages that arose on the way. */

export type Severity = 'error' | 'warning' | 'note';

/** Where in the material a message belongs; every field is there only when it is known. */
export interface Place {
  readonly file?: string;
  /** Index of the entry in the issue as it was laid out, from 0. */
  readonly entry?: number;
  /** Index of the block in the document, from 0. */
  readonly block?: number;
  /** Line of a text file or manifest, from 1. */
  readonly line?: number;
  /** Folio of a page. */
  readonly page?: number;
}

/** `code` is English and stable (tests and filters use it); `text` is Chinese and says what to do next. */
export interface Message {
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
  readonly at?: Place;
}

export interface Result<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

/** What may refuse the material as a whole (a damaged file, an unusable manifest): nothing of it is kept then. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly messages: readonly Message[] }
  | { readonly ok: false; readonly error: Message };

export function accepted<T>(value: T, messages: readonly Message[] = []): Outcome<T> {
  return { ok: true, value, messages };
}

export function refused(code: string, text: string, at?: Place): Outcome<never> {
  return { ok: false, error: message(code, 'error', text, at) };
}

export function message(code: string, severity: Severity, text: string, at?: Place): Message {
  return at === undefined ? { code, severity, text } : { code, severity, text, at };
}
