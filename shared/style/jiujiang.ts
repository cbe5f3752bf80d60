/** 九江: two columns of 22 × 37, vertical section labels in the contents, 发文字号 and bare page below the title. */
import type { HouseStyle } from './style.ts';
import { xinyu } from './xinyu.ts';

export const jiujiang: HouseStyle = {
  ...xinyu,
  id: 'jiujiang',
  name: '九江市人民政府公报',
  grid: { columns: 2, charactersPerLine: 22, linesPerColumn: 37 },
  title: { ...xinyu.title, linesBefore: 1, linesAfter: 0.5 },
  numberLine: { ...xinyu.numberLine, linesAfter: 1 },
  innerTitle: { ...xinyu.innerTitle, linesBefore: 1, linesAfter: 0.5 },
  contents: {
    ...xinyu.contents,
    imprintPanels: 1,
    namesPerRow: 2,
    fieldsInline: true,
    manner: 'numberBelow',
    entry: { font: 'song', size: 10 },
    showSubtitle: true,
    parentheses: false,
  },
};
