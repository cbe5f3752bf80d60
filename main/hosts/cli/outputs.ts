/** The outputs that compose and export share: which are asked for, and writing them. */
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Api, ExportFormat, IssueId } from '../../../shared/api.ts';
import { writeWholeFile } from '../write-file.ts';
import { sayMessages, showProgress, type Terminal } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const outputFlags = { house: 'text', pdf: 'text', word: 'text', layout: 'text', press: 'text' } as const;

export interface Output {
  readonly format: ExportFormat;
  readonly path: string;
}

/** Checked before the work begins, so that nobody waits for an issue that then has no place to go. */
export async function wantedOutputs(line: CommandLine): Promise<Output[]> {
  if (line.text('press') !== undefined) throw new UsageError('--press（印前 PDF）以后的版本提供；现在请用 --pdf');
  const outputs: Output[] = [];
  for (const format of ['pdf', 'word', 'layout'] as const) {
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
    outputs.push({ format, path });
  }
  return outputs;
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
  for (const [done, { format, path }] of outputs.entries()) {
    progress(done, outputs.length, `正在写出 ${path}`);
    await writeWholeFile(path, (await desk.exportIssue(id, format)).bytes);
  }
  end();
  const hasErrors = sayMessages(terminal, summary.messages);
  const written = outputs.length === 0 ? '' : `；已写出 ${outputs.map(({ path }) => path).join('、')}`;
  terminal.err(`共 ${summary.documents.length} 篇，正文至第 ${summary.pages} 页，共 ${summary.sheets} 面${written}。\n`);
  return hasErrors;
}
