/** A document → its zones: one entry a block type, so that a new type that is forgotten here does not compile. */
import {
  articleLabel,
  type Block,
  type BlockType,
  blockText,
  isChapterHead,
  runInText,
  runsText,
  type TextRun,
} from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';
import { attachmentOpensPage } from './attachments.ts';
import { pushColumnBox } from './column-box.ts';
import { documentHead, type HeadLine, headZone } from './heads.ts';
import { innerContents, pushInnerContents } from './inner-contents.ts';
import { nameLists, pushPerson } from './name-lists.ts';
import { boxLook, frameOf, pushFigure, pushTable, tableLook, tableSource } from './objects.ts';
import { bodyLook, type Flow, headingLook, noteMissing, pushChapter, pushParagraph, spansOf } from './paragraphs.ts';
import { tableNotes } from './table-notes.ts';
import { cohesionOf } from './title-cohesion.ts';
import type { DocumentFlow, FlowContext } from './zone.ts';

export function flowDocument(document: GazetteDocument, context: FlowContext): DocumentFlow {
  const flow: Flow = { ...context, zones: [], missing: [] };
  const head = documentHead(document, context, (characters) => noteMissing(flow, -1, characters));
  const { addressees } = document;
  if (addressees !== null) {
    const setting = { block: -1, key: document, as: 'addressees', firstEms: 0, restEms: 0, part: 'addressees' as const };
    pushParagraph(flow, setting, () => spansOf(flow, [{ text: addressees }], bodyLook(flow)));
  }
  const notes = tableNotes(document.blocks);
  const withTables = new Set([...notes.values()].flatMap(({ above, below }) => [...above, ...below]));
  const persons = nameLists(document.blocks);
  const contents = innerContents(document.blocks);
  const end = printedEnd(document.blocks);
  document.blocks.forEach((block, index) => {
    if (index >= end) return;
    const around = notes.get(index);
    if (block.type === 'table' && around !== undefined)
      pushTable(flow, index, tableSource(block), tableLook(flow), { blocks: document.blocks, notes: around });
    else if (block.type === 'paragraph' && persons.has(index)) pushPerson(flow, index, block.children);
    else if (block.type === 'paragraph' && contents.has(index))
      pushInnerContents(flow, index, block.children, contents.get(index) as 'head' | 'entry');
    else if (!withTables.has(index)) (writers[block.type] as Writer)(flow, block, index, document);
  });
  return { head, zones: flow.zones, missing: flow.missing };
}

/** Behind the last block that prints something; what is empty after it must not open a page. */
function printedEnd(blocks: readonly Block[]): number {
  return blocks.findLastIndex((block) => block.type !== 'paragraph' || /\S/.test(blockText(block))) + 1;
}

type Writer = (flow: Flow, block: Block, index: number, document: GazetteDocument) => void;
type Writers = {
  readonly [T in BlockType]: (flow: Flow, block: Extract<Block, { type: T }>, index: number, document: GazetteDocument) => void;
};

const INDENTED = { firstEms: 2, restEms: 0 } as const;

const writers: Writers = {
  title: (flow, block, index, document) =>
    across(
      flow,
      index,
      [{ text: runsText(block.children), style: flow.style.innerTitle, align: 'center', cohesion: cohesionOf(document) }],
      false,
    ),
  subtitle: (flow, block, index) =>
    across(flow, index, [{ text: runsText(block.children), style: flow.style.subtitle, align: 'center' }], false),
  heading: (flow, block, index) => {
    const { children, level, tight } = block;
    if (flow.style.chapterLines > 0 && isChapterHead(block)) return pushChapter(flow, index, children);
    const keepNext = runInText(children) === '';
    pushParagraph(flow, { block: index, key: children, as: `heading ${level}`, ...INDENTED, keepNext, tight }, () =>
      spansOf(flow, children, headingLook(flow, level)),
    );
  },
  article: (flow, { children, tight }, index) => {
    const label = articleLabel(runsText(children));
    pushParagraph(flow, { block: index, key: children, as: 'article', ...INDENTED, tight }, () => [
      { text: label, role: 'hei', size: flow.geometry.size },
      ...spansOf(flow, dropFront(children, label.length), bodyLook(flow)),
    ]);
  },
  paragraph: (flow, { children, align, tight }, index) => {
    const set = align === 'center' || align === 'right' ? align : 'justify';
    const firstEms = set === 'justify' ? 2 : 0;
    pushParagraph(flow, { block: index, key: children, as: `paragraph ${set}`, firstEms, restEms: 0, align: set, tight }, () =>
      spansOf(flow, children, bodyLook(flow)),
    );
  },
  note: (flow, { children, tight }, index) =>
    pushParagraph(flow, { block: index, key: children, as: 'note', ...INDENTED, tight }, () => spansOf(flow, children, bodyLook(flow))),
  attachment: (flow, { children }, index) => {
    const text = runsText(children);
    const numbered = /^附.{0,2}[：:]\s*[0-9０-９]/.test(text);
    // Turned-over lines and the next items stand below the first character of the name (GB/T 9704 7.3.4).
    const indents = /^附/.test(text) ? { firstEms: 2, restEms: numbered ? 6 : 5 } : { firstEms: 5, restEms: 6 };
    pushParagraph(flow, { block: index, key: children, as: 'attachment', ...indents }, () => spansOf(flow, children, bodyLook(flow)));
  },
  attachmentTitle: (flow, block, index, document) => {
    const { attachmentLabel, innerTitle } = flow.style;
    const label: HeadLine = {
      text: block.label,
      style: { ...attachmentLabel, linesEach: 1, linesBefore: 1, linesAfter: 0 },
      align: 'left',
      part: 'label',
    };
    const title: HeadLine = { text: runsText(block.children), style: innerTitle, align: 'center', cohesion: cohesionOf(document) };
    const lines = block.label === '' ? [title] : [label, { ...title, style: { ...innerTitle, linesBefore: 0 } }];
    across(flow, index, lines, attachmentOpensPage(document.blocks, index, flow.style));
  },
  sign: (flow, { children }, index) => {
    pushParagraph(flow, { block: index, key: children, as: 'sign', firstEms: 0, restEms: 0, align: 'right', keepNext: true }, () =>
      spansOf(flow, children, bodyLook(flow)),
    );
  },
  signDate: (flow, { children }, index) => {
    pushParagraph(flow, { block: index, key: children, as: 'signDate', firstEms: 0, restEms: 0, align: 'right' }, () =>
      spansOf(flow, children, bodyLook(flow)),
    );
  },
  table: (flow, block, index) => pushTable(flow, index, tableSource(block), tableLook(flow)),
  figure: (flow, block, index) => pushFigure(flow, index, block),
  box: (flow, block, index) => {
    if (block.inColumn === true && flow.geometry.columns > 1) pushColumnBox(flow, index, block);
    else pushTable(flow, index, { key: block.children, as: 'box', block: () => frameOf(block.children) }, boxLook(flow));
  },
};

function across(flow: Flow, block: number, lines: readonly HeadLine[], newPage: boolean): void {
  flow.zones.push(headZone(lines, flow, block, newPage, (characters) => noteMissing(flow, block, characters)));
}

function dropFront(runs: readonly TextRun[], length: number): TextRun[] {
  const rest: TextRun[] = [];
  let left = length;
  for (const run of runs) {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    if (cut < run.text.length) rest.push({ ...run, text: run.text.slice(cut) });
  }
  return rest;
}
