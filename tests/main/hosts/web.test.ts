/** The browser door over real HTTP on the loopback. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startWebHost, type WebOptions } from '../../../main/hosts/web.ts';
import { type Api, DeskError, type Progress } from '../../../shared/api.ts';
import { decodeLine, encodeWire } from '../../../shared/wire.ts';
import { temporaryFolder } from '../temporary.ts';

const desk = {
  listHouses: async () => [{ id: 'jiujiang', name: '九江' }],
  listIssues: async () => Promise.reject(new DeskError('issue-missing', '没有这一期。')),
  readIssue: async () => Promise.reject(new Error('/secret/path')),
  readImage: async (hash: string) => {
    if (hash !== 'abc') throw new DeskError('image-missing', '没有');
    return { name: 'abc.png', bytes: new Uint8Array([137, 80]) };
  },
  importFiles: async (files: readonly { bytes: Uint8Array }[], _store: boolean, progress: Progress) => {
    progress(0, 1, '正在导入');
    return files.map(({ bytes }) => ({ size: bytes.length, bytes }));
  },
} as unknown as Api;

async function start(more: Partial<WebOptions> = {}) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'renderer/assets/main.js'), '1');
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'song.ttf'), 'font');
  const logged: unknown[] = [];
  const fontFile = (id: string) => (id === 'song' ? join(folder, 'song.ttf') : null);
  const host = await startWebHost({
    desk,
    renderer: join(folder, 'renderer'),
    fontFile,
    port: 0,
    log: (error) => logged.push(error),
    ...more,
  });
  onTestFinished(() => host.close());
  const { origin } = new URL(host.address);
  return { host, origin, logged };
}

async function admit(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function call(origin: string, cookie: string, method: string, given: readonly unknown[], headers: Record<string, string> = {}) {
  const response = await fetch(`${origin}/api/${method}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: encodeWire(given),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, lines: response.ok ? text.trim().split('\n').map(decodeLine) : [] };
}

/** fetch does not let a test set Host. */
function statusWith(origin: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(origin, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('the token is good once, its cookie is not for scripts, and nothing is answered without it', async () => {
  const { host, origin } = await start();
  expect((await fetch(origin)).status).toBe(403);
  expect((await fetch(`${origin}/?token=wrong`, { redirect: 'manual' })).status).toBe(403);
  const first = await fetch(host.address, { redirect: 'manual' });
  expect(first.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict/);
  expect((await fetch(host.address, { redirect: 'manual' })).status).toBe(403);
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect((await fetch(origin, { headers: { cookie } })).status).toBe(200);
  expect((await fetch(origin, { headers: { cookie: `${cookie}x` } })).status).toBe(403);
  expect((await call(origin, '', 'listHouses', [])).status).toBe(403);
});

test('other host names and other origins are refused, cookie or not', async () => {
  const { host, origin } = await start();
  const cookie = await admit(host.address);
  const { port } = new URL(origin);
  expect(await statusWith(origin, { cookie, host: `evil.example:${port}` })).toBe(403);
  expect(await statusWith(origin, { cookie, host: `127.0.0.1:${Number(port) + 1}` })).toBe(403);
  expect(await statusWith(origin, { cookie, host: `localhost:${port}` })).toBe(200);
  expect((await call(origin, cookie, 'listHouses', [], { origin: 'https://evil.example' })).status).toBe(403);
  expect((await call(origin, cookie, 'listHouses', [], { origin: 'null' })).status).toBe(403);
  expect((await call(origin, cookie, 'listHouses', [], { origin })).status).toBe(200);
});

test('pages carry the policy; files outside the renderer are not served', async () => {
  const { host, origin } = await start();
  const cookie = await admit(host.address);
  const get = (path: string) => fetch(`${origin}${path}`, { headers: { cookie } });
  const page = await get('/');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self'/);
  expect([page.headers.get('x-content-type-options'), page.headers.get('content-type')]).toEqual(['nosniff', 'text/html; charset=utf-8']);
  expect((await get('/assets/main.js')).headers.get('cache-control')).toContain('immutable');
  for (const path of ['/..%2fsecret.json', '/%2e%2e/secret.json', '/assets/..%5c..%5csecret.json', '/%00.json', '/%', '/none.js']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test('fonts by known id, pictures by hash', async () => {
  const { host, origin } = await start();
  const cookie = await admit(host.address);
  const get = (path: string) => fetch(`${origin}${path}`, { headers: { cookie } });
  expect(await (await get('/fonts/song')).text()).toBe('font');
  expect((await get('/fonts/..%2fsecret')).status).toBe(404);
  expect([(await get('/images/abc')).headers.get('content-type'), (await get('/images/xyz')).status]).toEqual(['image/png', 404]);
});

test('a call answers with progress and then its value, bytes both ways', async () => {
  const { host, origin } = await start();
  const cookie = await admit(host.address);
  const answer = await call(origin, cookie, 'importFiles', [[{ name: 'a.txt', bytes: new Uint8Array([1, 2, 3]) }], true]);
  expect(answer.lines).toEqual([
    { progress: [0, 1, '正在导入'] },
    { answer: { ok: true, value: [{ size: 3, bytes: new Uint8Array([1, 2, 3]) }] } },
  ]);
  expect([answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([
    'no-store',
    'application/x-ndjson; charset=utf-8',
  ]);
});

test('refusals have their own words; anything else is logged and says nothing of the inside', async () => {
  const { host, origin, logged } = await start();
  const cookie = await admit(host.address);
  expect((await call(origin, cookie, 'listIssues', [])).lines).toEqual([
    { answer: { ok: false, code: 'issue-missing', text: '没有这一期。' } },
  ]);
  expect(logged).toEqual([]);
  const broken = await call(origin, cookie, 'readIssue', [1]);
  expect(broken.lines).toMatchObject([{ answer: { ok: false, code: 'internal' } }]);
  expect(broken.text).not.toContain('secret');
  expect(logged).toHaveLength(1);
});

test('only the methods of the contract, only JSON, only so much', async () => {
  const { host, origin } = await start({ bodyLimit: 100 });
  const cookie = await admit(host.address);
  expect((await call(origin, cookie, 'constructor', [])).status).toBe(404);
  expect((await call(origin, cookie, 'readIssue', ['1'])).lines).toMatchObject([{ answer: { ok: false, code: 'bad-arguments' } }]);
  expect((await call(origin, cookie, 'listHouses', [], { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await fetch(`${origin}/api/listHouses`, { headers: { cookie } })).status).toBe(405);
  const send = (body: string) =>
    fetch(`${origin}/api/listHouses`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body });
  expect((await send('{')).status).toBe(400);
  expect((await send(`["${'x'.repeat(200)}"]`)).status).toBe(413);
});

test('a page that is closed while its call runs does no harm', async () => {
  let release = () => {};
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = {
    ...desk,
    openSample: async (progress: Progress) => {
      progress(0, 2, '开始');
      await wait;
      progress(1, 2, '继续');
      return 1;
    },
  } as unknown as Api;
  const { host, origin, logged } = await start({ desk: slow });
  const cookie = await admit(host.address);
  const leaving = new AbortController();
  const response = await fetch(`${origin}/api/openSample`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '[]',
    signal: leaving.signal,
  });
  await response.body?.getReader().read();
  leaving.abort();
  release();
  expect((await call(origin, cookie, 'listHouses', [])).status).toBe(200);
  expect(logged).toEqual([]);
});
