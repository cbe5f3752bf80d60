/** Properties of runs and paragraphs through the style hierarchy (ISO/IEC 29500-1, 17.7.2 and 17.7.3). */
import type { DraftRun } from '../../shared/recognize/draft.ts';
import { child, childElements, childValue, integer, onOff, twips, type XmlElement } from './xml.ts';

/** What one `w:rPr` says; a property it does not name is absent. `null` colour = automatic. */
export interface RunProperties {
  readonly font?: string;
  /** Font of Latin characters: tells symbol fonts. */
  readonly latinFont?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly color?: string | null;
  readonly vertical?: 'superscript' | 'subscript' | 'baseline';
  readonly style?: string;
}

export interface ParagraphProperties {
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** Hundredths of a character, then twips; negative for a hanging indent. */
  readonly firstLineChars?: number;
  readonly firstLine?: number;
  readonly rightChars?: number;
  readonly right?: number;
  readonly outlineLevel?: number;
  readonly listId?: string;
  readonly listLevel?: number;
  readonly borderTop?: boolean;
  readonly borderBottom?: boolean;
}

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

export interface Styles {
  /** A paragraph style with everything it inherits; the default one for an unknown or absent id. */
  readonly paragraphStyle: (id: string | undefined) => Style | undefined;
  /** What a run looks like in the end: document defaults, paragraph style, character style, direct. */
  readonly runLook: (paragraphStyle: Style | undefined, direct: RunProperties) => RunProperties;
  readonly defaults: ParagraphProperties;
  /** The list that a numbering style stands for. */
  readonly listOfStyle: (id: string) => string | undefined;
}

/** East Asian fonts of the theme: `major` and `minor`. */
export interface ThemeFonts {
  readonly major?: string;
  readonly minor?: string;
}

export function readTheme(theme: XmlElement | undefined): ThemeFonts {
  const scheme = child(child(theme, 'a:themeElements'), 'a:fontScheme');
  const font = (name: string): string | undefined => {
    const fonts = child(scheme, name);
    const direct = child(fonts, 'a:ea')?.attributes.typeface;
    if (direct !== undefined && direct !== '') return direct;
    if (fonts === undefined) return undefined;
    return childElements(fonts).find((entry) => entry.name === 'a:font' && entry.attributes.script === 'Hans')?.attributes.typeface;
  };
  const major = font('a:majorFont');
  const minor = font('a:minorFont');
  return { ...(major === undefined ? {} : { major }), ...(minor === undefined ? {} : { minor }) };
}

export function readRunProperties(properties: XmlElement | undefined, theme: ThemeFonts): RunProperties {
  if (properties === undefined) return {};
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const themed = fonts?.['w:eastAsiaTheme'];
  const font = (themed === undefined ? undefined : themed.startsWith('major') ? theme.major : theme.minor) ?? fonts?.['w:eastAsia'];
  const latinFont = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  const halfPoints = twipsOfSize(childValue(properties, 'w:sz'));
  const bold = onOff(properties, 'w:b');
  const hidden = onOff(properties, 'w:vanish');
  const color = childValue(properties, 'w:color');
  const vertical = childValue(properties, 'w:vertAlign');
  const style = childValue(properties, 'w:rStyle');
  return {
    ...(font === undefined || font === '' ? {} : { font }),
    ...(latinFont === undefined || latinFont === '' ? {} : { latinFont }),
    ...(halfPoints === undefined ? {} : { size: halfPoints }),
    ...(bold === undefined ? {} : { bold }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(color === undefined ? {} : { color: /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null }),
    ...(vertical === 'superscript' || vertical === 'subscript' || vertical === 'baseline' ? { vertical } : {}),
    ...(style === undefined ? {} : { style }),
  };
}

/** `w:sz` is in half points, or (strict) has a unit. */
function twipsOfSize(value: string | undefined): number | undefined {
  const plain = integer(value);
  if (plain !== undefined) return plain > 0 ? plain / 2 : undefined;
  const measured = twips(value);
  return measured === undefined || measured <= 0 ? undefined : measured / 20;
}

const ALIGN: Readonly<Record<string, 'left' | 'center' | 'right' | 'justify'>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
  thaiDistribute: 'justify',
};

export function readParagraphProperties(properties: XmlElement | undefined): ParagraphProperties {
  if (properties === undefined) return {};
  const align = ALIGN[childValue(properties, 'w:jc') ?? ''];
  const outlineLevel = integer(childValue(properties, 'w:outlineLvl'));
  const numbering = child(properties, 'w:numPr');
  const listId = childValue(numbering, 'w:numId');
  const listLevel = integer(childValue(numbering, 'w:ilvl'));
  const borders = child(properties, 'w:pBdr');
  const border = (side: string): boolean | undefined => {
    const value = childValue(borders, side);
    return value === undefined ? undefined : value !== 'none' && value !== 'nil';
  };
  const borderTop = border('w:top');
  const borderBottom = border('w:bottom');
  return {
    ...(align === undefined ? {} : { align }),
    ...readIndents(child(properties, 'w:ind')),
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(listId === undefined ? {} : { listId }),
    ...(listLevel === undefined ? {} : { listLevel }),
    ...(borderTop === undefined ? {} : { borderTop }),
    ...(borderBottom === undefined ? {} : { borderBottom }),
  };
}

