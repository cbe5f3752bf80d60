/** All house styles that ship with the workstation. To add one: a data file, and its line here. */
import { ganzhou } from './ganzhou.ts';
import { jiujiang } from './jiujiang.ts';
import { national } from './national.ts';
import type { HouseStyle } from './style.ts';
import { xinyu } from './xinyu.ts';

export const houseStyles: readonly HouseStyle[] = [jiujiang, ganzhou, xinyu, national];

export function findHouse(id: string): HouseStyle | null {
  return houseStyles.find((style) => style.id === id) ?? null;
}
