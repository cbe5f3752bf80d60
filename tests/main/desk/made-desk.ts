/** A desk on a real database in memory, with a clock that the test moves; only the fonts are made up. */
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Fonts } from '../../../main/fonts.ts';
import type { Api, DocumentId } from '../../../shared/api.ts';
import type { FontMetrics } from '../../../shared/layout/metrics.ts';
import { sampleText } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

const song: FontMetrics = { id: 'song', family: 'Song', ascent: 880, descent: 120, coverage: [0, 0x10ffff], widths: {} };
const roles = { song: ['song'], hei: ['song'], kai: ['song'], fang: ['song'], title: ['song'] };
const fonts = (): Fonts => ({ book: { fonts: { song }, roles }, file: () => '' });

export interface MadeDesk {
  readonly desk: Api;
  readonly database: Database;
  /** Moves the clock on. */
  wait(seconds: number): void;
  /** Stores an invented notice with this number. */
  intake(number: number, title?: string): Promise<DocumentId>;
}

export function makeDesk(): MadeDesk {
  const database = openDatabase(':memory:');
  let time = Date.parse('2026-05-06T08:00:00Z');
  const now = () => {
    time += 1;
    return new Date(time).toISOString();
  };
  const desk = createDesk({ database, fonts, now, sampleFolder: join(temporaryFolder(), 'sample') });
  return {
    desk,
    database,
    wait(seconds) {
      time += seconds * 1000;
    },
    async intake(number, title = `示例市人民政府关于第${number}项工作的通知`) {
      const [report] = await desk.importFiles([{ name: `${number}.txt`, bytes: sampleText(title, number) }], true);
      if (report?.ok !== true || report.documentId === null) throw new Error('not stored');
      return report.documentId;
    },
  };
}
