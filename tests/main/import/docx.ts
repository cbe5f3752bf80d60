/** Builds small .docx files for the tests of the import: only the parts that a test names. */
import { strToU8, zipSync } from 'fflate';
import { readSubmission } from '../../../main/import/index.ts';
import { type Draft, type DraftNode, type DraftParagraph, draftText } from '../../../shared/recognize/draft.ts';
import type { Message } from '../../../shared/result.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:x="urn:example:unknown"',
].join(' ');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly theme?: string;
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** More relations of the document: id → [type, target, external]. */
  readonly relations?: Readonly<Record<string, readonly [string, string, boolean?]>>;
  readonly contentType?: string;
  readonly prolog?: string;
  readonly documentPart?: string;
}

export function docx(parts: Parts): Uint8Array {
  const main = parts.documentPart ?? 'word/document.xml';
  const relations: string[] = [];
  const relate = (id: string, type: string, target: string, external = false) =>
    relations.push(`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`);
  const files: Record<string, Uint8Array> = {};
  const part = (name: 'styles' | 'numbering' | 'footnotes' | 'comments', root: string) => {
    const content = parts[name];
    if (content === undefined) return;
    files[`word/${name}.xml`] = strToU8(`<w:${root} ${NAMESPACES}>${content}</w:${root}>`);
    relate(`rel-${name}`, name, `${name}.xml`);
  };
  part('styles', 'styles');
  part('numbering', 'numbering');
  part('footnotes', 'footnotes');
  part('comments', 'comments');
  if (parts.header !== undefined) {
    files['word/header1.xml'] = strToU8(`<w:hdr ${NAMESPACES}>${parts.header}</w:hdr>`);
    relate('rel-header', 'header', 'header1.xml');
  }
  if (parts.theme !== undefined) {
    files['word/theme.xml'] = strToU8(
      `<a:theme ${NAMESPACES}><a:themeElements><a:fontScheme>${parts.theme}</a:fontScheme></a:themeElements></a:theme>`,
    );
    relate('rel-theme', 'theme', 'theme.xml');
  }
  for (const [name, bytes] of Object.entries(parts.media ?? {})) files[`word/media/${name}`] = bytes;
  for (const [id, [type, target, external]] of Object.entries(parts.relations ?? {})) relate(id, type, target, external);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const file = main.slice(main.lastIndexOf('/') + 1);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${parts.contentType ?? WORD}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="/${main}"/></Relationships>`,
    ),
    [`${folder}_rels/${file}.rels`]: strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    [main]: strToU8(`${parts.prolog ?? ''}<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`),
    ...files,
  });
}

/** `<w:p>` with one run. */
export function p(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text, run)}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export interface Read {
  readonly draft: Draft;
  readonly messages: readonly Message[];
}

export async function readDocx(parts: Parts | string): Promise<Read> {
  const outcome = await readSubmission({ name: '示例.docx', bytes: docx(typeof parts === 'string' ? { body: parts } : parts) });
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.text}`);
  return { draft: outcome.value, messages: outcome.messages };
}

export function paragraphs(draft: Draft): readonly DraftParagraph[] {
  return draft.nodes.filter((node) => node.kind === 'paragraph');
}

export function texts(draft: Draft): readonly string[] {
  return paragraphs(draft).map(draftText);
}

/** All text of a draft without blanks. */
export function wholeText(nodes: readonly DraftNode[]): string {
  const of = (node: DraftNode): string => {
    if (node.kind === 'paragraph') return draftText(node);
    if (node.kind === 'box') return node.paragraphs.map(draftText).join('');
    return node.kind === 'table' ? node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(draftText))).join('') : '';
  };
  return nodes.map(of).join('').replace(/\s/g, '');
}

/** The grid of the first table: text, spans where they are not 1. */
export function grid(draft: Draft): readonly (readonly string[])[] {
  const table = draft.nodes.find((node) => node.kind === 'table');
  if (table === undefined) return [];
  return table.rows.map((row) =>
    row.cells.map(
      (cell) =>
        `${cell.paragraphs.map(draftText).join('¶')}${cell.columnSpan * cell.rowSpan > 1 ? `[${cell.columnSpan}x${cell.rowSpan}]` : ''}`,
    ),
  );
}
