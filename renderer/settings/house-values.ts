/** The fields of a style as a form has them: values by path, what was typed, and what is wrong with one of them. */
import type { IssueStyle } from '../../shared/issue/issue.ts';
import { readJsonLines } from '../../shared/issue/json-lines.ts';
import { namedSizes, readLength } from '../../shared/style/lengths.ts';
import { readOverrides } from '../../shared/style/parse.ts';
import { fontRoles, type StyleField, styleFields, styleGroups } from '../../shared/style/schema.ts';
import { words } from './words.ts';

export type FieldValue = string | number | boolean;
/** What was typed, by path; figures as text, so that `2.` and 三号 can stand there while they are typed. */
export type Typed = Readonly<Record<string, string | boolean>>;

export interface FieldGroup {
  readonly name: string;
  readonly fields: readonly StyleField[];
}

const apart: readonly string[] = ['id', 'name', 'dateForm'];

export const fieldGroups: readonly FieldGroup[] = [...new Set(Object.values(styleGroups))]
  .map((name) => ({
    name,
    fields: styleFields.filter(({ path }) => !apart.includes(path) && styleGroups[path.split('.')[0] ?? ''] === name),
  }))
  .filter(({ fields }) => fields.length > 0);

export function readValue(style: unknown, path: string): FieldValue {
  let value = style as unknown;
  for (const name of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');
}

/** As a tree; a bare figure becomes a number, everything else is left to the reader of styles. */
export function typedStyle(typed: Typed): IssueStyle {
  const tree: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(typed)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let group = tree;
    for (const name of names) {
      group[name] ??= {};
      group = group[name] as Record<string, unknown>;
    }
    group[last] = asWritten(path, value);
  }
  return tree;
}

function asWritten(path: string, value: string | boolean): FieldValue {
  const kind = styleFields.find((field) => field.path === path)?.kind.type;
  const isFigure = (kind === 'number' || kind === 'integer') && typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value);
  return isFigure ? Number(value) : value;
}

/** Null when all is well. */
export function troubleOf(path: string, value: string | boolean): string | null {
  const json = readJsonLines(JSON.stringify(typedStyle({ [path]: value })));
  const [trouble] = json.ok ? readOverrides(json.node, null, '').troubles : [];
  // The label beside it says which field it is.
  return trouble === undefined ? null : trouble.text.replace(/^“[^”]*”(?:（[^）]*）)?的?/, '');
}

const millimetres = (points: number) => `${Math.round(((points * 25.4) / 72) * 10) / 10} mm`;

/** What a length is in the other units of the trade: points of what was typed as 三号 or 25mm, millimetres or 字号 of a figure in points. */
export function otherUnit({ path, unit }: StyleField, value: FieldValue): string {
  if (unit !== '磅' || typeof value === 'boolean') return '';
  const figure = Number(value);
  if (Number.isNaN(figure)) {
    const length = readLength(String(value));
    return length.ok ? `${length.points} 磅` : '';
  }
  if (!/size/i.test(path)) return millimetres(figure);
  return Object.entries(namedSizes).find(([, points]) => points === figure)?.[0] ?? '';
}

/** A value as people read it. */
export function shownValue({ kind, unit }: StyleField, value: FieldValue): string {
  if (kind.type === 'boolean') return value === true ? words.houses.yes : words.houses.no;
  if (kind.type === 'font') return (fontRoles as Readonly<Record<string, string>>)[String(value)] ?? String(value);
  if (kind.type === 'choice') return kind.choices[String(value)] ?? String(value);
  return `${value}${unit === '' ? '' : ` ${unit}`}`;
}
