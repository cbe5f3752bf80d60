/** gazette import: reads submissions and prints what was recognised. */
import { readFile } from 'node:fs/promises';
import type { ImportReport } from '../../../shared/api.ts';
import { exchangeDocument } from '../../../shared/document/exchange.ts';
import { message } from '../../../shared/result.ts';
import { sayMessages, showProgress, type Terminal, withDesk } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const flags = { json: 'flag', database: 'text' } as const;

export async function run(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.names.length === 0) throw new UsageError('import 后面要写来稿的文件名');
  const database = line.text('database') ?? null;
  const reports = await withDesk(terminal, database, false, async ({ desk }) => {
    const { progress, end } = showProgress(terminal);
    const done: ImportReport[] = [];
    // One at a time: a folder full of scans need not be in memory at once.
    for (const name of line.names) {
      progress(done.length, line.names.length, `正在导入 ${name}`);
      const bytes = await readFile(name).catch(() => null);
      done.push(...(bytes === null ? [unreadable(name)] : await desk.importFiles([{ name, bytes }], database !== null)));
    }
    end();
    return done;
  });
  if (line.flag('json')) terminal.out(`${JSON.stringify(reports.map(exchangeReport), null, 1)}\n`);
  else for (const report of reports) if (report.ok) terminal.out(describe(report));
  const troubles = reports.map((report) => sayMessages(terminal, report.ok ? report.messages : [report.error]));
  return troubles.includes(true) ? 1 : 0;
}

function unreadable(name: string): ImportReport {
  const text = `读不到文件“${name}”；请核对文件名，并确认它不是文件夹、有读取权限。`;
  return { file: name, ok: false, error: message('file-unreadable', 'error', text, { file: name }) };
}

function exchangeReport(report: ImportReport): object {
  if (!report.ok) return { file: report.file, error: { code: report.error.code, text: report.error.text } };
  const document = exchangeDocument(report.file, report.document, report.messages);
  return report.duplicateOf === null ? document : { ...document, duplicateOf: report.duplicateOf };
}

function describe(report: Extract<ImportReport, { ok: true }>): string {
  const { title, docNumber, date, issuer, blocks } = report.document;
  const facts = [docNumber, issuer, date].filter((fact) => fact !== null).join('  ');
  const twin = report.duplicateOf === null ? '' : `（与库中“${report.duplicateOf}”内容相同，未重复入库）`;
  return `${report.file}${twin}\n  ${title}\n  ${facts === '' ? '（无发文字号、署名和日期）' : facts}  共 ${blocks.length} 段\n`;
}
