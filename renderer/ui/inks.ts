/** The screen's likeness of the inks; red is 0/80/80/0 (GB/T 9704-2012), tint a light grey ground. Paper is white in the dark, too. */
import type { Colour } from '../../shared/layout/page.ts';

export const inks: Readonly<Record<Colour, string>> = { black: '#000', red: '#f33', grey: '#808080', white: '#fff', tint: '#ececec' };
