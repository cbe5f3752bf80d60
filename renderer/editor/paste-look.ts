/** What the HTML of an office program says of the look of text: styles read as they are written, since the browser drops `mso-…`. */
import type { Align } from '../../shared/document/block.ts';
import type { DraftRun } from '../../shared/recognize/draft.ts';

export type Declarations = ReadonlyMap<string, string>;

/** Rules of the style sheet by the selector of one tag or class; Excel says most of its look there. */
export type StyleSheet = ReadonlyMap<string, Declarations>;

/** The look that runs inherit, and what the paragraph says. */
export interface Look extends Omit<DraftRun, 'text'> {
  readonly align?: Align;
  readonly firstLineIndent?: number;
  /** White space counts as it stands. */
  readonly isPreserved?: true;
}

export function parseDeclarations(text: string): Declarations {
  const found = new Map<string, string>();
  for (const part of text.replace(/\/\*[\s\S]*?\*\//g, '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .replaceAll(/!important/gi, '')
          .trim(),
      );
  }
  return found;
}

export function parseStyleSheet(text: string): StyleSheet {
  const rules = new Map<string, Declarations>();
  const plain = text.replace(/<!--|-->/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const own = parseDeclarations(body);
    for (const selector of selectors.split(',')) {
      const name = selector.trim().toLowerCase();
      if (/^[a-z0-9]*\.?[\w-]+$/.test(name)) rules.set(name, new Map([...(rules.get(name) ?? []), ...own]));
    }
  }
  return rules;
}

/** All that holds for an element: rules for its tag, its classes, its own attribute. */
export function declarationsOf(element: Element, sheet: StyleSheet): Declarations {
  const tag = element.localName;
  const classes = [...element.classList].map((name) => name.toLowerCase());
  const rules = [tag, ...classes.flatMap((name) => [`.${name}`, `${tag}.${name}`])].flatMap((name) => [...(sheet.get(name) ?? [])]);
  return new Map([...rules, ...parseDeclarations(element.getAttribute('style') ?? '')]);
}

const bolder = /^(?:b|strong|th|h[1-6])$/;

export function lookOf(element: Element, styles: Declarations, outer: Look): Look {
  const tag = element.localName;
  const align = alignOf(styles.get('text-align') ?? element.getAttribute('align'));
  const font = styles.get('mso-fareast-font-family') ?? styles.get('font-family') ?? (tag === 'font' ? element.getAttribute('face') : null);
  const size = lengthOf(styles.get('font-size'));
  const color = colourOf(styles.get('color') ?? (tag === 'font' ? (element.getAttribute('color') ?? undefined) : undefined));
  const vertical = verticalOf(tag, styles.get('vertical-align'));
  const indent = lengthOf(styles.get('text-indent'));
  const white = styles.get('white-space');
  const { bold: wasBold, align: outerAlign, ...rest } = outer;
  const bold = boldOf(tag, styles.get('font-weight')) ?? wasBold === true;
  return {
    ...rest,
    ...(align === undefined ? (outerAlign === undefined ? {} : { align: outerAlign }) : align === null ? {} : { align }),
    ...(font === null || font === '' ? {} : { font: firstFont(font) }),
    ...(size === null ? {} : { size }),
    ...(color === undefined ? {} : { color }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(bold ? { bold: true as const } : {}),
    ...(indent !== null && indent > 0 ? { firstLineIndent: indent / (size ?? outer.size ?? 12) } : {}),
    ...(tag === 'pre' || (white !== undefined && /^pre(?:-wrap)?$/.test(white)) ? { isPreserved: true as const } : {}),
  };
}

/** Undefined where nothing is said, null where it is said to be as usual. */
function alignOf(value: string | null | undefined): Align | null | undefined {
  switch (value?.toLowerCase()) {
    case 'center':
    case 'middle':
      return 'center';
    case 'right':
    case 'end':
      return 'right';
    case 'left':
      return 'left';
    case 'start':
    case 'justify':
    case 'general':
      return null;
    default:
      return undefined;
  }
}

function boldOf(tag: string, weight: string | undefined): boolean | null {
  if (weight === undefined || weight === 'inherit') return bolder.test(tag) ? true : null;
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

function verticalOf(tag: string, value: string | undefined): DraftRun['vertical'] | undefined {
  if (tag === 'sup' || value === 'super') return 'superscript';
  return tag === 'sub' || value === 'sub' ? 'subscript' : undefined;
}

function firstFont(names: string): string {
  return (names.split(',')[0] ?? '').replace(/["']/g, '').trim();
}

const points: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.346, mm: 2.8346, pc: 12 };

/** In points; null for percentages and what else depends on something. */
export function lengthOf(value: string | null | undefined): number | null {
  const match = /^(-?[\d.]+)(pt|px|in|cm|mm|pc)?$/.exec(value?.trim() ?? '');
  const size = match === null ? Number.NaN : Number(match[1]) * (points[match[2] ?? 'px'] ?? 1);
  return Number.isFinite(size) ? size : null;
}

function colourOf(value: string | undefined): string | undefined {
  const hex = /^#([0-9a-f]{6})$/i.exec(value ?? '')?.[1];
  if (hex !== undefined) return hex.toUpperCase();
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(value ?? '');
  if (parts !== null)
    return parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  return value === 'red' ? 'FF0000' : undefined;
}
