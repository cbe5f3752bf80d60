/** Reads a .docx (Office Open XML, transitional or strict) into a draft. */

import type { Draft } from '../../shared/recognize/draft.ts';
import { accepted, type Outcome } from '../../shared/result.ts';
import { createImageStore } from './images.ts';
import { createListCounter } from './list-numbers.ts';
import { BadMaterial, createRemarks, type LeftOut, leftOutMessage } from './material.ts';
import { readBlocks } from './word-blocks.ts';
import type { WordContext } from './word-context.ts';
import { completeFieldMarks } from './word-fields.ts';
import { createNotes } from './word-notes.ts';
import { readNumbering } from './word-numbering.ts';
import { openPackage, type WordPackage } from './word-package.ts';
import { readStyles, readTheme } from './word-styles.ts';
import { child, childElements, type XmlElement } from './xml.ts';

/**
 * Bytes of a package that `packageKind` calls `word` → its draft, with messages on what was left out or could not be
 * read. Throws BadMaterial for a package that is damaged.
 */
export function readWord(bytes: Uint8Array, file: string): Outcome<Draft> {
  const source = openPackage(bytes);
  const document = source.xml(source.documentPart);
  const body = child(document, 'w:body');
  if (document === undefined || body === undefined) {
    throw new BadMaterial('damaged-file', '文件已损坏，正文部件里没有正文，请向来稿单位重新索取');
  }
  const part = (type: string): XmlElement | undefined => optionalPart(source, type);
  const theme = readTheme(part('theme'));
  const styles = readStyles(part('styles'), theme);
  const numbering = readNumbering(part('numbering'), styles);
  const images = createImageStore();
  const remarks = createRemarks();
  const left: LeftOut = { deletions: 0, hidden: 0, comments: 0, headersAndFooters: 0 };
  const notes = createNotes(part('settings'), document);
  const counter = createListCounter((format) => {
    remarks.add('number-format-unknown', 'warning', `自动编号的格式“${format}”认不出，已改成阿拉伯数字，请对照原稿改正`);
  });
  const context: WordContext = {
    file: source,
    styles,
    theme,
    numbering,
    counter,
    images,
    remarks,
    left,
    notes,
    readStory: (name, root, note) => readBlocks({ part: name, context, fieldMarks: completeFieldMarks(root), fields: [], note }, root),
  };
  const nodes = [...context.readStory(source.documentPart, body), ...notes.read(context)];
  const comments = part('comments');
  left.comments = comments === undefined ? 0 : childElements(comments).filter((entry) => entry.name === 'w:comment').length;
  left.headersAndFooters = countHeadersAndFooters(source, document);
  return accepted({ nodes, images: images.all() }, [...leftOutMessage(left, file), ...remarks.messages(file)]);
}

function optionalPart(source: WordPackage, type: string): XmlElement | undefined {
  for (const relation of source.relations(source.documentPart).values()) {
    if (relation.type === type && !relation.external) return source.xml(relation.target);
  }
  return undefined;
}

/** Parts that a section refers to and that show something. */
function countHeadersAndFooters(source: WordPackage, document: XmlElement): number {
  const ids = new Set<string>();
  const gather = (element: XmlElement): void => {
    for (const inner of childElements(element)) {
      if (inner.name === 'w:headerReference' || inner.name === 'w:footerReference') ids.add(inner.attributes['r:id'] ?? '');
      else if (inner.name !== 'w:r') gather(inner);
    }
  };
  gather(document);
  const relations = source.relations(source.documentPart);
  let count = 0;
  for (const target of new Set([...ids].map((id) => relations.get(id)?.target))) {
    const root = target === undefined ? undefined : source.xml(target);
    if (root !== undefined && showsSomething(root)) count += 1;
  }
  return count;
}

function showsSomething(element: XmlElement): boolean {
  return childElements(element).some(
    (inner) =>
      ['w:drawing', 'w:pict', 'w:sym', 'w:fldSimple', 'w:instrText'].includes(inner.name) ||
      (inner.name === 'w:t' && inner.children.some((node) => typeof node === 'string' && /\S/.test(node))) ||
      showsSomething(inner),
  );
}
