/** The rules of Chinese line composition, each as an invariant over random text and as cases that went wrong elsewhere. */
import { describe, expect, it } from 'vitest';
import { cellsOf, passingCells } from '../../../shared/layout/cells.ts';
import { breakLines, type LineShape, type SetLine } from '../../../shared/layout/line.ts';
import { chance, measure, randomText } from './support.ts';

const SIZE = 10_500;
const NOT_AT_START = '。，、；：！？”’）］〕】》〉」』〗｝%％‰℃';
const NOT_AT_END = '“‘（［〔【《〈「『〖｛';

function set(text: string, ems = 22, shape: Partial<LineShape> = {}): SetLine[] {
  return breakLines(cellsOf([{ text, role: 'song', size: SIZE }], measure), {
    width: ems * SIZE,
    firstIndent: 2 * SIZE,
    indent: 0,
    align: 'justify',
    ...shape,
  });
}

function textOf(line: SetLine): string {
  return line.pieces.map((piece) => piece.text).join('');
}

function lastPlace(line: SetLine): number {
  const piece = line.pieces[line.pieces.length - 1];
  return piece === undefined ? 0 : piece.x + (piece.offsets[piece.offsets.length - 1] as number);
}

describe('line breaking', () => {
  const next = chance(9704);
  const samples = Array.from({ length: 400 }, (_, i) => randomText(next, 5 + (i % 160)));

  it('loses and changes no character', () => {
    for (const text of samples) expect(set(text).map(textOf).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
  it('begins no line with a closing mark and ends none with an opening mark', () => {
    for (const text of samples) {
      const lines = set(text).map(textOf);
      lines.slice(1).forEach((line) => {
        expect(NOT_AT_START).not.toContain(line[0]);
      });
      lines.slice(0, -1).forEach((line) => {
        expect(NOT_AT_END).not.toContain(line[line.length - 1]);
      });
    }
  });
  it('never divides ——, …… or a number', () => {
    for (const text of samples) {
      const lines = set(text).map(textOf);
      lines.slice(1).forEach((line, i) => {
        const above = lines[i] as string;
        expect(`${above.at(-1)}${line[0]}`).not.toMatch(/——|……|[0-9][0-9.%]/);
      });
    }
  });
  it('keeps every line within its room', () => {
    for (const text of samples)
      for (const line of set(text)) if (line.fault !== 'overfull') expect(line.width).toBeLessThanOrEqual(22 * SIZE);
  });
  it('fills every line but the last to the very edge', () => {
    for (const text of samples) {
      set(text)
        .slice(0, -1)
        .forEach((line) => {
          expect(Math.abs(line.width - 22 * SIZE)).toBeLessThanOrEqual(1);
        });
    }
  });
  it('sets a full-width mark at the end of a line half-width (GB/T 15834-2011 5.1.10)', () => {
    let seen = 0;
    for (const text of samples) {
      for (const line of set(text).slice(0, -1)) {
        if (!'，。、；：”）》'.includes(textOf(line).at(-1) as string)) continue;
        seen += 1;
        expect(22 * SIZE - lastPlace(line)).toBeLessThanOrEqual(SIZE / 2 + 1);
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
  it('leaves no single character in the last line', () => {
    for (let length = 20; length < 70; length += 1) {
      const lines = set('发'.repeat(length)).map(textOf);
      if (lines.length > 1) expect((lines.at(-1) as string).length).toBeGreaterThan(1);
    }
  });
  it('lets neighbouring marks share their blanks', () => {
    const [line] = set('见《办法》（试行）', 22, { firstIndent: 0, align: 'left' });
    // 见 《 办 法 》 （ 试 行 ）: nine ems less half an em between 》 and （, less half at the end of the line.
    expect((line as SetLine).width).toBe(8 * SIZE);
  });
  it('handles a closing mark after a bracket that follows a digit', () => {
    for (const text of ['标准（abc0），'.repeat(9), '编号（0000），'.repeat(9)]) {
      set(text)
        .slice(1)
        .forEach((line) => {
          expect(NOT_AT_START).not.toContain(textOf(line)[0]);
        });
    }
  });
  it('breaks a word that is longer than the line where the line is full', () => {
    const lines = set(`网址${'a'.repeat(300)}`);
    expect(lines.map(textOf).join('')).toBe(`网址${'a'.repeat(300)}`);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(22 * SIZE);
  });
  it('keeps a line break of the author', () => {
    expect(set('第一行\n第二行').map(textOf)).toEqual(['第一行', '第二行']);
  });
  it('sets a paragraph of 100,000 characters', () => {
    const text = randomText(chance(1), 100_000);
    expect(set(text).map(textOf).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
  it('marks a character that no font has and names it', () => {
    const cells = cellsOf([{ text: '生僻\u{2b820}字', role: 'song', size: SIZE }], measure);
    expect(cells.missing).toEqual(['\u{2b820}']);
    expect(String.fromCodePoint(...cells.codes)).toBe('生僻〓字');
  });
  it('sets a paragraph alike whatever was set before it, in cells of its own and in those that are used again', () => {
    // Blanks and marks at the ends, where something of an earlier paragraph could be met; lengths around those of the rooms.
    const ends = ['', ' ', '　', '\t', '\n ', '……', 'A', '9 ', '（', '。'];
    const aligns = ['justify', 'left', 'right', 'center'] as const;
    for (let round = 0; round < 600; round += 1) {
      const length = round % 60 === 0 ? 1015 + next(20) : next(60);
      const text = `${ends[next(ends.length)]}${randomText(next, length)}${ends[next(ends.length)]}`;
      const spans = [
        { text, role: next(2) === 0 ? ('song' as const) : ('hei' as const), size: SIZE },
        { text: ends[next(ends.length)] as string, role: 'song' as const, size: 6500, rise: 3000 },
      ];
      const width = (1 + next(30)) * SIZE;
      const shape = { width, firstIndent: 0, indent: 0, align: aligns[next(4)] as LineShape['align'], tight: next(4) === 0 };
      expect(breakLines(passingCells(spans, measure), shape), JSON.stringify(text)).toEqual(breakLines(cellsOf(spans, measure), shape));
    }
  });
  it('keeps blanks that alone are left with the line before them, however narrow it is', () => {
    for (const width of [1000, SIZE / 2, SIZE, 2 * SIZE]) {
      const lines = set('国  ', 1, { width, firstIndent: 0 });
      expect(lines.map(textOf).join('').trim()).toBe('国');
    }
  });
});
