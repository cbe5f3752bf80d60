/**
 * Writes the sample's .docx files by hand: the few parts of OOXML that an office's files really have, and nothing that
 * changes from run to run. A document is a list of nodes; the marks of its text lines are explained at `lineNodes`.
 */
import { zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Fonts as offices name them; size in half-points. */
const looks = {
  title: { font: '方正小标宋简体', size: 44 },
  redHead: { font: '方正小标宋简体', size: 80, color: 'FF0000' },
  hei: { font: '黑体', size: 32 },
  kai: { font: '楷体_GB2312', size: 32 },
  body: { font: '仿宋_GB2312', size: 32 },
  bold: { font: '仿宋_GB2312', size: 32, bold: true },
  record: { font: '仿宋_GB2312', size: 28 },
  cell: { font: '仿宋_GB2312', size: 24 },
  cellHead: { font: '黑体', size: 24 },
};
const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function properties(look, vertical) {
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${look.font}"/>`;
  const color = look.color === undefined ? '' : `<w:color w:val="${look.color}"/>`;
  const align = vertical === undefined ? '' : `<w:vertAlign w:val="${vertical}"/>`;
  return `<w:rPr>${fonts}${look.bold ? '<w:b/>' : ''}${color}<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>${align}</w:rPr>`;
}

const run = (text, look, vertical, tag = 't') =>
  `<w:r>${properties(look, vertical)}<w:${tag} xml:space="preserve">${escapeXml(text)}</w:${tag}></w:r>`;

let changeId = 0;
function change(kind, inner) {
  changeId += 1;
  return `<w:${kind} w:id="${changeId}" w:author="起草科" w:date="2026-01-12T09:00:00Z">${inner}</w:${kind}>`;
}

/** `{+new+}` and `{-old-}` are tracked changes, `_{…}` and `^{…}` are set low and high, `\n` is a line break. */
function runs(text, look) {
  let xml = '';
  for (const part of text.split(/(\{\+.*?\+\}|\{-.*?-\}|[_^]\{.*?\}|\n)/)) {
    if (part === '') continue;
    if (part === '\n') xml += `<w:r>${properties(look)}<w:br/></w:r>`;
    else if (part.startsWith('{+')) xml += change('ins', run(part.slice(2, -2), look));
    else if (part.startsWith('{-')) xml += change('del', run(part.slice(2, -2), look, undefined, 'delText'));
    else if (part.startsWith('_{')) xml += run(part.slice(2, -1), look, 'subscript');
    else if (part.startsWith('^{')) xml += run(part.slice(2, -1), look, 'superscript');
    else xml += run(part, look);
  }
  return xml;
}

const paragraph = (inner, extra = '') => `<w:p><w:pPr>${extra}</w:pPr>${inner}</w:p>`;
const centred = (text, look) => paragraph(runs(text, look), '<w:jc w:val="center"/>');
const bodyLine = (inner, extra = '') => paragraph(inner, `${extra}${indent}`);

/** A run-in heading ends with its first full stop; without text behind it, it stands alone and is all heading. */
function headed(text, head, extra) {
  const stop = text.indexOf('。') + 1;
  if (stop === 0 || stop === text.length) return bodyLine(runs(text, head), extra);
  return bodyLine(runs(text.slice(0, stop), head) + runs(text.slice(stop), looks.body), extra);
}

const numbered = (level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;

/**
 * One line of text is one paragraph; its look follows from how it begins:
 * `# ` inner title · `@ ` label of an attachment · `% ` title of an attachment · `* ` person head · `~ ` centred small line ·
 * `1| ` and `2| ` automatic numbers · `= ` plain whatever it begins with · 第X章, 第X条, 一、, （一）, 1. by themselves.
 */
function lineNodes(line) {
  const mark = line.slice(0, 2);
  const rest = line.slice(2);
  if (mark === '# ') return centred(rest, looks.title);
  if (mark === '@ ') return paragraph(`<w:r><w:br w:type="page"/></w:r>${run(rest, looks.hei)}`);
  if (mark === '% ') return centred(rest, looks.title);
  if (mark === '* ') return bodyLine(runs(rest, looks.kai));
  if (mark === '= ') return bodyLine(runs(rest, looks.body));
  if (mark === '~ ') return centred(rest, looks.record);
  if (line.startsWith('1| ')) return headed(line.slice(3), looks.hei, numbered(0));
  if (line.startsWith('2| ')) return headed(line.slice(3), looks.kai, numbered(1));
  if (/^第[一二三四五六七八九十]+章/.test(line)) return centred(line, looks.hei);
  const article = /^第[一二三四五六七八九十]+条/.exec(line);
  if (article !== null) return bodyLine(run(article[0], looks.hei) + runs(line.slice(article[0].length), looks.body));
  if (/^[一二三四五六七八九十]+、/.test(line)) return headed(line, looks.hei);
  if (/^（[一二三四五六七八九十]+）/.test(line)) return headed(line, looks.kai);
  if (/^\d+\./.test(line)) return headed(line, looks.bold);
  return bodyLine(runs(line, looks.body));
}

const border = (name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const tableBorders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`;

function tableStart(columns) {
  const total = columns.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${tableBorders}</w:tblPr><w:tblGrid>${columns
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>`;
}

/** A cell is its text, `[text, columns]`, or `^` where the cell above goes on; `head` rows are repeated on every page. */
function table({ columns, head, rows }) {
  const grid = rows.map((row) => {
    let at = 0;
    return row.map((cell) => {
      const [text, span] = Array.isArray(cell) ? cell : [cell, 1];
      const start = at;
      at += span;
      return { text, span, start };
    });
  });
  const xml = grid.map((row, r) => {
    const cells = row.map(({ text, span, start }) => {
      const below = grid[r + 1]?.find((cell) => cell.start === start);
      const merge = text === '^' ? '<w:vMerge/>' : below?.text === '^' ? '<w:vMerge w:val="restart"/>' : '';
      const width = columns.slice(start, start + span).reduce((sum, column) => sum + column, 0);
      const long = text.length > 9 && r >= head;
      const shown = text === '^' ? '' : text;
      const lines = shown
        .split('\n')
        .map((line) => paragraph(runs(line, r < head ? looks.cellHead : looks.cell), `<w:jc w:val="${long ? 'both' : 'center'}"/>`));
      const spanXml = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanXml}${merge}<w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`;
    });
    return `<w:tr>${r < head ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  });
  return `${tableStart(columns)}${xml.join('')}</w:tbl>${paragraph('')}`;
}

/** A framed box is a table of one cell, as offices make it. */
function box(lines) {
  const inner = lines.map((line, index) =>
    index === 0 ? centred(line, looks.cellHead) : paragraph(runs(line, looks.cell), '<w:ind w:firstLineChars="200" w:firstLine="480"/>'),
  );
  return `${tableStart([8800])}<w:tr><w:tc><w:tcPr><w:tcW w:w="8800" w:type="dxa"/></w:tcPr>${inner.join('')}</w:tc></w:tr></w:tbl>${paragraph('')}`;
}

const emuPerPoint = 12700;
function figure({ width, height, description }) {
  const size = `cx="${width * emuPerPoint}" cy="${height * emuPerPoint}"`;
  const picture =
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  const graphic = `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picture}</a:graphicData></a:graphic>`;
  const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="1" name="图1" descr="${description}"/>${graphic}</wp:inline>`;
  return paragraph(`<w:r><w:drawing>${inline}</w:drawing></w:r>`, '<w:jc w:val="center"/>');
}

function bodyNodes(body) {
  return body
    .map((part) => {
      if (typeof part === 'string') return part.trim().split('\n').map(lineNodes).join('');
      if (part.rows !== undefined) return table(part);
      if (part.box !== undefined) return box(part.box.trim().split('\n'));
      return figure(part);
    })
    .join('');
}

const redRule = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="FF0000"/></w:pBdr><w:jc w:val="center"/>';
const thinRule = (side) => `<w:pBdr>${`<w:${side} w:val="single" w:sz="8" w:space="1" w:color="auto"/>`}</w:pBdr>`;

/** Reads `2026年1月6日` off an ISO date. */
function chineseDate(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function officialXml(document) {
  const red = centred(`${document.issuer}文件`, looks.redHead) + paragraph(run(document.number, looks.body), redRule) + paragraph('');
  const title = document.title.map((line) => centred(line, looks.title)).join('') + paragraph('');
  const to = document.to === undefined ? '' : paragraph(run(document.to, looks.body));
  const right = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>';
  const sign = paragraph(run(document.issuer, looks.body), right) + paragraph(run(chineseDate(document.date), looks.body), right);
  const copies = document.copies ?? '市委各部门，市人大常委会办公室，市政协办公室，市中级人民法院，市人民检察院。';
  const record =
    paragraph(run(`抄送：${copies}`, looks.record), thinRule('top')) +
    paragraph(run(`示例市人民政府办公室　　${chineseDate(document.date)}印发`, looks.record), thinRule('bottom'));
  return red + title + to + bodyNodes(document.body) + sign + bodyNodes(document.enclosed ?? []) + paragraph('') + record;
}

function articleXml(document) {
  const head = document.title.map((line) => centred(line, looks.title)).join('');
  const byline = document.byline === undefined ? '' : centred(document.byline, looks.kai);
  return head + byline + paragraph('') + bodyNodes(document.body);
}

const level = (index, text) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const numbering = `${xmlHead}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const styles = `${xmlHead}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

/** @returns the bytes of the .docx; the same document always gives the same bytes. */
export function wordFile(document) {
  changeId = 0;
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>';
  const inner = document.issuer === undefined ? articleXml(document) : officialXml(document);
  const relation = (id, kind, target) => `<Relationship Id="${id}" Type="${officeRelations}/${kind}" Target="${target}"/>`;
  const image = document.picture === undefined ? '' : relation('rId3', 'image', 'media/image1.png');
  const override = (part, type) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  const parts = {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('numbering', 'numbering')}</Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${packageRelations}">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': `${xmlHead}<w:document ${namespaces}><w:body>${inner}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${xmlHead}<Relationships xmlns="${packageRelations}">${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'numbering', 'numbering.xml')}${image}</Relationships>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
  };
  const encoder = new TextEncoder();
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)]));
  if (document.picture !== undefined) files['word/media/image1.png'] = document.picture;
  // A zip knows local time only; a Date made of local parts therefore gives the same bytes in every time zone.
  return zipSync(files, { level: 9, mtime: new Date(2026, 0, 5, 8, 0, 0) });
}
