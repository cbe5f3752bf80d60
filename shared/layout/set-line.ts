/** A line that is set: its pieces of text with a place for every character, and the shape that it was set for. */

/** Text of one font and size on a line; `x` from the line's left edge, `rise` upwards from its baseline. */
export interface Piece {
  readonly x: number;
  readonly rise: number;
  readonly font: number;
  readonly size: number;
  readonly text: string;
  readonly offsets: readonly number[];
  /** Index of its first character in the paragraph, in code points. */
  readonly at: number;
}
export interface SetLine {
  readonly pieces: readonly Piece[];
  /** From the left edge to the end of the last character. */
  readonly width: number;
  /** No legal break was found, or the line had to be stretched beyond what looks good. */
  readonly fault: 'overfull' | 'loose' | null;
}

export interface LineShape {
  readonly width: number;
  readonly firstIndent: number;
  /** Indent of the turned-over lines. */
  readonly indent: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** As few lines as the rules allow, however squeezed. */
  readonly tight?: boolean | undefined;
}

/** The line further to the right; objects of the same make as `setLine` gives, which whatever draws them is compiled for. */
export function movedLine(line: SetLine, by: number): SetLine {
  if (by === 0) return line;
  const pieces = line.pieces.map(({ x, rise, font, size, text, offsets, at }) => ({ x: x + by, rise, font, size, text, offsets, at }));
  return { pieces, width: line.width + by, fault: line.fault };
}
