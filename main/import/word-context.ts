/** What the readers of one .docx share while they walk it. */
import type { DraftNode, DraftParagraph, DraftRun } from '../../shared/recognize/draft.ts';
import type { ImageStore } from './images.ts';
import type { ListCounter } from './list-numbers.ts';
import type { LeftOut, Remarks } from './material.ts';
import type { Numbering } from './word-numbering.ts';
import type { WordPackage } from './word-package.ts';
import type { Style, Styles, ThemeFonts } from './word-styles.ts';
import type { XmlElement } from './xml.ts';

export interface WordContext {
  readonly file: WordPackage;
  readonly styles: Styles;
  readonly theme: ThemeFonts;
  readonly numbering: Numbering;
  readonly counter: ListCounter;
  readonly images: ImageStore;
  readonly remarks: Remarks;
  readonly left: LeftOut;
  readonly notes: NoteNumbers;
  /** Reads a story of its own (text box, note). Handed in, because a story holds paragraphs and a paragraph may hold a story. */
  readonly readStory: (part: string, root: XmlElement, note?: NoteMark) => readonly DraftNode[];
}

/** Number of the note that is being read, for `w:footnoteRef`. */
export interface NoteMark {
  readonly text: string;
  used: boolean;
}

export interface NoteNumbers {
  /** Number for a reference to a note; the note itself is remembered, to be read at the end. */
  readonly refer: (kind: 'footnote' | 'endnote', id: string, custom: boolean) => string;
}

/** One text flow: a part's body, a text box, a note. Fields may run over its paragraphs. */
export interface Story {
  readonly part: string;
  readonly context: WordContext;
  /** Marks of fields that are complete; a stray begin mark must not swallow the rest of the text. */
  readonly fieldMarks: ReadonlySet<XmlElement>;
  readonly fields: OpenField[];
  readonly note: NoteMark | undefined;
}

export interface OpenField {
  showing: boolean;
  code: string;
  separated: boolean;
}

/** Gathers the runs of a paragraph, neighbours of the same look in one. */
export interface RunBuilder {
  readonly add: (text: string, hints: Omit<DraftRun, 'text'>) => void;
  readonly runs: () => readonly DraftRun[];
  readonly length: () => number;
}

export function createRunBuilder(): RunBuilder {
  const runs: { text: string; key: string; hints: Omit<DraftRun, 'text'> }[] = [];
  let length = 0;
  return {
    add(text, hints) {
      if (text === '') return;
      length += text.length;
      const key = `${hints.font}|${hints.size}|${hints.bold}|${hints.color}|${hints.vertical}`;
      const last = runs.at(-1);
      if (last !== undefined && last.key === key) last.text += text;
      else runs.push({ text, key, hints });
    },
    runs: () => runs.map((run) => ({ text: run.text, ...run.hints })),
    length: () => length,
  };
}

/** What one paragraph yields: nodes before it (text boxes), its runs, nodes behind it (pictures). */
export interface InlineContent {
  readonly builder: RunBuilder;
  readonly before: DraftNode[];
  readonly after: DraftNode[];
  readonly style: Style | undefined;
}

export function hasText(paragraph: DraftParagraph): boolean {
  return paragraph.runs.some((run) => /[^\s\u3000]/.test(run.text));
}
