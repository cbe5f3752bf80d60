/** Footnotes and endnotes: numbered where they are referred to, their text at the end of the draft. */
import type { DraftNode, DraftParagraph } from '../../shared/recognize/draft.ts';
import { formatNumber } from './number-format.ts';
import type { NoteMark, NoteNumbers, WordContext } from './word-context.ts';
import { child, childElements, childValue, descendant, integer, type XmlElement } from './xml.ts';

type NoteKind = 'footnote' | 'endnote';
interface Reference {
  readonly kind: NoteKind;
  readonly id: string;
  readonly mark: string;
}

export interface Notes extends NoteNumbers {
  /** The notes that were referred to, in their order: footnotes, then endnotes. */
  readonly read: (context: WordContext) => readonly DraftNode[];
}

/** `settings` and the last section of `body` say how notes are counted; a restart on each page is counted on instead. */
export function createNotes(settings: XmlElement | undefined, document: XmlElement): Notes {
  const references: Reference[] = [];
  const body = child(document, 'w:body');
  const section = child(body, 'w:sectPr');
  const scheme = (kind: NoteKind) => {
    const own = child(section, `w:${kind}Pr`);
    const general = child(settings, `w:${kind}Pr`);
    return {
      format: childValue(own, 'w:numFmt') ?? childValue(general, 'w:numFmt') ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman'),
      start: integer(childValue(own, 'w:numStart') ?? childValue(general, 'w:numStart')) ?? 1,
    };
  };
  const schemes = { footnote: scheme('footnote'), endnote: scheme('endnote') };
  const counts = { footnote: schemes.footnote.start - 1, endnote: schemes.endnote.start - 1 };
  return {
    refer(kind, id, custom) {
      let mark = '';
      if (!custom) {
        counts[kind] += 1;
        mark = formatNumber(counts[kind], schemes[kind].format) ?? String(counts[kind]);
      }
      references.push({ kind, id, mark });
      return mark;
    },
    read(context) {
      const nodes: DraftNode[] = [];
      for (const kind of ['footnote', 'endnote'] as const) {
        const relation = [...context.file.relations(context.file.documentPart).values()].find(
          (entry) => entry.type === `${kind}s` && !entry.external,
        );
        const root = relation === undefined ? undefined : context.file.xml(relation.target);
        if (relation === undefined || root === undefined) continue;
        const stories = new Map(childElements(root).map((entry) => [entry.attributes['w:id'] ?? '', entry]));
        // Indexed on purpose: a note may refer to a further note while it is read.
        for (let i = 0; i < references.length && i < 100_000; i += 1) {
          const reference = references[i];
          const story = reference?.kind === kind ? stories.get(reference.id) : undefined;
          if (reference !== undefined && story !== undefined) {
            stories.delete(reference.id);
            nodes.push(...readNote(context, relation.target, story, reference.mark));
          }
        }
      }
      return nodes;
    },
  };
}

function readNote(context: WordContext, part: string, story: XmlElement, text: string): readonly DraftNode[] {
  const mark: NoteMark = { text, used: false };
  const nodes = context.readStory(part, story, mark);
  if (mark.used || text === '' || descendant(story, 'w:p') === undefined) return nodes;
  const first = nodes.findIndex((node) => node.kind === 'paragraph');
  return nodes.map((node, index): DraftNode => {
    if (index !== first || node.kind !== 'paragraph') return node;
    const numbered: DraftParagraph = { ...node, runs: [{ text, vertical: 'superscript' }, ...node.runs] };
    return numbered;
  });
}
