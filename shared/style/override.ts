/** House styles with some of their fields changed: by an office for all its issues, or by one issue for itself. */
import type { HouseStyle } from './style.ts';

export type DeepPartial<T> = T extends object ? { readonly [K in keyof T]?: DeepPartial<T[K]> } : T;
export type HouseOverrides = DeepPartial<HouseStyle>;

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The style with the overrides put in its place, field by field. What was stored by another version of the program may name
 * fields that are gone: they are passed over, because they were checked when they came in.
 */
export function applyOverrides(style: HouseStyle, overrides: HouseOverrides): HouseStyle {
  return applyTree(style as unknown as Tree, overrides as Tree) as unknown as HouseStyle;
}

function applyTree(base: Tree, overrides: Tree): Tree {
  const entries = Object.entries(base).map(([name, value]) => {
    const change = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    if (change === undefined) return [name, value];
    if (isTree(value)) return [name, isTree(change) ? applyTree(value, change) : value];
    return [name, typeof change === typeof value ? change : value];
  });
  return Object.fromEntries(entries) as Tree;
}

/** Two sets of overrides as one; the later wins. */
export function mergeOverrides(earlier: HouseOverrides, later: HouseOverrides): HouseOverrides {
  return mergeTree(earlier as Tree, later as Tree) as HouseOverrides;
}

function mergeTree(earlier: Tree, later: Tree): Tree {
  const merged = new Map<string, unknown>(Object.entries(earlier));
  for (const [name, value] of Object.entries(later)) {
    const before = merged.get(name);
    merged.set(name, isTree(before) && isTree(value) ? mergeTree(before, value) : value);
  }
  return Object.fromEntries(merged);
}

/** Every field of a style with its path, groups opened: what a description must cover. */
export function styleLeaves(style: HouseOverrides): { readonly path: string; readonly value: unknown }[] {
  const open = (tree: Tree, before: string): { path: string; value: unknown }[] =>
    Object.entries(tree).flatMap(([name, value]) => {
      const path = `${before}${name}`;
      return isTree(value) ? open(value, `${path}.`) : [{ path, value }];
    });
  return open(style as Tree, '');
}
