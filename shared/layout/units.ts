/** The layout's unit: thousandths of a point as integers, so that the same input gives the same pages everywhere. */

export function points(value: number): number {
  return Math.round(value * 1000);
}

/** `thousandths` of an em of a font of that size. */
export function ems(size: number, thousandths: number): number {
  return Math.round((size * thousandths) / 1000);
}
