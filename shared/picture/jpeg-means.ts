/**
 * A JPEG an eighth of its size: the mean of each square of 8 × 8 samples, which is the first coefficient of the square
 * (ITU-T T.81, A.3.3), so that nothing is transformed back. Enough to add up inks, and to tell whether all of the picture is there.
 */
import { segments } from './jpeg-header.ts';

/** One component, its squares row by row; what pads the last squares of the picture is in it. */
export interface ComponentMeans {
  readonly columns: number;
  readonly rows: number;
  /** Squares across and down of this component to one of the finest component, as 1/n. */
  readonly coarserX: number;
  readonly coarserY: number;
  /** 0…255. */
  readonly means: Uint8Array;
}

export interface JpegMeans {
  /** Squares of the finest component that belong to the picture. */
  readonly columns: number;
  readonly rows: number;
  readonly components: readonly ComponentMeans[];
}

/** The data ends before the picture does, or is not what its tables say. */
export class DamagedJpeg extends Error {}

interface Component {
  readonly id: number;
  readonly h: number;
  readonly v: number;
  readonly table: number;
  columns: number;
  rows: number;
  /** Squares that a scan of this component alone has. */
  ownColumns: number;
  ownRows: number;
  first: Int32Array;
  last: number;
  /** A scan has had the first look at it. */
  isSeen: boolean;
}

interface Frame {
  readonly progressive: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly unitColumns: number;
  readonly unitRows: number;
  readonly components: readonly Component[];
}

/** By length of code: the first code, and where its values begin (T.81, F.2.2.3). */
interface HuffmanTable {
  readonly most: Int32Array;
  readonly offset: Int32Array;
  readonly values: Uint8Array;
}

/** @throws DamagedJpeg. Null for a coding that is not read here (lossless, arithmetic, 12 bits). */
export function jpegMeans(bytes: Uint8Array): JpegMeans | null {
  const steps: number[] = [];
  const tables = new Map<number, HuffmanTable>();
  let frame: Frame | null = null;
  let restart = 0;
  for (const { marker, from, to } of segments(bytes)) {
    const data = bytes.subarray(from, to);
    if (marker === 0xdb) readSteps(data, steps);
    else if (marker === 0xc4) readTables(data, tables);
    else if (marker === 0xdd) restart = word(data, 0);
    else if (marker === 0xda) {
      if (frame === null) throw new DamagedJpeg('a scan without a frame');
      scan(bytes, to, data, frame, tables, restart);
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
      if (marker > 0xc2 || data[0] !== 8) return null;
      frame = readFrame(data, marker === 0xc2);
    }
  }
  if (frame === null || !frame.components.every(({ isSeen }) => isSeen)) throw new DamagedJpeg('a part of the picture is not there');
  const { columns, rows, components } = frame;
  const [finestX, finestY] = [Math.max(...components.map(({ h }) => h)), Math.max(...components.map(({ v }) => v))];
  return {
    columns,
    rows,
    components: components.map((each) => ({
      columns: each.columns,
      rows: each.rows,
      coarserX: finestX / each.h,
      coarserY: finestY / each.v,
      means: Uint8Array.from(each.first, (value) => Math.max(0, Math.min(255, Math.round((value * (steps[each.table] ?? 1)) / 8 + 128)))),
    })),
  };
}

function word(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}

/** Of each table only the step of the first coefficient. */
function readSteps(data: Uint8Array, steps: number[]): void {
  for (let at = 0; at < data.length; ) {
    const head = data[at] as number;
    const isWide = head >> 4 !== 0;
    steps[head & 15] = isWide ? word(data, at + 1) : (data[at + 1] ?? 1);
    at += 1 + (isWide ? 128 : 64);
  }
}

function readTables(data: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= data.length; ) {
    const name = data[at] as number;
    const most = new Int32Array(17).fill(-1);
    const offset = new Int32Array(17);
    let code = 0;
    let count = 0;
    for (let length = 1; length <= 16; length += 1) {
      const here = data[at + length] as number;
      offset[length] = count - code;
      code += here;
      count += here;
      if (here > 0) most[length] = code - 1;
      code <<= 1;
    }
    tables.set(name, { most, offset, values: data.subarray(at + 17, at + 17 + count) });
    at += 17 + count;
  }
}

function readFrame(data: Uint8Array, progressive: boolean): Frame {
  const [height, width, count] = [word(data, 1), word(data, 3), data[5] ?? 0];
  const components = Array.from({ length: count }, (_, index): Component => {
    const at = 6 + index * 3;
    const [h, v] = [(data[at + 1] ?? 0) >> 4, (data[at + 1] ?? 0) & 15];
    const table = data[at + 2] ?? 0;
    return {
      id: data[at] ?? 0,
      h,
      v,
      table,
      columns: 0,
      rows: 0,
      ownColumns: 0,
      ownRows: 0,
      first: new Int32Array(0),
      last: 0,
      isSeen: false,
    };
  });
  const [most, deepest] = [Math.max(0, ...components.map(({ h }) => h)), Math.max(0, ...components.map(({ v }) => v))];
  if (width === 0 || height === 0 || components.some(({ h, v }) => h === 0 || v === 0)) throw new DamagedJpeg('a frame without a size');
  const unitColumns = Math.ceil(width / (8 * most));
  const unitRows = Math.ceil(height / (8 * deepest));
  for (const component of components) {
    component.columns = unitColumns * component.h;
    component.rows = unitRows * component.v;
    component.ownColumns = Math.ceil(Math.ceil((width * component.h) / most) / 8);
    component.ownRows = Math.ceil(Math.ceil((height * component.v) / deepest) / 8);
    component.first = new Int32Array(component.columns * component.rows);
  }
  return { progressive, columns: Math.ceil(width / 8), rows: Math.ceil(height / 8), unitColumns, unitRows, components };
}

