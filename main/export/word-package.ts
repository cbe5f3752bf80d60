/**
 * The finished package: the parts that docx cannot write as a Chinese gazette needs them, and everything that would differ
 * between two writings of the same issue (dates, numbers of drawings, order and times in the archive) made the same.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export interface PackageParts {
  readonly styles: string;
  readonly fontTable: string;
  readonly title: string;
  readonly creator: string;
  /** ISO date that stands for the time of writing. */
  readonly date: string;
}

/**
 * Even and odd heads differ; Chinese marks share their white space; a line break does not stretch a line. No field asks to be
 * brought up to date when the file is opened.
 */
const settings =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/>' +
  '<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>' +
  '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>' +
  '<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function coreXml(parts: PackageParts): string {
  const time = `${parts.date}T00:00:00Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(parts.title)}</dc:title><dc:creator>${escapeXml(parts.creator)}</dc:creator><dc:language>zh-CN</dc:language>` +
    `<cp:lastModifiedBy>${escapeXml(parts.creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

/** References to heads and feet stand in every section: LibreOffice, unlike Word, does not always inherit them. */
function repeatHeads(xml: string): string {
  let references = '';
  return xml.replace(/<w:sectPr>((?:<w:(?:header|footer)Reference [^>]*\/>)*)/g, (_, own: string) => {
    if (own !== '') references = own;
    return `<w:sectPr>${references}`;
  });
}

/** docx numbers drawings from one counter for the whole process. */
function numberDrawings(xml: string): string {
  let number = 0;
  return xml.replace(/(<wp:docPr [^>]*?\bid=")[^"]*"/g, (_, before: string) => {
    number += 1;
    return `${before}${number}"`;
  });
}

function documentXml(xml: string): string {
  return numberDrawings(repeatHeads(xml)).replaceAll('<w:pgNumType/>', '');
}

/** @returns the same package for the same parts, whenever and wherever it is written. */
export function finishPackage(packed: Uint8Array, parts: PackageParts): Uint8Array {
  const files = unzipSync(packed);
  const text: Readonly<Record<string, (old: string) => string>> = {
    'word/document.xml': documentXml,
    'word/styles.xml': () => parts.styles,
    'word/fontTable.xml': () => parts.fontTable,
    'word/settings.xml': () => settings,
    'docProps/core.xml': () => coreXml(parts),
  };
  // The list of content types comes first, as Word writes it; the rest by name.
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const out: Zippable = {};
  for (const name of names) {
    const bytes = files[name];
    if (bytes === undefined) continue;
    const change = text[name];
    out[name] = change === undefined ? bytes : strToU8(change(strFromU8(bytes)));
  }
  // The archive stores local time without a zone: these numbers are the same everywhere.
  return zipSync(out, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}
