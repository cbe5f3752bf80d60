/** A PDF that was read back against the pages as they are laid out. */
import type { OutputCheck } from '../../shared/api/output.ts';
import type { Item, Page } from '../../shared/layout/page.ts';
import { check, checkHan, type ExpectedPdf, failed, missingFrom, passed, quoted, visible } from './read-back.ts';
import type { Box, ReadPage, ReadPdf } from './read-back-pdf.ts';

/** Boxes are written in thousandths of a point. */
const tolerance = 0.01;

export function checkPdf(found: ReadPdf | null, wanted: ExpectedPdf): readonly OutputCheck[] {
  if (found === null) return [failed('文件能打开', '打不开，文件已损坏')];
  const { sheets, isPress, text, titles } = wanted;
  const whole = found.pages.map(({ texts }) => texts.map((item) => item.text).join('')).join('');
  return [
    passed('文件能打开', `PDF ${found.version}，${found.pages.length} 面`),
    check('面数', found.pages.length === sheets.length, `${sheets.length} 面`, `应有 ${sheets.length} 面，实有 ${found.pages.length} 面`),
    checkSizes(found, wanted),
    check(
      '字体嵌入',
      found.unembedded.length === 0 && found.fonts > 0,
      `${found.fonts} 种字体都已嵌入`,
      found.fonts === 0 ? '没有找到字体' : `未嵌入：${found.unembedded.join('、')}`,
    ),
    checkCharacters(found, wanted),
    ...(text === null ? [] : [checkHan(text, visible(whole))]),
    ...(titles.length === 0 ? [] : [checkTitles(found, wanted)]),
    ...(wanted.hasLinks ? [checkLinks(found, wanted)] : []),
    ...(isPress ? [checkPress(found, wanted)] : []),
  ];
}

/** For the press the trimmed page counts, else the sheet. */
function areaOf({ trim, width, height }: ReadPage, isPress: boolean): Box | null {
  return isPress ? trim : [0, 0, width, height];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance;
}

function checkSizes({ pages }: ReadPdf, { sheets, isPress }: ExpectedPdf): OutputCheck {
  const wrong = pages.flatMap((page, index) => {
    const sheet = sheets[index]?.pages;
    const area = areaOf(page, isPress);
    if (sheet === undefined) return [];
    const width = sheet.reduce((sum, each) => sum + each.width, 0) / 1000;
    const height = (sheet[0]?.height ?? 0) / 1000;
    return area !== null && near(area[2] - area[0], width) && near(area[3] - area[1], height) ? [] : [index + 1];
  });
  const first = sheets[0]?.pages ?? [];
  const millimetres = (points: number) => Math.round((points * 25.4) / 72_000);
  const size = `${millimetres(first.reduce((sum, { width }) => sum + width, 0))}×${millimetres(first[0]?.height ?? 0)} mm`;
  const what = isPress ? '成品尺寸' : '页面尺寸';
  return check(what, wrong.length === 0, size, `第 ${listed(wrong)} 面不是 ${size}`);
}

/** Every sheet's characters as often as the layout has them, no more and no less; marks outside of the trimmed page are not the layout's. */
function checkCharacters({ pages }: ReadPdf, { sheets, isPress }: ExpectedPdf): OutputCheck {
  const wrong: string[] = [];
  let count = 0;
  sheets.forEach((sheet, index) => {
    const page = pages[index];
    if (page === undefined) return;
    const area = areaOf(page, isPress);
    sheet.pages.forEach((expected, place) => {
      const own = visible(textOf(expected));
      const read = area === null ? '' : visible(textIn(page, area, place, sheet.pages));
      count += [...own].length;
      const missing = missingFrom(own, read);
      const extra = missingFrom(read, own);
      const name = pageName(expected, index);
      if (missing.length > 0) wrong.push(`${name}少 ${quoted(missing)}`);
      if (extra.length > 0) wrong.push(`${name}多 ${quoted(extra)}`);
    });
  });
  return check('文字与版面一致', wrong.length === 0, `逐页核对 ${count} 个字符，一字不差`, wrong.slice(0, 6).join('；'));
}

