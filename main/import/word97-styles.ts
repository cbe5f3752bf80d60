/** Styles and fonts of a Word 97–2003 file, and what a list of modifiers makes of a run or a paragraph. */
import type { Word97File } from './word97-file.ts';
import { type Modifier, operand, readModifiers } from './word97-properties.ts';

export interface CharacterLook {
  readonly font?: string;
  readonly latinFont?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly color?: string;
  readonly vertical?: 'superscript' | 'subscript';
  readonly deleted?: boolean;
  /** A character of a symbol font, in place of the one in the text. */
  readonly symbol?: { readonly font: string; readonly code: number };
  readonly picture?: number;
  readonly binaryData?: boolean;
  readonly special?: boolean;
}

export interface ParagraphLook {
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly firstLine?: number;
  readonly firstLineChars?: number;
  readonly right?: number;
  readonly rightChars?: number;
  readonly outlineLevel?: number;
  readonly list?: number;
  readonly listLevel?: number;
  readonly inTable?: boolean;
  readonly rowEnd?: boolean;
  readonly depth?: number;
  readonly innerCellEnd?: boolean;
  readonly innerRowEnd?: boolean;
  readonly borderTop?: boolean;
  readonly borderBottom?: boolean;
}

export interface Style97 {
  readonly name: string;
  readonly paragraph: ParagraphLook;
  readonly character: CharacterLook;
}

export interface Styles97 {
  readonly style: (index: number) => Style97 | undefined;
  readonly character: (modifiers: readonly Modifier[], paragraphStyle: Style97 | undefined) => CharacterLook;
  readonly paragraph: (modifiers: readonly Modifier[], style: Style97 | undefined) => ParagraphLook;
}

const PALETTE = [
  undefined,
  undefined,
  '0000FF',
  '00FFFF',
  '00FF00',
  'FF00FF',
  'FF0000',
  'FFFF00',
  'FFFFFF',
  '000080',
  '008080',
  '008000',
  '800080',
  '800000',
  '808000',
  '808080',
  'C0C0C0',
];
const ALIGN = ['left', 'center', 'right', 'justify', 'justify', 'justify'] as const;

/** Reads style sheet (structure 1) and fonts (15). A damaged style sheet leaves paragraphs unstyled; the text does not depend on it. */
export function readStyles97(file: Word97File): Styles97 {
  const fonts = readFonts(file);
  const raw = readStyleSheet(file);
  const resolved = new Map<number, Style97 | undefined>();

  const applyCharacter = (look: CharacterLook, modifiers: readonly Modifier[], base: CharacterLook): CharacterLook => {
    let now = look;
    const toggle = (modifier: Modifier, inherited: boolean | undefined): boolean => {
      const value = operand(modifier);
      if (value === 0x80) return inherited === true;
      if (value === 0x81) return inherited !== true;
      return value !== 0;
    };
    for (const modifier of modifiers) {
      const value = operand(modifier);
      switch (modifier.code) {
        case 0x4a30: {
          const style = resolve(value & 0xffff);
          if (style !== undefined) now = { ...now, ...style.character };
          break;
        }
        case 0x0800:
          now = { ...now, deleted: value !== 0 };
          break;
        case 0x0835:
          now = { ...now, bold: toggle(modifier, base.bold) };
          break;
        case 0x083c:
          now = { ...now, hidden: toggle(modifier, base.hidden) };
          break;
        case 0x0806:
          now = { ...now, binaryData: value !== 0 };
          break;
        case 0x0855:
          now = { ...now, special: value !== 0 };
          break;
        case 0x4a43:
          now = { ...now, size: value / 2 };
          break;
        case 0x4a4f:
          now = withText(now, 'latinFont', fonts[value]);
          break;
        case 0x4a50:
          now = withText(now, 'font', fonts[value]);
          break;
        case 0x2a42:
          now = withText(now, 'color', PALETTE[value]);
          break;
        case 0x6870:
          now = withText(now, 'color', colorRef(value));
          break;
        case 0x2a48:
          now = withVertical(now, value);
          break;
        case 0x6a03:
          now = { ...now, picture: value };
          break;
        case 0x6a09: {
          const font = fonts[modifier.view.getUint16(modifier.at, true)] ?? '';
          now = { ...now, symbol: { font, code: modifier.view.getUint16(modifier.at + 2, true) } };
          break;
        }
        default:
      }
    }
    return now;
  };

  const resolve = (index: number, depth = 0): Style97 | undefined => {
    if (resolved.has(index)) return resolved.get(index);
    const own = raw[index];
    if (own === undefined || depth > 20) return undefined;
    const base = own.base === 0xfff ? undefined : resolve(own.base, depth + 1);
    const style: Style97 = {
      name: own.name,
      paragraph: applyParagraph(base?.paragraph ?? {}, own.paragraph),
      character: applyCharacter(base?.character ?? {}, own.character, base?.character ?? {}),
    };
    resolved.set(index, style);
    return style;
  };

  return {
    style: (index) => resolve(index),
    character: (modifiers, style) => applyCharacter(style?.character ?? {}, modifiers, style?.character ?? {}),
    paragraph: (modifiers, style) => applyParagraph(style?.paragraph ?? {}, modifiers),
  };
}

/** `undefined` takes the property away: automatic colour in a run of a coloured style. */
function withText(look: CharacterLook, name: 'font' | 'latinFont' | 'color', value: string | undefined): CharacterLook {
  const { [name]: _old, ...rest } = look;
  return value === undefined || value === '' ? rest : { ...rest, [name]: value };
}

