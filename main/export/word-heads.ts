/** Running heads (书眉) and folios (页码) of Word: left-hand and right-hand pages differ, the number is a field. */
import { AlignmentType, Footer, Header, PageNumber, type ParagraphChild, TextRun } from 'docx';
import type { HouseStyle } from '../../shared/style/style.ts';
import type { WordMeasure } from './word-measure.ts';
import { styledParagraph, writeText } from './word-text.ts';

export interface HeadsAndFeet {
  readonly headers: { readonly default: Header; readonly even: Header };
  readonly footers: { readonly default: Footer; readonly even: Footer };
}

/** The field with marks around it, in one run so that all of it is set alike. */
function folio(before: string, after: string): TextRun {
  return new TextRun({ font: { hint: 'eastAsia' }, children: [before, PageNumber.CURRENT, after] });
}

/**
 * Heads and feet of one section of the file. `・N・ 栏目` stands at the outer edge when the folio goes with the head; else
 * the section name alone is the head and `— N —` the foot, one character in from the outer edge (GB/T 9704-2012, 7.5).
 * @param section 栏目; null on contents pages, which carry neither head nor number (shared/layout/furniture.ts).
 */
export function writeHeads(section: string | null, style: HouseStyle, measure: WordMeasure): HeadsAndFeet {
  if (section === null) {
    const header = () => new Header({ children: [styledParagraph('SectionEnd', [])] });
    const footer = () => new Footer({ children: [styledParagraph('SectionEnd', [])] });
    return { headers: { default: header(), even: header() }, footers: { default: footer(), even: footer() } };
  }
  const atTop = style.runningHead.place === 'top';
  const withHead = atTop && style.runningHead.folio === 'withHead';
  const head = (side: 'even' | 'odd') => {
    const name = atTop ? writeText(section) : [];
    const children: ParagraphChild[] = !withHead ? name : side === 'even' ? [folio('・', '・　'), ...name] : [...name, folio('　・', '・')];
    const options = { alignment: side === 'even' ? AlignmentType.LEFT : AlignmentType.RIGHT };
    return new Header({ children: [styledParagraph(children.length === 0 ? 'SectionEnd' : 'RunningHead', children, options)] });
  };
  const foot = (side: 'even' | 'odd') => {
    if (withHead) return new Footer({ children: [styledParagraph('SectionEnd', [])] });
    const dashes = style.folio.dashes;
    const options =
      side === 'even'
        ? { alignment: AlignmentType.LEFT, indent: { left: measure.em } }
        : { alignment: AlignmentType.RIGHT, indent: { right: measure.em } };
    return new Footer({ children: [styledParagraph('Folio', [folio(dashes ? '— ' : '', dashes ? ' —' : '')], options)] });
  };
  return { headers: { default: head('odd'), even: head('even') }, footers: { default: foot('odd'), even: foot('even') } };
}
