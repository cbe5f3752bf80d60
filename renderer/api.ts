/**
 * The renderer's door to the desk: `window.gazette` in the desktop window, the web host over HTTP in a browser.
 * Both give the same `Api`; a refusal becomes a thrown DeskError whose message is Chinese and for people.
 */
import { type Answer, type Api, type ApiMethod, apiMethods, DeskError, type FileBytes, type Progress } from '../shared/api.ts';
import { decodeLine, encodeWire } from '../shared/wire.ts';
import { text } from './text.ts';

/** What the preload of the desktop window exposes: one function a method, without the progress argument. */
export type DesktopBridge = {
  readonly [M in ApiMethod]: (...values: readonly unknown[]) => Promise<Answer<unknown>>;
} & {
  /** Progress of whatever runs; gives back how to stop listening. */
  readonly onProgress: (callback: Progress) => (() => void) | undefined;
  /** A command chosen in the native menu; gives back how to stop listening. */
  readonly onCommand?: (callback: (id: string) => void) => () => void;
  /** A folder chosen in the system's own dialog; null when the person thought better of it. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** Into a folder that was chosen; gives back the name of the file that could not be written, null when all is well. */
  readonly writeFiles?: (folder: string, below: string, files: readonly FileBytes[]) => Promise<string | null>;
  /** Files that were opened with the program or dropped on its sign. */
  readonly onFiles?: (callback: (files: readonly FileBytes[]) => void) => () => void;
  /** While true the window asks before it closes. */
  readonly setUnsaved?: (unsaved: boolean) => void;
};

declare global {
  interface Window {
    readonly gazette?: DesktopBridge;
  }
}

type Call = (method: ApiMethod, values: readonly unknown[], progress: Progress) => Promise<Answer<unknown>>;

function throughWindow(bridge: DesktopBridge): Call {
  // The bridge says nothing of which call a progress belongs to; the youngest call that wants to know is the one on the screen.
  const listeners: Progress[] = [];
  bridge.onProgress((done, total, what) => listeners.at(-1)?.(done, total, what));
  return async (method, values, progress) => {
    listeners.push(progress);
    try {
      return await bridge[method](...values);
    } finally {
      listeners.splice(listeners.indexOf(progress), 1);
    }
  };
}

/** The lines of a response as they arrive. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim() !== '') yield line;
    if (done) return;
  }
}

const throughHttp: Call = async (method, values, progress) => {
  const response = await fetch(`/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: encodeWire(values),
  });
  if (response.status === 401 || response.status === 403) return { ok: false, code: 'not-admitted', text: text.errors.notAdmitted };
  if (response.body === null) return { ok: false, code: 'no-answer', text: text.errors.noAnswer };
  for await (const line of linesOf(response.body)) {
    const read = decodeLine(line);
    if ('answer' in read) return read.answer;
    progress(...read.progress);
  }
  return { ok: false, code: 'no-answer', text: text.errors.noAnswer };
};

function connect(call: Call): Api {
  const methods = apiMethods.map((method) => [
    method,
    async (...given: readonly unknown[]): Promise<unknown> => {
      const last = given.at(-1);
      const progress: Progress = typeof last === 'function' ? (last as Progress) : () => undefined;
      const values = given.filter((value) => typeof value !== 'function' && value !== undefined);
      const answer = await call(method, values, progress).catch((error: unknown) => {
        throw new DeskError('no-connection', error instanceof SyntaxError ? text.errors.badAnswer : text.errors.noConnection);
      });
      if (!answer.ok) throw new DeskError(answer.code, answer.text);
      return answer.value;
    },
  ]);
  return Object.fromEntries(methods) as unknown as Api;
}

export const api: Api = connect(window.gazette === undefined ? throughHttp : throughWindow(window.gazette));
