/** 赣州: two columns of 21 × 36, attachments on pages of their own, number + date + leader + page in the contents. */
import type { HouseStyle } from './style.ts';
import { xinyu } from './xinyu.ts';

export const ganzhou: HouseStyle = {
  ...xinyu,
  id: 'ganzhou',
  name: '赣州市人民政府公报',
  grid: { columns: 2, charactersPerLine: 21, linesPerColumn: 36 },
  body: { font: 'song', size: 11 },
  attachmentNewPage: true,
  contents: {
    ...xinyu.contents,
    imprintPanels: 1,
    manner: 'numberDateLeader',
    entry: { font: 'song', size: 10 },
    showSubtitle: false,
    parentheses: false,
  },
};
