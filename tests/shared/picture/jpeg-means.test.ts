/** The means of a JPEG's squares are those of its pixels, and a JPEG of which a part is missing is found out. */
import { expect, it } from 'vitest';
import { decodeJpeg } from '../../../main/export/press-pictures.ts';
import { DamagedJpeg, jpegMeans } from '../../../shared/picture/jpeg-means.ts';
import { baselineJpeg, cmykJpeg, flatCmykJpeg, greyJpeg, progressiveJpeg } from '../../main/export/press-pictures.ts';

it('are those of the pixels', () => {
  const { width, height, data } = decodeJpeg(greyJpeg);
  const found = jpegMeans(greyJpeg);
  expect([found?.columns, found?.rows, found?.components.length]).toEqual([3, 2, 1]);
  for (let row = 0; row < height / 8; row += 1)
    for (let column = 0; column < width / 8; column += 1) {
      let sum = 0;
      for (let y = 0; y < 8; y += 1) for (let x = 0; x < 8; x += 1) sum += data[((row * 8 + y) * width + column * 8 + x) * 3] as number;
      expect(Math.abs(sum / 64 - (found?.components[0]?.means[row * 3 + column] as number))).toBeLessThanOrEqual(2);
    }
});

it('are the same of a baseline and of a progressive file, with chroma at half the size', () => {
  const [one, two] = [jpegMeans(baselineJpeg), jpegMeans(progressiveJpeg)];
  expect(one).toEqual(two);
  expect(one?.components.map(({ coarserX, coarserY }) => [coarserX, coarserY])).toEqual([
    [1, 1],
    [2, 2],
    [2, 2],
  ]);
});

it('are there for inks', () => {
  const found = jpegMeans(flatCmykJpeg(20, 9, [255, 0, 128, 64]));
  expect([found?.columns, found?.rows]).toEqual([3, 2]);
  expect(found?.components.map(({ means }) => [...new Set(means)])).toEqual([[0], [255], [127], [191]]);
});

it.each([
  ['baseline', baselineJpeg],
  ['grey', greyJpeg],
  ['inks', cmykJpeg],
])('%s: cut in its data, with an end mark or without, is damaged', (_, whole) => {
  const cut = whole.subarray(0, whole.length - 40);
  expect(() => jpegMeans(cut)).toThrow(DamagedJpeg);
  expect(() => jpegMeans(Buffer.concat([cut, Buffer.from([0xff, 0xd9])]))).toThrow(DamagedJpeg);
});

it('does not mind what a telephone puts behind the picture', () => {
  expect(jpegMeans(Buffer.concat([baselineJpeg, greyJpeg.subarray(0, 200)]))).toEqual(jpegMeans(baselineJpeg));
});
