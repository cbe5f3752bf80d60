/**
 * The browser door: HTTP on 127.0.0.1 alone. The printed address carries a token that is exchanged once for a cookie;
 * without the cookie, from another site or under another host name nothing is answered.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall, isApiMethod } from '../../shared/door.ts';
import { decodeWire, encodeProgress, encodeWire } from '../../shared/wire.ts';
import { refusalOf } from '../refusals.ts';
import { loadPageFile, type PageSources, securityHeaders } from './pages.ts';

export interface WebOptions extends PageSources {
  /** 0 for a free one. */
  readonly port: number;
  readonly log: (error: unknown) => void;
  /** Largest body of a call in bytes; no more than fits into one text. */
  readonly bodyLimit?: number;
}

export interface WebHost {
  /** With the one-time token. */
  readonly address: string;
  close(): Promise<void>;
}

export async function startWebHost(options: WebOptions): Promise<WebHost> {
  const session = { token: randomBytes(32).toString('base64url'), cookie: randomBytes(32).toString('base64url'), used: false, port: 0 };
  const server = createServer((request, response) => {
    answer(options, session, request, response).catch((error: unknown) => {
      options.log(error);
      if (!response.headersSent) refuse(response, 500, '内部出错，请刷新后重试。');
      else response.destroy();
    });
  });
  session.port = await listen(server, options.port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${session.port}/?token=${session.token}`, close };
}

interface Session {
  readonly token: string;
  readonly cookie: string;
  used: boolean;
  port: number;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(options: WebOptions, session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  // Another name for this machine (DNS rebinding) or another page in the browser must not get in.
  const homes = [`127.0.0.1:${session.port}`, `localhost:${session.port}`];
  const { host = '', origin, cookie = '' } = request.headers;
  if (!homes.includes(host) || (origin !== undefined && origin !== `http://${host}`))
    return refuse(response, 403, '不接受来自其他网址的请求。');
  const url = new URL(request.url ?? '/', `http://${host}`);
  const name = `gazette-${session.port}`;
  const admitted = cookie.split(/;\s*/).some((pair) => isSame(pair, `${name}=${session.cookie}`));
  const token = url.searchParams.get('token');
  if (request.method === 'GET' && url.pathname === '/' && token !== null) {
    const isFirst = !session.used && isSame(token, session.token);
    if (!isFirst && !admitted) return refuse(response, 403, '这个地址已用过或不对；请重新启动公报编辑台，打开新显示的地址。');
    if (isFirst) response.setHeader('Set-Cookie', `${name}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`);
    session.used ||= isFirst;
    response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end();
    return;
  }
  if (!admitted) return refuse(response, 403, '没有通行凭证；请打开启动时显示的完整地址。');
  if (url.pathname.startsWith('/api/')) return call(options, url.pathname.slice(5), request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, '不支持这种请求。');
  const file = await loadPageFile(options, url.pathname);
  if (file === null) return refuse(response, 404, '没有这个文件。');
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': file.bytes.length,
    'Cache-Control': file.lasting ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

async function call(options: WebOptions, method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'POST') return refuse(response, 405, '操作只接受 POST。');
  if (!isApiMethod(method)) return refuse(response, 404, '没有这个操作。');
  // A form of another page cannot send this type, whatever the cookie rules of the browser are.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(response, 415, '操作的内容应为 application/json。');
  const body = await readBody(request, options.bodyLimit ?? 500 * 1024 * 1024);
  if (body === null) return refuse(response, 413, '文件太大；请分几次导入。', { Connection: 'close' });
  const given = parse(body);
  if (given === undefined) return refuse(response, 400, '操作的内容不是正确的 JSON。');
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  // The page may be closed or reloaded at any time: the work goes on, and nobody is told.
  response.on('error', () => {});
  const send = (line: string) => response.destroyed || response.write(`${line}\n`);
  const result = await answerCall(
    options.desk,
    method,
    given,
    (done, total, what) => void send(encodeProgress(done, total, what)),
    (error) => refusalOf(error, options.log),
  );
  send(encodeWire(result));
  response.end();
}

/** Null when the body is larger than the limit, or broke off. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limit) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(body: string): unknown {
  try {
    return decodeWire(body);
  } catch {
    return undefined;
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refuse(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers }).end(`${text}\n`);
}
