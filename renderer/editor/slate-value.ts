/** What Slate holds of a document: the head as an element of its own at the top, then the very blocks that are stored. */
import type { BaseEditor, Descendant } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';
import type { Align, BlockType, HeadingLevel, ImageReference } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';

export type ElementType = 'headTitle' | BlockType | 'tableRow' | 'tableCell' | 'cellParagraph';

/** What the head says besides the title; fields of the element, so that undo knows them. */
export type HeadFields = Pick<GazetteDocument, 'subtitle' | 'docNumber' | 'date' | 'issuer' | 'addressees' | 'authors' | 'byline'>;

export interface GazetteText {
  text: string;
  runIn?: true;
  bold?: true;
  superscript?: true;
  subscript?: true;
}
export type Mark = Exclude<keyof GazetteText, 'text'>;

/** One shape for all elements: which fields a type has stands in `fieldsOf`; the guard of the document decides when it is saved. */
export interface GazetteElement {
  type: ElementType;
  children: Descendant[];
  fields?: HeadFields;
  level?: HeadingLevel;
  tight?: true;
  align?: Align;
  label?: string;
  image?: ImageReference | null;
  link?: string;
  inColumn?: true;
  columns?: readonly number[];
  columnSpan?: number;
  rowSpan?: number;
  head?: true;
}

export type GazetteEditor = BaseEditor & ReactEditor & HistoryEditor;

declare module 'slate' {
  interface CustomTypes {
    Editor: GazetteEditor;
    Element: GazetteElement;
    Text: GazetteText;
  }
}

/** The fields besides `type` and `children` that a type may have. */
export const fieldsOf: Readonly<Record<ElementType, readonly (keyof GazetteElement)[]>> = {
  headTitle: ['fields'],
  title: [],
  subtitle: [],
  heading: ['level', 'tight'],
  article: ['tight'],
  paragraph: ['tight', 'align'],
  note: ['tight'],
  attachment: [],
  attachmentTitle: ['label'],
  sign: [],
  signDate: [],
  table: ['columns'],
  tableRow: ['head'],
  tableCell: ['columnSpan', 'rowSpan'],
  cellParagraph: ['align'],
  figure: ['image', 'link'],
  box: ['inColumn'],
};

const written = [
  'title',
  'subtitle',
  'heading',
  'article',
  'paragraph',
  'note',
  'attachment',
  'attachmentTitle',
  'sign',
  'signDate',
] as const;
/** Blocks of one stretch of text, which can become one another. */
export type WrittenType = (typeof written)[number];

export function isWritten(type: ElementType): type is WrittenType {
  return (written as readonly string[]).includes(type);
}
