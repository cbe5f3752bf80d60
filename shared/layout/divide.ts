/** A zone across the page that is taller than a page (a caption of a thousand characters): parts of it that are not. */
import type { Geometry } from './geometry.ts';
import type { AcrossZone, PlacedLine } from './zone.ts';

/** Pictures and what else is painted stay with the first lines; they are never taller than a page by themselves. */
export function dividedAcross(zone: AcrossZone, { pitch, lines: rows }: Geometry): readonly AcrossZone[] {
  const room = pitch * rows;
  const parts: { top: number; readonly lines: PlacedLine[] }[] = [];
  zone.lines.forEach((line, index) => {
    const step = line.y - (zone.lines[index - 1]?.y ?? 0);
    let part = parts.at(-1);
    if (part === undefined) {
      part = { top: 0, lines: [] };
      parts.push(part);
    } else if (line.y + Math.round(step * BELOW) - part.top > room && part.lines.length > 0) {
      part = { top: line.y - Math.min(step, room), lines: [] };
      parts.push(part);
    }
    part.lines.push({ ...line, y: line.y - part.top });
  });
  return parts.map(({ lines }, index) => {
    const last = lines.at(-1)?.y ?? 0;
    const isLast = index === parts.length - 1;
    const height = isLast ? Math.min(room, Math.ceil((last + Math.round(pitch * BELOW)) / pitch) * pitch) : room;
    const first = index === 0;
    return {
      ...zone,
      lines,
      height,
      images: first ? zone.images : [],
      boxes: first ? zone.boxes : [],
      isEmpty: first && zone.isEmpty === true,
      drop: first ? zone.drop : 0,
      keepRows: isLast ? zone.keepRows : 0,
      newPage: first && zone.newPage,
    };
  });
}

/** Of the distance between two baselines, what lies below one. */
const BELOW = 0.3;
