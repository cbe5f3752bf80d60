/** Reads a .doc (Word 97–2003 binary) into a draft: text by the piece table, look by the property pages. */

import type { Draft, DraftNode } from '../../shared/recognize/draft.ts';
import { accepted, type Outcome } from '../../shared/result.ts';
import type { CompoundFile } from './compound.ts';
import { createImageStore } from './images.ts';
import { createListCounter } from './list-numbers.ts';
import { createRemarks, type LeftOut, leftOutMessage } from './material.ts';
import { openWord97, type Word97File } from './word97-file.ts';
import { readLists97 } from './word97-lists.ts';
import { readCharacterRuns, readParagraphRuns } from './word97-properties.ts';
import { type Context97, readStory97 } from './word97-story.ts';
import { readStyles97 } from './word97-styles.ts';

/**
 * The opened container of a .doc → its draft. Throws BadMaterial when the file is encrypted, older than Word 97 or
 * damaged so that its text cannot be found.
 */
export function readWord97(compound: CompoundFile, fileName: string): Outcome<Draft> {
  const file = openWord97(compound);
  const remarks = createRemarks();
  const images = createImageStore();
  const left: LeftOut = { deletions: 0, hidden: 0, comments: 0, headersAndFooters: 0 };
  const { parts } = file;
  const endnotesAt = parts.main + parts.footnotes + parts.headers + parts.comments;
  const footnotes = readNotes(file, 2, 3, parts.main);
  const endnotes = readNotes(file, 46, 47, endnotesAt);
  const boxes = readTextBoxes(file, endnotesAt + parts.endnotes);
  const context: Context97 = {
    file,
    characters: readCharacterRuns(file),
    paragraphs: readParagraphRuns(file),
    styles: readStyles97(file),
    lists: readLists97(file),
    counter: createListCounter((format) =>
      remarks.add('number-format-unknown', 'warning', `自动编号的格式“${format}”认不出，已改成阿拉伯数字，请对照原稿改正`),
    ),
    images,
    remarks,
    left,
    noteMarks: new Map(
      [...footnotes, ...endnotes].flatMap((note) => [[note.reference, note.mark] as const, [note.start, note.mark] as const]),
    ),
    boxAnchors: new Set(boxes.map((box) => box.anchor)),
  };
  const boxNodes = new Map<number, DraftNode[]>();
  const loose: DraftNode[] = [];
  for (const box of boxes) {
    const nodes = boxContent(readStory97(context, box.start, box.end, new Map()));
    if (box.anchor < 0) loose.push(...nodes);
    else boxNodes.set(box.anchor, [...(boxNodes.get(box.anchor) ?? []), ...nodes]);
  }
  const nodes = [...readStory97(context, 0, parts.main, boxNodes)];
  for (const note of [...footnotes, ...endnotes]) nodes.push(...readStory97(context, note.start, note.end, new Map()));
  nodes.push(...loose);
  // Structure 4: references of comments, 30 bytes each.
  left.comments = Math.max(0, Math.floor((file.structure(4).length - 4) / 34));
  left.headersAndFooters = countHeaders(file);
  return accepted({ nodes, images: images.all() }, [...leftOutMessage(left, fileName), ...remarks.messages(fileName)]);
}

interface Note97 {
  readonly reference: number;
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Notes by the structures of their references and of their texts; `base` is where the texts begin. */
function readNotes(file: Word97File, referenceIndex: number, textIndex: number, base: number): readonly Note97[] {
  const references = file.structure(referenceIndex);
  const texts = file.structure(textIndex);
  const count = Math.max(0, Math.floor((references.length - 4) / 6));
  const notes: Note97[] = [];
  let number = 0;
  for (let i = 0; i < count && (i + 2) * 4 <= texts.length; i += 1) {
    const automatic = file.table.getUint16(references.at + (count + 1) * 4 + i * 2, true) !== 0;
    if (automatic) number += 1;
    notes.push({
      reference: file.table.getUint32(references.at + i * 4, true),
      start: base + file.table.getUint32(texts.at + i * 4, true),
      end: base + file.table.getUint32(texts.at + i * 4 + 4, true),
      mark: automatic ? String(number) : '',
    });
  }
  return notes;
}

interface TextBox97 {
  readonly anchor: number;
  readonly start: number;
  readonly end: number;
}

/** Text boxes (structure 56) and where their shapes are anchored (structure 40), by the number of the shape. */
function readTextBoxes(file: Word97File, base: number): readonly TextBox97[] {
  const texts = file.structure(56);
  const shapes = file.structure(40);
  const anchors = new Map<number, number>();
  const shapeCount = Math.max(0, Math.floor((shapes.length - 4) / 30));
  for (let i = 0; i < shapeCount; i += 1) {
    anchors.set(file.table.getUint32(shapes.at + (shapeCount + 1) * 4 + i * 26, true), file.table.getUint32(shapes.at + i * 4, true));
  }
  const count = Math.max(0, Math.floor((texts.length - 4) / 26));
  const boxes: TextBox97[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = base + file.table.getUint32(texts.at + i * 4, true);
    const end = base + file.table.getUint32(texts.at + i * 4 + 4, true);
    const shape = file.table.getUint32(texts.at + (count + 1) * 4 + i * 22 + 14, true);
    if (end > start) boxes.push({ anchor: anchors.get(shape) ?? -1, start, end });
  }
  return boxes;
}

/** A red or single line is the head of a template; several lines are a box. Frames are not read from .doc. */
function boxContent(nodes: readonly DraftNode[]): readonly DraftNode[] {
  const paragraphs = nodes.flatMap((node) => (node.kind === 'paragraph' && node.runs.some((run) => /\S/.test(run.text)) ? [node] : []));
  const others = nodes.filter((node) => node.kind !== 'paragraph');
  const red = paragraphs.some((paragraph) =>
    paragraph.runs.some((run) => run.color !== undefined && /^[B-F].[0-6].[0-6].$/.test(run.color)),
  );
  if (paragraphs.length === 0) return others;
  if (red || paragraphs.length === 1) return [...paragraphs.map((paragraph) => ({ ...paragraph, inTextBox: true as const })), ...others];
  return [{ kind: 'box', paragraphs }, ...others];
}

/** Structure 11: the first six stories separate notes, then six for each section. */
function countHeaders(file: Word97File): number {
  const place = file.structure(11);
  const base = file.parts.main + file.parts.footnotes;
  let count = 0;
  for (let i = 6; (i + 2) * 4 <= place.length; i += 1) {
    const start = base + file.table.getUint32(place.at + i * 4, true);
    const end = base + file.table.getUint32(place.at + i * 4 + 4, true);
    if (end > start && end <= base + file.parts.headers && /[^\s\u0000-\u0008]/.test(file.text.slice(start, end))) count += 1;
  }
  return count;
}
