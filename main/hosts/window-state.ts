/** Where the window stood when it was closed, and where it may stand now: displays come and go. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface WindowState {
  /** Null for the middle of the screen. */
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
  readonly isMaximised: boolean;
}

export const least = { width: 900, height: 600 };
const usual: WindowState = { place: null, width: 1440, height: 900, isMaximised: false };
/** So much of the window must be on a display that one can take hold of it. */
const handle = { width: 120, height: 40 };

export function readWindowState(path: string, displays: readonly Area[]): WindowState {
  let stored: unknown = null;
  try {
    stored = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return usual;
  }
  const { x, y, width, height, isMaximised } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  if (![x, y, width, height].every(Number.isFinite)) return usual;
  return fitted({ x, y, width, height } as Area, isMaximised === true, displays);
}

export function fitted(wanted: Area, isMaximised: boolean, displays: readonly Area[]): WindowState {
  const shares = displays.map((display) => ({ display, ...overlap(wanted, display) }));
  // The bar at the top is what the window is moved by.
  const home = shares.find(({ width, height, display }) => width >= handle.width && height >= handle.height && wanted.y >= display.y - 4);
  const room = home?.display ?? displays[0] ?? { x: 0, y: 0, ...usual };
  return {
    place: home === undefined ? null : { x: Math.round(wanted.x), y: Math.round(wanted.y) },
    width: Math.round(Math.max(least.width, Math.min(wanted.width, room.width))),
    height: Math.round(Math.max(least.height, Math.min(wanted.height, room.height))),
    isMaximised,
  };
}

/** A place that cannot be kept is no reason to stop a window from closing. */
export function keepWindowState(path: string, bounds: Area, isMaximised: boolean): void {
  try {
    writeFileSync(path, JSON.stringify({ ...bounds, isMaximised }));
  } catch {
    // The next window opens in the middle.
  }
}

function overlap(a: Area, b: Area): { readonly width: number; readonly height: number } {
  const along = (from: number, length: number, other: number, otherLength: number) =>
    Math.min(from + length, other + otherLength) - Math.max(from, other);
  return { width: along(a.x, a.width, b.x, b.width), height: along(a.y, a.height, b.y, b.height) };
}