function withVertical(look: CharacterLook, value: number): CharacterLook {
  const { vertical: _old, ...rest } = look;
  if (value === 1) return { ...rest, vertical: 'superscript' };
  return value === 2 ? { ...rest, vertical: 'subscript' } : rest;
}

/** COLORREF: red in the lowest byte; the highest byte set = automatic. */
function colorRef(value: number): string | undefined {
  if (value >>> 24 !== 0) return undefined;
  const hex = ((value & 0xff) << 16) | (value & 0xff00) | ((value >> 16) & 0xff);
  return hex === 0 ? undefined : hex.toString(16).toUpperCase().padStart(6, '0');
}

function applyParagraph(look: ParagraphLook, modifiers: readonly Modifier[]): ParagraphLook {
  let now = look;
  for (const modifier of modifiers) {
    const value = operand(modifier);
    switch (modifier.code) {
      case 0x2403:
      case 0x2461: {
        const align = ALIGN[value];
        if (align !== undefined) now = { ...now, align };
        break;
      }
      // The older form of an indent goes before the newer one in the file, so the last one counts.
      case 0x8411:
      case 0x8460:
        now = { ...now, firstLine: value };
        break;
      case 0x4457:
        now = { ...now, firstLineChars: value };
        break;
      case 0x840e:
      case 0x845d:
        now = { ...now, right: value };
        break;
      case 0x4455:
        now = { ...now, rightChars: value };
        break;
      case 0x2640:
        now = { ...now, outlineLevel: value };
        break;
      case 0x260a:
        now = { ...now, listLevel: value };
        break;
      case 0x460b:
        now = { ...now, list: value };
        break;
      case 0x2416:
        now = { ...now, inTable: value !== 0 };
        break;
      case 0x2417:
        now = { ...now, rowEnd: value !== 0 };
        break;
      case 0x6649:
        now = { ...now, depth: value };
        break;
      case 0x244b:
        now = { ...now, innerCellEnd: value !== 0 };
        break;
      case 0x244c:
        now = { ...now, innerRowEnd: value !== 0 };
        break;
      case 0x6424:
      case 0xc64e:
        now = { ...now, borderTop: hasBorder(modifier) };
        break;
      case 0x6426:
      case 0xc650:
        now = { ...now, borderBottom: hasBorder(modifier) };
        break;
      default:
    }
  }
  return now;
}

/** Brc80 keeps the kind of line in its second byte, Brc in its sixth; 0 and 255 are none. */
function hasBorder(modifier: Modifier): boolean {
  const at = modifier.length === 4 ? 1 : 5;
  const kind = at < modifier.length ? modifier.view.getUint8(modifier.at + at) : 0;
  return kind !== 0 && kind !== 0xff;
}

function readFonts(file: Word97File): readonly string[] {
  const place = file.structure(15);
  if (place.length < 4) return [];
  const fonts: string[] = [];
  const count = file.table.getUint16(place.at, true);
  let at = place.at + 4;
  for (let i = 0; i < count && at + 40 < place.at + place.length; i += 1) {
    const size = file.table.getUint8(at) + 1;
    fonts.push(zeroEnded(file.table, at + 40, at + size));
    at += size;
  }
  return fonts;
}

function zeroEnded(view: DataView, start: number, end: number): string {
  let text = '';
  for (let at = start; at + 2 <= Math.min(end, view.byteLength); at += 2) {
    const unit = view.getUint16(at, true);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}

interface RawStyle97 {
  readonly name: string;
  readonly base: number;
  readonly paragraph: readonly Modifier[];
  readonly character: readonly Modifier[];
}

function readStyleSheet(file: Word97File): readonly (RawStyle97 | undefined)[] {
  const { table } = file;
  const place = file.structure(1);
  const end = place.at + place.length;
  const styles: (RawStyle97 | undefined)[] = [];
  if (place.length < 20) return styles;
  const count = table.getUint16(place.at + 2, true);
  const baseSize = table.getUint16(place.at + 4, true);
  let at = place.at + 2 + table.getUint16(place.at, true);
  for (let i = 0; i < count && at + 2 <= end; i += 1) {
    const size = table.getUint16(at, true);
    const start = at + 2;
    at = start + size;
    if (size < baseSize + 2 || at > end) {
      styles.push(undefined);
      continue;
    }
    const id = table.getUint16(start, true) & 0xfff;
    const kindAndBase = table.getUint16(start + 2, true);
    const nameLength = table.getUint16(start + baseSize, true);
    const name = zeroEnded(table, start + baseSize + 2, start + baseSize + 2 + nameLength * 2);
    let upx = baseSize + 2 + nameLength * 2 + 2;
    const next = (): readonly [number, number] => {
      if (upx % 2 !== 0) upx += 1;
      if (start + upx + 2 > at) return [at, 0];
      const length = table.getUint16(start + upx, true);
      const from = start + upx + 2;
      upx += 2 + length;
      return [from, Math.min(length, at - from)];
    };
    const kind = kindAndBase & 0xf;
    let paragraph: readonly Modifier[] = [];
    if (kind === 1) {
      const [from, length] = next();
      paragraph = readModifiers(table, from + 2, Math.max(0, length - 2), file.data);
    }
    const [from, length] = kind === 1 || kind === 2 ? next() : [at, 0];
    styles.push({
      name: builtInName(id) ?? name.toLowerCase(),
      base: kindAndBase >> 4,
      paragraph,
      character: readModifiers(table, from, length),
    });
  }
  return styles;
}

/** Built-in styles keep their number whatever the language of the Word that wrote them. */
function builtInName(id: number): string | undefined {
  if (id === 0) return 'normal';
  if (id >= 1 && id <= 9) return `heading ${id}`;
  if (id === 62) return 'title';
  return id === 74 ? 'subtitle' : undefined;
}
