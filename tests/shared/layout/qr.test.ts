/** The code is read back from its bars: the three finders, and the very modules. */
import qr from 'qrcode';
import { expect, it } from 'vitest';
import { qrBars } from '../../../shared/layout/qr.ts';

it('paints every dark module once and none beside', () => {
  const link = 'https://www.example.gov.cn/gazette/2026/1';
  const bars = qrBars(link, 100_000);
  const { modules } = qr.create(link, { errorCorrectionLevel: 'M' });
  const unit = Math.floor(100_000 / (modules.size + 8));
  const left = Math.min(...(bars ?? []).map((bar) => bar.x));
  const top = Math.min(...(bars ?? []).map((bar) => bar.y));
  const dark = new Set<string>();
  for (const bar of bars ?? [])
    for (let i = 0; i < bar.width / unit; i += 1) dark.add(`${(bar.x - left) / unit + i} ${(bar.y - top) / unit}`);
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1) expect(dark.has(`${x} ${y}`)).toBe(modules.get(y, x) === 1);
});

it('keeps a quiet zone of four modules', () => {
  const bars = qrBars('示例市', 100_000) ?? [];
  const unit = Math.min(...bars.map((bar) => bar.height));
  expect(Math.min(...bars.map((bar) => bar.x))).toBeGreaterThanOrEqual(4 * unit);
  expect(Math.max(...bars.map((bar) => bar.x + bar.width))).toBeLessThanOrEqual(100_000 - 4 * unit);
});

it('gives nothing for a link that no code can hold', () => {
  expect(qrBars('a'.repeat(5000), 100_000)).toBeNull();
});
