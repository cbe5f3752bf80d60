/** `word/styles.xml`: real styles that an office can change in one place, with the line rules that the layout keeps. */
import type { FontRole } from '../../shared/layout/metrics.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { fontAttributes } from './word-fonts.ts';
import type { WordMeasure } from './word-measure.ts';
import { type CharacterStyleId, type ParagraphStyle, paragraphStyles } from './word-styles.ts';

function paragraphStyleXml(item: ParagraphStyle): string {
  const charTwips = item.size / 5; // hundredths of a character → twips
  const indents: string[] = [];
  const indent = (name: string, value: number | undefined) => {
    if (value !== undefined) indents.push(`w:${name}Chars="${value}" w:${name}="${Math.round(value * charTwips)}"`);
  };
  indent('left', item.left);
  indent('right', item.right);
  if (item.hanging !== undefined) indent('hanging', item.hanging);
  else indent('firstLine', item.firstLine);
  const spacing =
    `<w:spacing w:before="${item.before ?? 0}" w:after="${item.after ?? 0}"` +
    (item.line === null ? ' w:line="240" w:lineRule="auto"/>' : ` w:line="${item.line}" w:lineRule="exact"/>`);
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${item.id}"><w:name w:val="${item.name}"/><w:basedOn w:val="Normal"/>` +
    `${item.next === undefined ? '' : `<w:next w:val="${item.next}"/>`}<w:qFormat/><w:pPr>${item.keepNext ? '<w:keepNext/>' : ''}` +
    (item.rule ? '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>' : '') +
    // A line of exact height stands on the grid by its own height; snapping it again would double high lines.
    `<w:snapToGrid w:val="0"/>${spacing}${indents.length > 0 ? `<w:ind ${indents.join(' ')}/>` : ''}<w:jc w:val="${item.align}"/>` +
    `${item.outline === undefined ? '' : `<w:outlineLvl w:val="${item.outline}"/>`}</w:pPr>` +
    `<w:rPr>${runXml(item.font, item.bold === true, item.size)}</w:rPr></w:style>`
  );
}

function runXml(font: FontRole, bold: boolean, size: number): string {
  const half = Math.max(1, Math.round(size * 2));
  return `<w:rFonts ${fontAttributes(font)}/>${bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
}

function characterStyleXml(id: CharacterStyleId, name: string, font: FontRole): string {
  return (
    `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/>` +
    `<w:rPr><w:rFonts ${fontAttributes(font)}/><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr></w:style>`
  );
}

/**
 * `word/styles.xml`. Prohibition rules on, no hanging punctuation, gaps between Han and Latin on: the same as the layout
 * keeps (GB/T 15834-2011, 5; CLREQ); widow control keeps two lines of a paragraph together.
 */
export function stylesXml(style: HouseStyle, measure: WordMeasure): string {
  const paragraphs = paragraphStyles(style, measure).map(paragraphStyleXml);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>' +
    `${runXml(style.body.font, false, style.body.size)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE/><w:autoSpaceDN/></w:pPr></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>' +
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    paragraphs.join('') +
    // GB/T 9704 knows no 条; 黑体 for 第X条 is the practice of the documents that the corpus prints.
    characterStyleXml('ArticleNumber', '条号', 'hei') +
    characterStyleXml('RunInText', '接排正文', style.body.font) +
    '</w:styles>'
  );
}
