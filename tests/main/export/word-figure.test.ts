/** QR codes in the Word file: a picture that is read dot by dot, or a frame where there can be none. */
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block.ts';
import { paragraphs, read, textOf, withBlocks } from './read-word.ts';

const code = (link: string): Block => ({ type: 'figure', image: null, link, children: [{ text: '扫码看政策解读' }] });

it('stands as black squares on white, 25 mm wide, with their caption', async () => {
  const { body, files, part } = await read(withBlocks([code('https://www.example.gov.cn/jiedu/1.html')]));
  expect(textOf(body)).not.toContain('图片缺失');
  expect(textOf(paragraphs(body, 'Caption').join(''))).toBe('扫码看政策解读');
  const id = /<a:blip r:embed="([^"]+)"/.exec(body)?.[1] ?? '';
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(part('word/_rels/document.xml.rels'))?.[1];
  const { width, height, data } = PNG.sync.read(Buffer.from(files[`word/${target}`] ?? new Uint8Array()));
  const [wide, high] = (/<wp:extent cx="(\d+)" cy="(\d+)"\/>/.exec(body) ?? []).slice(1).map((size) => Number(size) / 36000);
  expect([wide, high, width - height]).toEqual([expect.closeTo(25, 0), wide, 0]);
  // The finder in the corner: black 1, white 1, black 3, white 1, black 1, behind the quiet zone of four.
  const row = (y: number) => Array.from({ length: width }, (_, x) => (data[(y * width + x) * 4] === 0 ? '#' : '.')).join('');
  const first = Array.from({ length: height }, (_, y) => row(y)).findIndex((line) => line.includes('#'));
  const module = (row(first).match(/#+/)?.[0].length ?? 0) / 7;
  expect(first).toBeGreaterThanOrEqual(4 * module);
  const runs = row(first + Math.round(3.5 * module)).match(/#+|\.+/g) ?? [];
  expect(runs.slice(1, 6).map((run) => run.length / module)).toEqual([1, 1, 3, 1, 1]);
});

it('leaves a frame that says so where the link is too long for a code', async () => {
  const { body } = await read(withBlocks([code(`https://www.example.gov.cn/${'长'.repeat(2000)}`)]));
  expect(textOf(body)).toContain('〔图片缺失〕扫码看政策解读');
});