/** Decodes a scan as far as first coefficients are in it. */
function scan(
  bytes: Uint8Array,
  begin: number,
  head: Uint8Array,
  { progressive, unitColumns, unitRows, components }: Frame,
  tables: ReadonlyMap<number, HuffmanTable>,
  restart: number,
): void {
  const count = head[0] ?? 0;
  const chosen = Array.from({ length: count }, (_, index) => {
    const component = components.find(({ id }) => id === head[1 + index * 2]);
    const names = head[2 + index * 2] ?? 0;
    if (component === undefined) throw new DamagedJpeg('a scan of an unknown component');
    return { component, dc: tables.get(names >> 4), ac: tables.get(0x10 | (names & 15)) };
  });
  const [start, , approximation = 0] = head.subarray(1 + count * 2);
  const [high, low] = [approximation >> 4, approximation & 15];
  // What refines the other coefficients says nothing of the means.
  if (progressive && start !== 0) return;
  const bits = bitReader(bytes, begin);
  const square = ({ component, dc, ac }: (typeof chosen)[number], at: number): void => {
    if (progressive && high > 0) {
      component.first[at] = (component.first[at] as number) | (bits.take(1) << low);
      return;
    }
    component.last += bits.signed(bits.symbol(dc));
    component.first[at] = progressive ? component.last << low : component.last;
    if (progressive) return;
    for (let place = 1; place < 64; place += 1) {
      const symbol = bits.symbol(ac);
      const size = symbol & 15;
      if (size === 0 && symbol !== 0xf0) break;
      place += symbol >> 4;
      bits.take(size);
    }
  };
  const [only] = chosen;
  const isAlone = count === 1 && only !== undefined;
  const wide = isAlone ? only.component.ownColumns : unitColumns;
  const units = wide * (isAlone ? only.component.ownRows : unitRows);
  for (let unit = 0; unit < units; unit += 1) {
    if (unit === 0 || (restart > 0 && unit % restart === 0)) {
      if (unit > 0) bits.restart();
      for (const { component } of chosen) component.last = 0;
    }
    const [row, column] = [Math.floor(unit / wide), unit % wide];
    if (isAlone) square(only, row * only.component.columns + column);
    else
      for (const each of chosen)
        for (let y = 0; y < each.component.v; y += 1)
          for (let x = 0; x < each.component.h; x += 1)
            square(each, (row * each.component.v + y) * each.component.columns + column * each.component.h + x);
  }
  for (const { component } of chosen) component.isSeen = true;
}

interface BitReader {
  take(count: number): number;
  /** A number of so many bits with its sign (T.81, F.2.2.1). */
  signed(count: number): number;
  symbol(table: HuffmanTable | undefined): number;
  /** Goes on behind the next restart marker. */
  restart(): void;
}

function bitReader(bytes: Uint8Array, begin: number): BitReader {
  let at = begin;
  let held = 0;
  let count = 0;
  const more = (): void => {
    const byte = bytes[at];
    if (byte === undefined) throw new DamagedJpeg('the data ends');
    if (byte === 0xff) {
      // A marker in the middle of a scan: the rest of the picture is missing.
      if (bytes[at + 1] !== 0) throw new DamagedJpeg('the data ends at a marker');
      at += 1;
    }
    at += 1;
    held = ((held << 8) | byte) & 0xffffff;
    count += 8;
  };
  const take = (wanted: number): number => {
    while (count < wanted) more();
    count -= wanted;
    return (held >> count) & ((1 << wanted) - 1);
  };
  return {
    take,
    signed(wanted) {
      if (wanted === 0) return 0;
      const value = take(wanted);
      return value < 1 << (wanted - 1) ? value - (1 << wanted) + 1 : value;
    },
    symbol(table) {
      if (table === undefined) throw new DamagedJpeg('a table is missing');
      let code = 0;
      for (let length = 1; length <= 16; length += 1) {
        code = (code << 1) | take(1);
        if (code <= (table.most[length] as number)) return table.values[code + (table.offset[length] as number)] ?? 0;
      }
      throw new DamagedJpeg('a code that is not in the table');
    },
    restart() {
      count = 0;
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && ((bytes[at + 1] as number) & 0xf8) === 0xd0)) {
        if (bytes[at] === 0xff && bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff) throw new DamagedJpeg('a restart is missing');
        at += 1;
      }
      at += 2;
    },
  };
}
