/** A press PDF read back: its pages, and what is painted where, in which colour and state. Enough for what our painters write. */
import { type Dictionary, nameOf, type Operation, type Pdf, readPdf, Stream, type Value } from './read-pdf.ts';

export interface PressFile extends Pdf {
  readonly version: string;
  readonly leaves: readonly Dictionary[];
  operations(page: Dictionary): readonly Operation[];
  /** @throws for what is no stream. */
  stream(value: Value | undefined): Uint8Array;
}

export function readPress(bytes: Uint8Array): PressFile {
  const pdf = readPdf(bytes);
  const content = new Map(pdf.pages().map(({ dictionary, operations }) => [dictionary, operations]));
  return {
    ...pdf,
    version: Buffer.from(bytes.subarray(5, 8)).toString('latin1'),
    leaves: [...content.keys()],
    operations: (page) => content.get(page) ?? [],
    stream(value) {
      const found = pdf.resolve(value);
      if (!(found instanceof Stream)) throw new Error('not a stream');
      return found.data;
    },
  };
}

type Matrix = readonly [number, number, number, number, number, number];

export interface Painted {
  readonly kind: 'text' | 'stroke' | 'fill' | 'image';
  /** `0 0 0 1 k`: the operator with its operands, or the name of the colour space with its tint. */
  readonly colour: string;
  readonly overprint: boolean;
  /** In points, y up as in the boxes of the page. */
  readonly points: readonly (readonly [number, number])[];
  /** Of a stroke, in points. */
  readonly width: number;
  /** Of an image. */
  readonly name: string;
}

interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  width: number;
  overprint: boolean;
}

export function paintedOn(file: PressFile, page: Dictionary): readonly Painted[] {
  const states = file.dictionary(file.dictionary(page.Resources).ExtGState);
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], fill: '0 g', stroke: '0 G', width: 1, overprint: false };
  const stack: State[] = [];
  let path: [number, number][] = [];
  const found: Painted[] = [];
  const at = (x: number, y: number): [number, number] => {
    const [a, b, c, d, e, f] = state.matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const add = (kind: Painted['kind'], points: readonly (readonly [number, number])[], name = '') =>
    found.push({
      kind,
      colour: kind === 'stroke' ? state.stroke : state.fill,
      overprint: state.overprint,
      points,
      width: state.width * Math.hypot(state.matrix[0], state.matrix[1]),
      name,
    });
  for (const { operator, operands } of file.operations(page)) {
    const numbers = operands.filter((value): value is number => typeof value === 'number');
    switch (operator) {
      case 'q':
        stack.push({ ...state });
        break;
      case 'Q':
        state = stack.pop() ?? state;
        break;
      case 'cm':
        state.matrix = times(numbers as unknown as Matrix, state.matrix);
        break;
      case 'gs': {
        const wanted = file.dictionary(states[nameOf(operands[0])]);
        state.overprint = wanted.OP === true && wanted.op === true && wanted.OPM === 1;
        break;
      }
      case 'w':
        state.width = numbers[0] as number;
        break;
      case 'k':
        state.fill = `${numbers.join(' ')} k`;
        break;
      case 'K':
        state.stroke = `${numbers.join(' ')} K`;
        break;
      case 'CS':
        state.stroke = nameOf(operands[0]);
        break;
      case 'SCN':
        state.stroke = `${state.stroke.split(' ')[0]} ${numbers.join(' ')}`;
        break;
      case 'm':
      case 'l':
      case 'c':
        for (let i = 0; i + 1 < numbers.length; i += 2) path.push(at(numbers[i] as number, numbers[i + 1] as number));
        break;
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbers;
        path.push(at(x, y), at(x + width, y), at(x, y + height), at(x + width, y + height));
        break;
      }
      case 'S':
      case 's':
        add('stroke', path);
        path = [];
        break;
      case 'f':
        add('fill', path);
        path = [];
        break;
      case 'n':
        path = [];
        break;
      case 'Tm':
        add('text', [at(numbers[4] as number, numbers[5] as number)]);
        break;
      case 'Do':
        add('image', [at(0, 0), at(1, 1)], nameOf(operands[0]));
        break;
      default:
    }
  }
  return found;
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
