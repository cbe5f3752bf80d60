/** 国标: the layout of GB/T 9704-2012 itself, one column of 28 × 22 in 3号. */
import type { HouseStyle } from './style.ts';

export const national: HouseStyle = {
  id: 'national',
  name: '国标（GB/T 9704）',
  // A4, 5.1
  page: { width: 595.28, height: 841.89 },
  // 22 lines of 28 characters, 5.2.3
  grid: { columns: 1, charactersPerLine: 28, linesPerColumn: 22 },
  // 3号, 5.2.2
  body: { font: 'fang', size: 15.75 },
  gutterEm: 0,
  // 版心 225 mm high, 天头 37 mm, 5.2.1
  typeAreaHeight: 637.8,
  topMargin: 104.88,
  // 2号小标宋, 7.3.1
  title: { font: 'title', size: 21, linesEach: 1, linesBefore: 1, linesAfter: 0 },
  subtitle: { font: 'kai', size: 15.75, linesEach: 1, linesBefore: 0, linesAfter: 0 },
  byline: { font: 'kai', size: 15.75, linesEach: 1, linesBefore: 0, linesAfter: 0 },
  numberLine: { font: 'fang', size: 15.75, linesEach: 1, linesBefore: 0, linesAfter: 1 },
  innerTitle: { font: 'title', size: 21, linesEach: 1, linesBefore: 1, linesAfter: 1 },
  attachmentLabel: { font: 'hei', size: 15.75 },
  // 一、黑体 （一）楷体 1.仿宋 （1）仿宋, 7.3.3
  headings: {
    1: { font: 'hei', bold: false },
    2: { font: 'kai', bold: false },
    3: { font: 'fang', bold: false },
    4: { font: 'fang', bold: false },
  },
  chapterLines: 2,
  table: {
    font: 'fang',
    size: 12,
    linePitch: 17,
    paddingX: 4,
    paddingY: 4,
    headFont: 'hei',
    ruleWidth: 0.4,
    frameWidth: 0.75,
    formRow: 40,
  },
  box: { font: 'fang', size: 14, linePitch: 22, padding: 8, ruleWidth: 0.5 },
  followOnLines: 1,
  titleSinks: true,
  attachmentNewPage: 'always',
  runningHead: { place: 'none', style: { font: 'song', size: 9 }, distance: 14, rule: false, folio: 'foot' },
  // 4号, 一字线, 7 mm below the type area, 7.5
  folio: { style: { font: 'song', size: 14 }, distance: 26, dashes: true },
  contents: {
    manner: 'titleLeader',
    heading: '目　录',
    title: { font: 'title', size: 21 },
    entry: { font: 'fang', size: 12 },
    label: { font: 'hei', size: 13 },
    imprintPercent: 30,
    imprintPanels: 1,
    namesPerRow: 3,
    fieldsInline: false,
    showSubtitle: true,
    parentheses: false,
  },
  cover: { front: true, back: true, nameSize: 46, band: 34 },
  dateForm: 'arabic',
};
