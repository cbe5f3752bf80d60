/** 赣州: two columns of 21 × 36, attachments on pages of their own, number + date + leader + page in the contents. */
import type { HouseStyle } from './style.ts';
import { xinyu } from './xinyu.ts';

export const ganzhou: HouseStyle = {
  ...xinyu,
  id: 'ganzhou',
  name: '赣州市人民政府公报',
  grid: { columns: 2, charactersPerLine: 21, linesPerColumn: 36 },
  body: { font: 'song', size: 11 },
  title: { ...xinyu.title, linesBefore: 0.5, linesAfter: 0 },
  numberLine: { ...xinyu.numberLine, linesAfter: 0 },
  innerTitle: { ...xinyu.innerTitle, linesBefore: 0.5, linesAfter: 0.5 },
  table: { ...xinyu.table, size: 9.5, linePitch: 14.5 },
  attachmentNewPage: 'objects',
  contents: {
    ...xinyu.contents,
    imprintPanels: 1,
    namesPerRow: 2,
    fieldsInline: true,
    manner: 'numberDateLeader',
    entry: { font: 'song', size: 10 },
    showSubtitle: false,
    parentheses: false,
  },
};
