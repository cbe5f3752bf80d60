/** gazette compose and gazette export: an issue from its manifest, or from the database, to files. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Api, FileBytes, IssueId } from '../../../shared/api.ts';
import { comparableName, manifestFiles } from '../../../shared/issue/manifest.ts';
import { outputFlags, wantedHouse, wantedOutputs, writeOutputs } from './outputs.ts';
import { sayMessages, showProgress, type Terminal, withDesk } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const composeFlags = { ...outputFlags, database: 'text', json: 'flag' } as const;
export const exportFlags = { ...outputFlags, database: 'text', issue: 'text' } as const;

export async function runCompose(line: CommandLine, terminal: Terminal): Promise<number> {
  const [path, ...more] = line.names;
  if (path === undefined || more.length > 0) throw new UsageError('compose 后面要写一个清单文件（manifest.json）');
  const outputs = await wantedOutputs(line);
  const manifest = { name: path, bytes: await readManifest(path) };
  return withDesk(terminal, line.text('database') ?? null, false, async ({ desk }) => {
    const house = await wantedHouse(line, desk);
    const { progress, end } = showProgress(terminal);
    const report = await desk.importManifest(manifest, await readNamed(manifest), progress);
    end();
    if (line.flag('json')) terminal.out(`${JSON.stringify(report, null, 1)}\n`);
    const troubles = [report.messages, ...report.files.map((file) => (file.ok ? file.messages : [file.error]))];
    let hasErrors = troubles.map((messages) => sayMessages(terminal, messages)).includes(true);
    if (report.issueId === null) return 1;
    await setHouse(desk, report.issueId, house);
    hasErrors = (await writeOutputs(desk, report.issueId, outputs, terminal)) || hasErrors;
    return hasErrors ? 1 : 0;
  });
}

export async function runExport(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.names.length > 0) throw new UsageError(`export 后面不认识“${line.names[0]}”`);
  const path = line.need('database');
  const issue = line.need('issue');
  if (!/^[1-9]\d{0,14}$/.test(issue)) throw new UsageError('--issue 后面要写一期的编号（见 issues 命令）');
  const outputs = await wantedOutputs(line);
  if (outputs.length === 0) throw new UsageError('export 要用 --pdf、--word 或 --layout 指出写到哪里');
  return withDesk(terminal, path, true, async ({ desk, database }) => {
    const house = await wantedHouse(line, desk);
    const id = Number(issue) as IssueId;
    if (!(await desk.listIssues()).some((stored) => stored.id === id)) {
      throw new UsageError(`库中没有编号为 ${issue} 的一期；请用 issues 查看编号`);
    }
    // Another house for this output alone: the stored issue stays as it is.
    if (house !== null) database.exec('BEGIN IMMEDIATE');
    try {
      await setHouse(desk, id, house);
      return (await writeOutputs(desk, id, outputs, terminal)) ? 1 : 0;
    } finally {
      if (house !== null) database.exec('ROLLBACK');
    }
  });
}

async function readManifest(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new UsageError(`读不到清单“${path}”；请核对文件名`);
  });
}

/** The files of the manifest that are there; the desk says which are not. */
async function readNamed(manifest: FileBytes): Promise<FileBytes[]> {
  const names = manifestFiles(new TextDecoder().decode(manifest.bytes));
  const files: FileBytes[] = [];
  for (const name of names) {
    const bytes = await readFile(resolve(dirname(manifest.name), comparableName(name))).catch(() => null);
    if (bytes !== null) files.push({ name, bytes });
  }
  return files;
}

async function setHouse(desk: Api, id: IssueId, house: string | null): Promise<void> {
  if (house === null) return;
  const { head } = await desk.readIssue(id);
  if (head.house !== house) await desk.updateIssueHead(id, { ...head, house });
}
