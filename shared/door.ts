/**
 * What comes through a door is not to be trusted: the parsers of the arguments of every method, and the one way to call
 * a method by its name. Window and browser use the same.
 */
import { type Answer, type Api, type ApiMethod, apiMethods, DeskError, type Progress } from './api.ts';

type Guard = (value: unknown) => boolean;

const isText: Guard = (value) => typeof value === 'string';
const isFlag: Guard = (value) => typeof value === 'boolean';
const isInteger: Guard = (value) => Number.isSafeInteger(value);
const isCount: Guard = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isId: Guard = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const oneOf =
  (...words: readonly unknown[]): Guard =>
  (value) =>
    words.includes(value);
const isPressFormat = oneOf('press', 'cover', 'imposed', 'ticket');
const isFormat: Guard = (value) => oneOf('pdf', 'archive', 'word', 'layout')(value) || isPressFormat(value) || isPressRequest(value);
const isStart: Guard = (value) => value === 'newPage' || value === 'followOn' || value === 'rightPage';
const orNull =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);
const listOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);
/** `fields` must be there, `optional` may be; anything else is refused, so that a typing error does not pass unseen. */
function shape(fields: Readonly<Record<string, Guard>>, optional: Readonly<Record<string, Guard>> = {}): Guard {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const own = new Map(Object.entries(value));
    for (const [name, guard] of Object.entries(fields)) if (!own.has(name) || !guard(own.get(name))) return false;
    for (const [name, item] of own) {
      if (Object.hasOwn(fields, name)) continue;
      if (!Object.hasOwn(optional, name) || optional[name]?.(item) !== true) return false;
    }
    return true;
  };
}
const isTextTable: Guard = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);

const isPressRequest = shape({ format: isPressFormat }, { multiple: oneOf(1, 4, 16), asJson: isFlag });

const isFile = shape({ name: isText, bytes: (value) => value instanceof Uint8Array });
const isFiles = listOf(isFile);
const isPositive: Guard = (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= 9999;
/** What an issue changes of its style is read by the desk, which knows the fields. */
const isTable: Guard = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const headFields = {
  gazette: isText,
  house: isText,
  year: isPositive,
  number: isPositive,
  totalNumber: orNull(isPositive),
  frequency: isText,
  publishedOn: orNull(isText),
  grid: orNull(shape({ columns: isPositive, charactersPerLine: isPositive, linesPerColumn: isPositive })),
  firstPage: isPositive,
  cover: isTextTable,
  slogans: listOf(isText),
  statement: isText,
  board: listOf(shape({ role: isText, names: listOf(isText) })),
  fields: listOf(shape({ label: isText, value: isText })),
};
const isHead = shape(headFields, { style: isTable });
const isEntryAt = shape({ position: isCount, documentId: isId });
const isChange = shape({}, { section: isText, start: isStart, contentsTitle: orNull(isText) });

/** The arguments of each method, its progress function left out. */
const parameters = {
  listHouses: [],
  importHouse: [isFile],
  exportHouse: [isText],
  removeHouse: [isText],
  listIssues: [],
  readIssue: [isId],
  createIssue: [isHead],
  updateIssueHead: [isId, isHead],
  removeIssue: [isId],
  importIntoIssue: [isId, isText, isFiles],
  importFiles: [isFiles, isFlag],
  importManifest: [isFile, isFiles],
  moveEntry: [isId, isEntryAt, isCount],
  removeEntry: [isId, isEntryAt],
  updateEntry: [isId, isEntryAt, isChange],
  readDocument: [isId],
  layoutIssue: [isId],
  readPages: [isId, isInteger, isCount],
  adviseIssue: [isId],
  tightenBlocks: [isId, listOf(isCount)],
  readImage: [isText],
  exportIssue: [isId, isFormat],
  openSample: [],
} as const satisfies Record<ApiMethod, readonly Guard[]>;

export function isApiMethod(name: string): name is ApiMethod {
  return (apiMethods as readonly string[]).includes(name);
}

/**
 * Calls a method with arguments from outside. `progress` goes where the contract has it: behind the last argument.
 * @throws DeskError `bad-arguments` before the desk sees anything that it does not expect.
 */
export async function callDesk(desk: Api, method: ApiMethod, given: unknown, progress: Progress): Promise<unknown> {
  const guards: readonly Guard[] = parameters[method];
  if (!Array.isArray(given) || given.length !== guards.length || !guards.every((guard, i) => guard(given[i]))) {
    throw new DeskError('bad-arguments', `操作“${method}”收到的内容不合要求；请刷新窗口后重试，仍不行请把此句报给维护人员。`);
  }
  return (desk[method] as (...values: unknown[]) => Promise<unknown>)(...(given as unknown[]), progress);
}

/** The answer of a call, whatever happens; `refuse` turns what was thrown into words. */
export async function answerCall(
  desk: Api,
  method: ApiMethod,
  given: unknown,
  progress: Progress,
  refuse: (error: unknown) => { readonly code: string; readonly text: string },
): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: (await callDesk(desk, method, given, progress)) ?? null };
  } catch (error) {
    return { ok: false, ...refuse(error) };
  }
}
