/** The outputs that compose and export share: which are asked for, and writing them. */

import { access, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Api, ExportFormat, IssueId, PressRequest } from '../../../shared/api.ts';
import type { PageMultiple } from '../../../shared/print/page-count.ts';
import { type PaperId, paperIds, papers } from '../../../shared/print/papers.ts';
import type { Message } from '../../../shared/result.ts';
import { fileKind } from '../../database/file-kind.ts';
import { writeWholeFile } from '../write-file.ts';
import { sayMessages, showProgress, type Terminal } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const outputFlags = {
  house: 'text',
  style: 'text',
  fonts: 'text',
  pdf: 'text',
  archive: 'text',
  word: 'text',
  layout: 'text',
  press: 'text',
  cover: 'text',
  spread: 'text',
  imposed: 'text',
  ticket: 'text',
  multiple: 'text',
  paper: 'text',
} as const;

export interface Output {
  readonly format: ExportFormat | PressRequest;
  readonly path: string;
}

/** Checked before the work begins, so that nobody waits for an issue that then has no place to go. */
export async function wantedOutputs(line: CommandLine): Promise<Output[]> {
  const choices = { ...wantedMultiple(line), ...wantedPaper(line) };
  const outputs: Output[] = [];
  for (const format of ['pdf', 'archive', 'word', 'layout', 'press', 'cover', 'spread', 'imposed', 'ticket'] as const) {
    const path = line.text(format);
    if (path === undefined) continue;
    if (
      !(await access(dirname(path)).then(
        () => true,
        () => false,
      ))
    )
      throw new UsageError(`--${format} 所指的文件夹“${dirname(path)}”不存在`);
    if (outputs.some((other) => other.path === path)) throw new UsageError(`两个选项都要写到“${path}”；请改成不同的文件名`);
    if (format === 'press' || format === 'cover' || format === 'spread' || format === 'imposed' || format === 'ticket')
      outputs.push({ format: { format, ...choices, asJson: /\.json$/i.test(path) }, path });
    else outputs.push({ format, path });
  }
  return outputs;
}

/**
 * An output must not replace what the work is made from: manifest, submissions, database, style.
 * @throws UsageError naming the file; also for a folder in place of a file.
 */
export async function keepInputs(outputs: readonly Output[], inputs: readonly (string | undefined)[]): Promise<void> {
  const given = inputs.filter((path) => path !== undefined).flatMap((path) => [path, `${path}-wal`, `${path}-shm`]);
  const kept = new Set(await Promise.all(given.map(realOf)));
  for (const { path } of outputs) {
    const real = await realOf(path);
    if (kept.has(real)) throw new UsageError(`“${path}”是本次要读的文件，不能写到那里；请改用别的文件名`);
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) throw new UsageError(`“${path}”是文件夹；请写出文件名`);
    if (['ours', 'database'].includes(fileKind(path) ?? '')) throw new UsageError(`“${path}”是数据库，不能写到那里；请改用别的文件名`);
  }
}

/** The real path; of a file that is not there yet, through its folder. */
async function realOf(path: string): Promise<string> {
  return realpath(path).catch(async () => join(await realpath(dirname(path)).catch(() => resolve(dirname(path))), basename(path)));
}

function wantedMultiple(line: CommandLine): { multiple?: PageMultiple } {
  const multiple = line.text('multiple');
  if (multiple === undefined) return {};
  if (multiple !== '4' && multiple !== '16') throw new UsageError('--multiple 只能是 4 或 16（把面数补足到它的倍数）');
  return { multiple: Number(multiple) as PageMultiple };
}

function wantedPaper(line: CommandLine): { paper?: PaperId } {
  const wanted = line.text('paper');
  if (wanted === undefined) return {};
  const paper = paperIds.find((id) => id === wanted);
  if (paper === undefined) throw new UsageError(`--paper 只能是 ${paperIds.map((id) => `${id}（${papers[id].name}）`).join('、')}`);
  return { paper };
}

/** @throws UsageError for a house that is not known. */
export async function wantedHouse(line: CommandLine, desk: Api): Promise<string | null> {
  const house = line.text('house');
  if (house === undefined) return null;
  const known = (await desk.listHouses()).map(({ id }) => id);
  if (!known.includes(house)) throw new UsageError(`版式“${house}”未知；可用的有：${known.join('、')}`);
  return house;
}

/** Lays the issue out, writes what is asked for and says the messages; true when one of them is an error. */
export async function writeOutputs(desk: Api, id: IssueId, outputs: readonly Output[], terminal: Terminal): Promise<boolean> {
  const { progress, end } = showProgress(terminal);
  progress(0, outputs.length, '正在排版');
  const summary = await desk.layoutIssue(id);
  const found = new Map<string, Message>();
  for (const [done, { format, path }] of outputs.entries()) {
    progress(done, outputs.length, `正在写出 ${path}`);
    const { bytes, messages = [] } = await desk.exportIssue(id, format);
    await writeWholeFile(path, bytes);
    // The outputs for the press find the same: each is said once.
    for (const each of messages) found.set(`${each.code} ${each.text}`, each);
  }
  end();
  const hasErrors = sayMessages(terminal, [...summary.messages, ...found.values()]);
  const written = outputs.length === 0 ? '' : `；已写出 ${outputs.map(({ path }) => path).join('、')}`;
  terminal.err(`共 ${summary.documents.length} 篇，正文至第 ${summary.pages} 页，共 ${summary.sheets} 面${written}。\n`);
  return hasErrors;
}
