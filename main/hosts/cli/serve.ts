/** gazette serve: the workstation in a browser on this machine. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError } from '../../../shared/api.ts';
import { refusalOf } from '../../refusals.ts';
import { keepDailyCopies } from '../daily-copies.ts';
import { userDatabase } from '../user-data.ts';
import { startWebHost } from '../web.ts';
import { type Terminal, withDesk } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const serveFlags = { database: 'text', port: 'text', sample: 'flag', fonts: 'text' } as const;

export async function runServe(line: CommandLine, terminal: Terminal): Promise<number> {
  const port = Number(line.text('port') ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError('--port 应为 0 至 65535 的整数');
  const renderer = join(terminal.root, 'dist/renderer');
  if (
    !(await access(join(renderer, 'index.html')).then(
      () => true,
      () => false,
    ))
  ) {
    throw new DeskError('renderer-missing', '界面还没有构建；请先运行 npm run build。');
  }
  const path = line.text('database') ?? userDatabase();
  return withDesk(terminal, { database: path, fonts: line.text('fonts') }, false, async ({ desk, fontFile, fontFace, keepDailyCopy }) => {
    if (line.flag('sample') && (await desk.listIssues()).length === 0) await desk.openSample();
    const log = (error: unknown) => terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    const host = await startWebHost({ desk, renderer, fontFile, fontFace, port, log }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new UsageError(`端口 ${port} 已被占用；请换一个`);
      throw refusalOf(error, () => {}).code === 'database' ? new UsageError(`不能使用端口 ${port}；请换一个大于 1024 的`) : error;
    });
    // While the window already opens.
    const stop = keepDailyCopies(keepDailyCopy, Date.now, (error) => terminal.err(`[注意] ${refusalOf(error, log).text}\n`));
    terminal.err(`数据库：${path}\n`);
    terminal.err('请在浏览器中打开下面的地址（只能用一次）；按 Ctrl+C 停止。\n');
    terminal.out(`${host.address}\n`);
    await terminal.stopped();
    stop();
    await host.close();
    return 0;
  });
}