/**
 * Characters go before twips (17.3.1.12); an indent in twips alone switches characters of a style off, as does 0 characters.
 */
function readIndents(indents: XmlElement | undefined): ParagraphProperties {
  if (indents === undefined) return {};
  const read = (name: string) => indents.attributes[`w:${name}`];
  const hangingChars = integer(read('hangingChars'));
  const hanging = twips(read('hanging'));
  const firstLineChars = hangingChars !== undefined && hangingChars !== 0 ? -hangingChars : integer(read('firstLineChars'));
  const firstLine = hanging !== undefined ? -hanging : twips(read('firstLine'));
  const rightChars = integer(read('rightChars') ?? read('endChars'));
  const right = twips(read('right') ?? read('end'));
  return {
    ...(firstLineChars === undefined && firstLine === undefined ? {} : { firstLineChars: firstLineChars ?? 0, firstLine: firstLine ?? 0 }),
    ...(rightChars === undefined && right === undefined ? {} : { rightChars: rightChars ?? 0, right: right ?? 0 }),
  };
}

interface RawStyle extends Style {
  readonly type: string;
  readonly basedOn: string | undefined;
}

/** Reads `word/styles.xml`; without one everything is unstyled. Circular `basedOn` chains end where they close. */
export function readStyles(root: XmlElement | undefined, theme: ThemeFonts): Styles {
  const raw = new Map<string, RawStyle>();
  const byDefault = new Map<string, string>();
  for (const entry of root === undefined ? [] : childElements(root)) {
    const id = entry.attributes['w:styleId'];
    if (entry.name !== 'w:style' || id === undefined) continue;
    const type = entry.attributes['w:type'] ?? 'paragraph';
    raw.set(id, {
      id,
      type,
      name: (childValue(entry, 'w:name') ?? id).toLowerCase(),
      basedOn: childValue(entry, 'w:basedOn'),
      paragraph: readParagraphProperties(child(entry, 'w:pPr')),
      run: readRunProperties(child(entry, 'w:rPr'), theme),
    });
    const isDefault = entry.attributes['w:default'];
    if (isDefault === '1' || isDefault === 'true' || isDefault === 'on') byDefault.set(type, id);
  }
  const docDefaults = child(root, 'w:docDefaults');
  const defaultRun = readRunProperties(child(child(docDefaults, 'w:rPrDefault'), 'w:rPr'), theme);
  const defaults = readParagraphProperties(child(child(docDefaults, 'w:pPrDefault'), 'w:pPr'));

  const resolved = new Map<string, Style>();
  const resolve = (id: string): Style | undefined => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const own = raw.get(id);
    if (own === undefined) return undefined;
    let paragraph: ParagraphProperties = {};
    let run: RunProperties = {};
    const chain: RawStyle[] = [];
    const visited = new Set<string>();
    for (let at: RawStyle | undefined = own; at !== undefined && !visited.has(at.id); at = raw.get(at.basedOn ?? '')) {
      visited.add(at.id);
      chain.unshift(at);
    }
    for (const link of chain) {
      paragraph = { ...paragraph, ...link.paragraph };
      run = { ...run, ...link.run };
    }
    const style: Style = { id, name: own.name, paragraph, run };
    resolved.set(id, style);
    return style;
  };
  const typed = (id: string | undefined, type: string): Style | undefined => {
    if (id !== undefined && raw.get(id)?.type === type) return resolve(id);
    return undefined;
  };
  return {
    defaults,
    paragraphStyle: (id) => typed(id, 'paragraph') ?? resolve(byDefault.get('paragraph') ?? ''),
    runLook(paragraphStyle, direct) {
      const character = typed(direct.style, 'character')?.run ?? {};
      const inherited = paragraphStyle?.run ?? {};
      // Toggle properties of styles cancel each other out; a direct one is absolute (17.7.3).
      const toggle = (name: 'bold' | 'hidden'): boolean =>
        direct[name] ?? (defaultRun[name] === true || (inherited[name] === true) !== (character[name] === true));
      return { ...defaultRun, ...inherited, ...character, ...direct, bold: toggle('bold'), hidden: toggle('hidden') };
    },
    listOfStyle: (id) => raw.get(id)?.paragraph.listId,
  };
}

/** The look of a run as the draft keeps it. */
export function runHints(look: RunProperties): Omit<DraftRun, 'text'> {
  return {
    ...(look.font === undefined ? {} : { font: look.font }),
    ...(look.size === undefined ? {} : { size: look.size }),
    ...(look.bold === true ? { bold: true as const } : {}),
    ...(look.color === undefined || look.color === null || look.color === '000000' ? {} : { color: look.color }),
    ...(look.vertical === 'superscript' || look.vertical === 'subscript' ? { vertical: look.vertical } : {}),
  };
}
