/** gazette compose and gazette export: an issue from its manifest, or from the database, to files. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Api, FileBytes, IssueId } from '../../../shared/api.ts';
import { comparableName, manifestFiles } from '../../../shared/issue/manifest.ts';
import { checkStyle, wantedStyle, withStyle } from './house.ts';
import { keepInputs, outputFlags, wantedHouse, wantedOutputs, writeOutputs } from './outputs.ts';
import { type Session, sayMessages, showProgress, type Terminal, withDesk } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const composeFlags = { ...outputFlags, database: 'text', json: 'flag' } as const;
export const exportFlags = { ...outputFlags, database: 'text', issue: 'text' } as const;

export async function runCompose(line: CommandLine, terminal: Terminal): Promise<number> {
  const [path, ...more] = line.names;
  if (path === undefined || more.length > 0) throw new UsageError('compose 后面要写一个清单文件（manifest.json）');
  const outputs = await wantedOutputs(line);
  const style = await wantedStyle(line);
  const manifest = { name: path, bytes: await readManifest(path) };
  const named = manifestFiles(new TextDecoder().decode(manifest.bytes)).map((file) => resolve(dirname(path), file));
  await keepInputs(outputs, [path, line.text('database'), line.text('style'), ...named]);
  const database = line.text('database') ?? null;
  return withDesk(terminal, { database, fonts: line.text('fonts') }, false, async (session) => {
    const { desk } = session;
    await checkStyle(session, style, terminal);
    // Where nothing is kept anyway, the manifest may name the style of the file.
    if (style !== null && database === null) await desk.importHouse(style);
    const house = await wantedHouse(line, desk);
    const { progress, end } = showProgress(terminal);
    const report = await desk.importManifest(manifest, await readNamed(manifest), progress);
    end();
    if (line.flag('json')) terminal.out(`${JSON.stringify(report, null, 1)}\n`);
    const troubles = [report.messages, ...report.files.map((file) => (file.ok ? file.messages : [file.error]))];
    let hasErrors = troubles.map((messages) => sayMessages(terminal, messages)).includes(true);
    if (report.issueId === null) return 1;
    const id = report.issueId;
    await setHouse(desk, id, house);
    hasErrors = (await withLook(session, style, id, terminal, () => writeOutputs(desk, id, outputs, terminal))) || hasErrors;
    return hasErrors ? 1 : 0;
  });
}

export async function runExport(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.names.length > 0) throw new UsageError(`export 后面不认识“${line.names[0]}”`);
  const path = line.need('database');
  const issue = line.need('issue');
  if (!/^[1-9]\d{0,14}$/.test(issue)) throw new UsageError('--issue 后面要写一期的编号（见 issues 命令）');
  const outputs = await wantedOutputs(line);
  if (outputs.length === 0) throw new UsageError('export 要用 --pdf、--archive、--word、--layout 或 --press 等指出写到哪里');
  await keepInputs(outputs, [path, line.text('style')]);
  const style = await wantedStyle(line);
  return withDesk(terminal, { database: path, fonts: line.text('fonts') }, true, async (session) => {
    const { desk, database } = session;
    const house = await wantedHouse(line, desk);
    const id = Number(issue) as IssueId;
    if (!(await desk.listIssues()).some((stored) => stored.id === id)) {
      throw new UsageError(`库中没有编号为 ${issue} 的一期；请用 issues 查看编号`);
    }
    if (style !== null) return (await withLook(session, style, id, terminal, () => writeOutputs(desk, id, outputs, terminal))) ? 1 : 0;
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

/** Does the work with the style of a file put to the issue for this once; as the issue is where there is no file. */
async function withLook<T>(session: Session, style: FileBytes | null, id: IssueId, terminal: Terminal, work: () => Promise<T>): Promise<T> {
  if (style === null) return work();
  return withStyle(session, style, terminal, async (house) => {
    await setHouse(session.desk, id, house);
    return work();
  });
}

async function setHouse(desk: Api, id: IssueId, house: string | null): Promise<void> {
  if (house === null) return;
  const { head } = await desk.readIssue(id);
  if (head.house !== house) await desk.updateIssueHead(id, { ...head, house });
}
