/**
 * What comes through a door is not to be trusted: the parsers of the arguments of every method, and the one way to call
 * a method by its name. Window and browser use the same.
 */
import { type Answer, type Api, type ApiMethod, apiMethods, DeskError, type Progress } from './api.ts';
import {
  type Guard,
  isCount,
  isFile,
  isFiles,
  isFlag,
  isHand,
  isId,
  isInteger,
  isPositive,
  isStart,
  isTable,
  isText,
  isTextTable,
  listOf,
  oneOf,
  orNull,
  shape,
} from './door/guards.ts';
import { partParameters } from './door/parts.ts';
import { paperIds } from './print/papers.ts';

const isPressFormat = oneOf('press', 'cover', 'spread', 'imposed', 'ticket');
const isPressRequest = shape({ format: isPressFormat }, { multiple: oneOf(1, 4, 16), paper: oneOf(...paperIds), asJson: isFlag });
const isFormat: Guard = (value) => oneOf('pdf', 'archive', 'word', 'layout')(value) || isPressFormat(value) || isPressRequest(value);

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
/** What an issue changes of its style is read by the desk, which knows the fields. */
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
  layoutIssue: [isId],
  readPages: [isId, isInteger, isCount],
  adviseIssue: [isId],
  tightenBlocks: [isId, listOf(isCount), isHand],
  readImage: [isText],
  exportIssue: [isId, isFormat],
  openSample: [],
  ...partParameters,
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
