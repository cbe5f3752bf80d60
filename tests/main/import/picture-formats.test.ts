/** GIF, bitmaps and TIFF become PNG, dot by dot; what is cut off or none of these does not. */
import { GifWriter } from 'omggif';
import { PNG } from 'pngjs';
import tiff from 'utif2';
import { describe, expect, it, test } from 'vitest';
import { createImageStore } from '../../../main/import/images.ts';
import { asPng } from '../../../main/import/picture-formats.ts';
import { readPicture97 } from '../../../main/import/word97-pictures.ts';

const WIDTH = 5;
const HEIGHT = 3;
/** Red, green, blue, black, white in every row, the next row begins one further. */
const COLOURS = [0xff0000, 0x00ff00, 0x0000ff, 0x000000, 0xffffff];
const places = Array.from({ length: WIDTH * HEIGHT }, (_, at) => (at + Math.floor(at / WIDTH)) % COLOURS.length);
const parts = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];
const rgba = new Uint8Array(places.flatMap((place) => [...parts(COLOURS[place] as number), 255]));

function gif(): Uint8Array {
  const room = new Uint8Array(1000);
  const writer = new GifWriter(room as unknown as Buffer, WIDTH, HEIGHT);
  writer.addFrame(0, 0, WIDTH, HEIGHT, places, { palette: [...COLOURS, 0, 0, 0] });
  return room.slice(0, writer.end());
}

/** From the bottom up; by a palette up to 8 bits. `masked`: in colours of five, six and five bits, picked out by masks. */
function bitmap(bits: number, { topDown = false, masked = false } = {}): Uint8Array {
  const colours = bits <= 8 ? 2 ** bits : 0;
  const stride = Math.ceil((WIDTH * bits) / 32) * 4;
  const start = 54 + (masked ? 12 : 0) + colours * 4;
  const file = Buffer.alloc(start + stride * HEIGHT);
  file.write('BM', 'latin1');
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(WIDTH, 18);
  file.writeInt32LE(topDown ? -HEIGHT : HEIGHT, 22);
  file.writeUInt16LE(bits, 28);
  file.writeUInt32LE(masked ? 3 : 0, 30);
  if (masked) for (const [at, mask] of [0xf800, 0x07e0, 0x001f].entries()) file.writeUInt32LE(mask, 54 + at * 4);
  if (colours > 0) for (const [at, colour] of COLOURS.entries()) file.writeUInt32LE(colour, 54 + at * 4);
  for (const [at, place] of places.entries()) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    const row = start + (topDown ? y : HEIGHT - 1 - y) * stride;
    const colour = COLOURS[place] as number;
    const [red, green, blue] = parts(colour) as [number, number, number];
    if (bits === 24) file.writeUIntLE(colour, row + x * 3, 3);
    else if (bits === 32) file.writeUInt32LE(colour, row + x * 4);
    else if (bits === 16)
      file.writeUInt16LE(
        masked ? ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3) : ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3),
        row + x * 2,
      );
    else {
      const byte = row + Math.floor((x * bits) / 8);
      file[byte] = (file[byte] as number) | (place << (8 - bits - ((x * bits) % 8)));
    }
  }
  return new Uint8Array(file);
}

const formats: Readonly<Record<string, Uint8Array>> = {
  GIF: gif(),
  'a bitmap of 24 bits': bitmap(24),
  'a bitmap of 32 bits, from the top down': bitmap(32, { topDown: true }),
  'a bitmap of 16 bits': bitmap(16),
  'a bitmap of 16 bits with masks': bitmap(16, { masked: true }),
  'a bitmap of 8 bits': bitmap(8),
  'a bitmap of 4 bits': bitmap(4),
  TIFF: new Uint8Array(tiff.encodeImage(rgba, WIDTH, HEIGHT)),
};

function dots(bytes: Uint8Array | undefined): { width: number; height: number; data: number[] } {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes as Uint8Array));
  return { width, height, data: [...data] };
}

describe.each(Object.entries(formats))('%s', (_, bytes) => {
  it('keeps every dot', () => {
    expect(dots(asPng(bytes))).toEqual({ width: WIDTH, height: HEIGHT, data: [...rgba] });
  });

  it('cut off anywhere, it is refused', () => {
    for (let length = 0; length < bytes.length - 16; length += 1) expect(asPng(bytes.slice(0, length)), String(length)).toBeUndefined();
  });

  it('is kept in the store as PNG', () => {
    const store = createImageStore();
    const image = store.add(bytes);
    expect(image?.mediaType).toBe('image/png');
    expect(dots(image?.bytes).data).toEqual([...rgba]);
    expect(store.add(bytes)).toBe(image);
  });
});

test('a picture in black and grey is kept as one', () => {
  const grey = new Uint8Array([0, 0, 0, 255, 90, 90, 90, 255]);
  const png = asPng(new Uint8Array(tiff.encodeImage(grey, 2, 1))) as Uint8Array;
  expect(png[25]).toBe(0);
  expect(dots(png).data).toEqual([...grey]);
});

test('a bitmap of one bit is black and white', () => {
  const bytes = bitmap(1);
  // All its dots are of the palette's first two colours.
  const [first, second] = [parts(COLOURS[0] as number), parts(COLOURS[1] as number)];
  const kinds = new Set(dots(asPng(bytes)).data.map((_, at, all) => all.slice(at - (at % 4), at - (at % 4) + 3).join()));
  expect([...kinds].every((colour) => [first.join(), second.join()].includes(colour))).toBe(true);
});

test('a TIFF in four inks', () => {
  const inks = new Uint8Array([0, 255, 255, 0, 0, 0, 0, 255, 0, 0, 0, 51]);
  const file = new Uint8Array(tiff.encodeImage(inks, 3, 1, { t262: [5] } as never));
  expect(dots(asPng(file)).data).toEqual([255, 0, 0, 255, 0, 0, 0, 255, 204, 204, 204, 255]);
});

test('a drawing (EMF), a text and a size that is made up are refused', () => {
  const huge = gif();
  huge.set([0xff, 0xff, 0xff, 0xff], 6);
  for (const bytes of [new Uint8Array([1, 0, 0, 0, 108, 0, 0, 0]), new TextEncoder().encode('BM'), huge])
    expect(asPng(bytes)).toBeUndefined();
});

/** A picture of Word 97 around a record of office art. */
function picture97(instance: number, type: number, picture: Uint8Array): DataView {
  const sums = new Uint8Array((instance & 1) === 1 ? 33 : 17);
  const record = new DataView(new ArrayBuffer(8));
  record.setUint16(0, instance << 4, true);
  record.setUint16(2, type, true);
  record.setUint32(4, sums.length + picture.length, true);
  const whole = Buffer.concat([new Uint8Array(0x44), new Uint8Array(record.buffer), sums, picture]);
  whole.writeUInt32LE(whole.length, 0);
  return new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
}

test.each([
  ['a bitmap', 0x7a8, 0xf01f, bitmap(24).slice(14)],
  ['a bitmap with two checksums', 0x7a9, 0xf01f, bitmap(8).slice(14)],
  ['a TIFF', 0x6e4, 0xf029, formats.TIFF as Uint8Array],
])('%s in a .doc is found by its record', (_, instance, type, picture) => {
  const found = readPicture97(picture97(instance, type, picture), 0);
  expect(dots(asPng(found?.bytes as Uint8Array)).data).toEqual([...rgba]);
});