function textOf(page: Page): string {
  return page.items.map((item: Item) => (item.kind === 'text' ? item.text : '')).join('');
}

/** The texts inside of one of the pages that stand side by side in an area. */
function textIn({ texts }: ReadPage, [left, lower, right, upper]: Box, place: number, pages: readonly Page[]): string {
  const widthOf = (some: readonly Page[]) => some.reduce((sum, page) => sum + page.width, 0);
  const scale = (right - left) / Math.max(1, widthOf(pages));
  const from = left + widthOf(pages.slice(0, place)) * scale;
  const width = (pages[place]?.width ?? 0) * scale;
  return texts
    .filter(({ x, y }) => y > lower && y < upper && x > from && x < from + width)
    .map(({ text }) => text)
    .join('');
}

function pageName(page: Page, index: number): string {
  return page.kind === 'cover' ? `第 ${index + 1} 面（封面封底）` : `第 ${page.number} 页`;
}

/** The title that the contents name stands on the page that they say. */
function checkTitles({ pages }: ReadPdf, { sheets, titles, isPress }: ExpectedPdf): OutputCheck {
  const texts = new Map<number, string>();
  sheets.forEach((sheet, index) => {
    const page = pages[index];
    const area = page === undefined ? null : areaOf(page, isPress);
    sheet.pages.forEach((expected, place) => {
      if (page === undefined || area === null || expected.kind === 'cover' || expected.kind === 'contents') return;
      texts.set(expected.number, visible(textIn(page, area, place, sheet.pages)));
    });
  });
  const wrong = titles.filter(({ title, page }) => texts.get(page)?.includes(visible(title)) !== true);
  const shown = wrong.slice(0, 3).map(({ title, page }) => `《${title}》不在目录所写的第 ${page} 页`);
  return check('目录页码', wrong.length === 0, `${titles.length} 条目录都与实际页码相符`, shown.join('；'));
}

/** Links on the pages of the contents lead to the pages that the contents name. */
function checkLinks({ pages, labels }: ReadPdf, { sheets, titles }: ExpectedPdf): OutputCheck {
  const reached = new Set<string>();
  sheets.forEach(({ pages: [expected] }, index) => {
    if (expected?.kind === 'contents') for (const target of pages[index]?.targets ?? []) reached.add(labels?.[target] ?? '');
  });
  const dead = titles.filter(({ page }) => !reached.has(String(page)));
  const shown = dead.slice(0, 3).map(({ title }) => `《${title}》`);
  return check('目录链接', dead.length === 0, '目录的链接都通到所写的页', `链接不通：${shown.join('、')}`);
}

function checkPress({ pages, intents, version }: ReadPdf, { bleed }: ExpectedPdf): OutputCheck {
  const wrong = pages.flatMap(({ trim, bleed: around }, index) => {
    const isRight = trim !== null && around !== null && trim.every((edge, i) => near(edge + (i < 2 ? -bleed : bleed), around[i] as number));
    return isRight ? [] : [index + 1];
  });
  const troubles = [
    ...(wrong.length === 0 ? [] : [`第 ${listed(wrong)} 面的成品框或出血框不对`]),
    ...(intents.includes('GTS_PDFX') ? [] : ['没有印刷输出意图']),
    ...(version === '1.6' ? [] : [`版本是 PDF ${version}`]),
  ];
  const good = `PDF/X-4：每面都有成品框和 ${Math.round((bleed * 25.4) / 72)} mm 出血框，带输出意图`;
  return check('印前规格', troubles.length === 0, good, troubles.join('；'));
}

function listed(numbers: readonly number[]): string {
  return numbers.length > 6 ? `${numbers.slice(0, 6).join('、')} 等` : numbers.join('、');
}
