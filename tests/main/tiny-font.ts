/** Small TrueType fonts made in code: every character is the same square. */

export interface TinyFont {
  /** Family in English and Chinese; full and PostScript name are made from the first. */
  readonly families: readonly string[];
  readonly postscriptName?: string;
  readonly style?: string;
  readonly characters?: string;
  /** Widths in thousandths of the em where they are not 1000. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly licence?: number;
  /** Tables to put in place of the right ones, for damage. */
  readonly tables?: Readonly<Record<string, Uint8Array>>;
}

const words = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, i * 2);
  return bytes;
};
const long = (value: number) => words(value >>> 16, value & 0xffff);

/** A square from 0 to 800: one contour of four points, in words. */
const square = Buffer.concat([words(1, 0, 0, 800, 800, 3, 0), Buffer.from([1, 1, 1, 1]), words(0, 800, 0, -800), words(0, 0, 800, 0)]);

export function tinyTables(font: TinyFont): Record<string, Uint8Array> {
  const characters = [...(font.characters ?? '公报国一，。A1示例市')].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
  const glyphs = characters.length + 1;
  const padded = Buffer.concat([square, Buffer.alloc((4 - (square.length % 4)) % 4)]);
  const codes = characters.map((character) => character.codePointAt(0) as number);
  const segments = codes.length + 1;
  const cmap = Buffer.concat([
    words(0, 1, 3, 1, 0, 12),
    words(4, 16 + segments * 8, 0, segments * 2, 0, 0, 0),
    words(...codes, 0xffff),
    words(0),
    words(...codes, 0xffff),
    words(...codes.map((code, i) => i + 1 - code), 1),
    words(...Array.from({ length: segments }, () => 0)),
  ]);
  const [family = 'Tiny'] = font.families;
  const records = [
    ...font.families.map((name) => [1, name] as const),
    [2, font.style ?? 'Regular'] as const,
    [4, family] as const,
    [6, font.postscriptName ?? 'Tiny-Regular'] as const,
  ];
  const strings = records.map(([, name]) => Buffer.from(name, 'utf16le').swap16());
  let at = 0;
  const list = records.map(([id], i) => {
    const length = strings[i]?.length ?? 0;
    const record = words(3, 1, i === 1 && font.families.length > 1 ? 0x804 : 0x409, id, length, at);
    at += length;
    return record;
  });
  const metrics = characters.map((character) => words(font.widths?.[character] ?? 1000, 0));
  return {
    'OS/2': Buffer.concat([words(3, 1000, 400, 5, font.licence ?? 0), Buffer.alloc(86)]),
    cmap,
    glyf: Buffer.concat(Array.from({ length: glyphs }, () => padded)),
    head: Buffer.concat([
      long(0x10000),
      long(0x10000),
      long(0),
      long(0x5f0f3cf5),
      words(0, 1000),
      Buffer.alloc(16),
      words(0, 0, 800, 800, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([long(0x10000), words(880, -120, 0, 1000, 0, 0, 800, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)]),
    hmtx: Buffer.concat([words(500, 0), ...metrics]),
    loca: Buffer.concat(Array.from({ length: glyphs + 1 }, (_, i) => long(i * padded.length))),
    maxp: Buffer.concat([long(0x10000), words(glyphs, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: Buffer.concat([words(0, records.length, 6 + records.length * 12), ...list, ...strings]),
    post: Buffer.concat([long(0x30000), Buffer.alloc(28)]),
    ...font.tables,
  };
}

/** @param begin where the bytes will stand in a collection. */
function layTables(tables: Readonly<Record<string, Uint8Array>>, begin: number): Buffer {
  const names = Object.keys(tables).sort();
  let at = begin + 12 + names.length * 16;
  const directory: Buffer[] = [long(0x10000), words(names.length, 0, 0, 0)];
  const bodies: Buffer[] = [];
  for (const name of names) {
    const bytes = tables[name] as Uint8Array;
    directory.push(Buffer.from(name.padEnd(4)), long(0), long(at), long(bytes.length));
    const body = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    bodies.push(body);
    at += body.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}

export function tinyFont(font: TinyFont): Buffer {
  return layTables(tinyTables(font), 0);
}

export function tinyCollection(...fonts: readonly TinyFont[]): Buffer {
  let at = 12 + fonts.length * 4;
  const parts = fonts.map((font) => {
    const offset = at;
    const part = layTables(tinyTables(font), offset);
    at += part.length;
    return { offset, part };
  });
  return Buffer.concat([
    Buffer.from('ttcf'),
    long(0x10000),
    long(fonts.length),
    ...parts.map(({ offset }) => long(offset)),
    ...parts.map(({ part }) => part),
  ]);
}
