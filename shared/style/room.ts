/** Whether the figures of a style go together: each may be in its range and the whole still not fit on the page. */
import { geometryOf } from '../layout/geometry.ts';
import { tidy } from './lengths.ts';
import type { HouseStyle } from './style.ts';

export interface RoomTrouble {
  /** The fields that could mend it, the likeliest first. */
  readonly paths: readonly string[];
  readonly text: string;
}

export function checkRoom(style: HouseStyle): RoomTrouble[] {
  const troubles: RoomTrouble[] = [];
  const { width, pitch, size } = geometryOf(style, null);
  const points = (length: number) => tidy(length / 1000);
  if (width > style.page.width * 1000) {
    troubles.push({
      paths: ['grid.charactersPerLine', 'grid.columns', 'grid', 'gutterEm', 'body.size', 'page.width'],
      text: `版心宽 ${points(width)} 磅（栏数、每行字数、正文字号与栏距算出），超过纸宽 ${style.page.width} 磅；请减少每行字数或改小字号`,
    });
  }
  if (style.topMargin + style.typeAreaHeight > style.page.height) {
    troubles.push({
      paths: ['typeAreaHeight', 'topMargin', 'page.height'],
      text: `天头 ${style.topMargin} 磅加版心高 ${style.typeAreaHeight} 磅，超过纸高 ${style.page.height} 磅；请改小其中之一`,
    });
  }
  if (pitch < size) {
    troubles.push({
      paths: ['grid.linesPerColumn', 'body.size', 'typeAreaHeight', 'grid'],
      text: `行距只有 ${points(pitch)} 磅（版心高除以每栏行数），小于正文字号 ${style.body.size} 磅，字会叠在一起；请减少行数或改小字号`,
    });
  }
  return troubles;
}
