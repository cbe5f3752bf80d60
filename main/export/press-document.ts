/**
 * An empty PDF/X-4 file (ISO 15930-7; standards b8) that pages are put into: version, output intent, metadata, boxes, id.
 * Uses private fields of pdfkit (0.20.2, pinned): `_root`, `_id`, `endMetadata`; the tests read the file back.
 */
import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { IssueHead } from '../../shared/issue/issue.ts';
import type { OutputCondition } from '../../shared/print/papers.ts';
import { dateOf, issueTitle } from './pdf.ts';
import { xmpPacket } from './press-xmp.ts';

/** The registry in which the conditions of output are named. */
const REGISTRY = 'http://www.color.org';

/** Thousandths of a point. */
export function millimetres(value: number): number {
  return Math.round((value * 72_000) / 25.4);
}

/** A rectangle in thousandths of a point, y down from the upper left corner of the sheet. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export interface PressSheet {
  readonly width: number;
  readonly height: number;
  readonly trim: Rectangle;
  readonly bleed: Rectangle;
}

export interface PressDocument {
  readonly document: PDFKit.PDFDocument;
  /** Begins a page with its boxes. */
  addSheet(sheet: PressSheet): void;
  /** Writes the content of the page that was begun last. */
  fill(content: string): void;
  finish(): Promise<Uint8Array>;
}

interface Inside {
  readonly _root: { readonly data: Record<string, unknown> };
  _id: Uint8Array;
  endMetadata(): void;
}

/** Graphics states of the page: black overprints, everything else knocks out what is below it; and the colour of the marks. */
export const resourceNames = { overprint: 'GSover', knockout: 'GSknock', allPlates: 'CSAll' } as const;

export function newPressDocument(head: IssueHead, output: OutputCondition, profile: Uint8Array): PressDocument {
  const producer = '公报编辑台';
  const date = dateOf(head);
  const title = issueTitle(head);
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.6',
    lang: 'zh-CN',
    font: null as unknown as string,
    info: { Title: title, Author: head.gazette, Creator: producer, Producer: producer, CreationDate: date, ModDate: date },
  });
  const inside = document as unknown as Inside;
  Object.assign(document.info, { Trapped: pdfName('False'), GTS_PDFXVersion: 'PDF/X-4' });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  inside._root.data.OutputIntents = [outputIntent(document, output, profile)];
  const overprint = ended(document.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }));
  const knockout = ended(document.ref({ Type: 'ExtGState', OP: false, op: false, OPM: 0 }));
  const tint = ended(document.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }));
  const allPlates = ended(document.ref(['Separation', 'All', 'DeviceCMYK', tint] as unknown as Record<string, unknown>));
  const identity = createHash('md5').update(title).update(profile);
  return {
    document,
    addSheet(sheet) {
      document.addPage({ size: [sheet.width / 1000, sheet.height / 1000], margin: 0 });
      const { page } = document;
      const { data } = page.dictionary as unknown as { data: Record<string, unknown> };
      // One unit is a point; PDF/X does not want the key that says so.
      delete data.UserUnit;
      data.BleedBox = box(sheet.bleed, sheet.height);
      data.TrimBox = box(sheet.trim, sheet.height);
      Object.assign(page.ext_gstates, { [resourceNames.overprint]: overprint, [resourceNames.knockout]: knockout });
      Object.assign((page as unknown as { colorSpaces: object }).colorSpaces, { [resourceNames.allPlates]: allPlates });
      identity.update(JSON.stringify(sheet));
    },
    fill(content) {
      identity.update(content);
      document.addContent(content);
    },
    async finish() {
      const id = identity.digest();
      inside._id = id;
      inside.endMetadata = () => {
        const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
        // In clear, so that a search without a PDF reader finds it.
        (metadata as unknown as { compress: boolean }).compress = false;
        metadata.end(Buffer.from(xmpPacket({ title, author: head.gazette, producer, date, identity: id })));
        inside._root.data.Metadata = metadata;
      };
      document.end();
      await finished;
      return Buffer.concat(chunks);
    },
  };
}

function outputIntent(document: PDFKit.PDFDocument, output: OutputCondition, profile: Uint8Array): PDFKit.PDFKitReference {
  const stream = document.ref({ N: 4 });
  stream.end(Buffer.from(profile));
  return ended(
    document.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFX',
      OutputConditionIdentifier: new String(output.identifier),
      OutputCondition: new String(output.condition),
      Info: new String(output.info),
      RegistryName: new String(REGISTRY),
      DestOutputProfile: stream,
    }),
  );
}

function ended(reference: PDFKit.PDFKitReference): PDFKit.PDFKitReference {
  // Without the Buffer the types want; an object without a stream has none.
  (reference as unknown as { end(): void }).end();
  return reference;
}

/** pdfkit writes texts of Info as strings; `Trapped` must be a name. */
function pdfName(name: string): object {
  return { [Symbol.toStringTag]: 'Name', toString: () => `/${name}` };
}

/** In PDF y grows upwards. */
function box({ x, y, width, height }: Rectangle, sheetHeight: number): number[] {
  return [x, sheetHeight - y - height, x + width, sheetHeight - y].map((value) => value / 1000);
}
