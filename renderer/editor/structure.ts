/** The shape that a document must keep whatever is done to it: its head first and once, elements where elements belong. */
import { Editor, Element, Node, Text, Transforms } from 'slate';
import { emptyParagraph } from './document-value.ts';
import type { ElementType, GazetteEditor, HeadFields } from './slate-value.ts';

/** What stands in an element that holds elements. */
const inner: Readonly<Partial<Record<ElementType, ElementType>>> = {
  table: 'tableRow',
  tableRow: 'tableCell',
  tableCell: 'cellParagraph',
  box: 'cellParagraph',
};

/** These must hold something; a row without cells is one that spans from above cover. */
const mayBeEmpty: readonly ElementType[] = ['tableRow'];

export function withStructure(editor: GazetteEditor): GazetteEditor {
  const { normalizeNode } = editor;
  let fields: HeadFields | undefined;
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (path.length === 0) {
      const first = editor.children[0];
      if (Element.isElement(first) && first.type === 'headTitle') fields = first.fields ?? fields;
      else {
        // Deleted together with what followed it: what it said besides the title is not lost.
        Transforms.insertNodes(editor, { type: 'headTitle', fields: fields ?? noFields, children: [{ text: '' }] }, { at: [0] });
        return;
      }
      if (mendRoot(editor)) return;
    } else if (Element.isElement(node) && mendElement(editor, node, path)) return;
    normalizeNode(entry, options);
  };
  return editor;
}

const noFields: HeadFields = { subtitle: null, docNumber: null, date: null, issuer: null, addressees: null, authors: [], byline: null };

/** @returns true when it changed something; Slate then comes again. */
function mendRoot(editor: GazetteEditor): boolean {
  for (const [index, node] of editor.children.entries()) {
    const isHead = Element.isElement(node) && node.type === 'headTitle';
    if (index > 0 && isHead) {
      Transforms.unsetNodes(editor, 'fields', { at: [index] });
      Transforms.setNodes(editor, { type: 'paragraph' }, { at: [index] });
      return true;
    }
    // Rows, cells and their paragraphs that came out of a table are paragraphs.
    if (Element.isElement(node) && (node.type === 'tableRow' || node.type === 'tableCell')) {
      Transforms.unwrapNodes(editor, { at: [index] });
      return true;
    }
    if (Element.isElement(node) && node.type === 'cellParagraph') {
      Transforms.setNodes(editor, { type: 'paragraph' }, { at: [index] });
      return true;
    }
  }
  if (editor.children.length < 2) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: [editor.children.length] });
    return true;
  }
  return false;
}

function mendElement(editor: GazetteEditor, element: Element, path: number[]): boolean {
  if (element.type === 'figure' && element.image === undefined) {
    sayNoPicture(editor, element, path);
    return true;
  }
  const wanted = inner[element.type];
  if (wanted !== undefined) return mendHolder(editor, element, path, wanted);
  for (const [index, child] of element.children.entries()) {
    if (!Element.isElement(child)) continue;
    // A paragraph that got into a paragraph, as pasted text does.
    Transforms.unwrapNodes(editor, { at: [...path, index] });
    return true;
  }
  if (element.type === 'headTitle') return unmark(editor, element, path, ['bold', 'superscript', 'subscript', 'runIn']);
  if (element.type !== 'heading') return unmark(editor, element, path, ['runIn']);
  return mendRunIn(editor, element, path);
}

/** A figure without a picture says so; Slate takes null for nothing where it parts what was joined, as undo does, and cannot set it. */
function sayNoPicture(editor: Editor, figure: Element, path: number[]): void {
  const { selection } = editor;
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: path });
    Transforms.insertNodes(editor, { ...figure, image: null }, { at: path });
    if (selection !== null) Transforms.select(editor, selection);
  });
}

function mendHolder(editor: GazetteEditor, element: Element, path: number[], wanted: ElementType): boolean {
  const elements = element.children.filter((child) => Element.isElement(child));
  if (elements.length === 0) {
    if (mayBeEmpty.includes(element.type)) return false;
    if (element.type === 'table') Transforms.removeNodes(editor, { at: path });
    else Transforms.wrapNodes(editor, { type: wanted, children: [] }, { at: [...path, 0] });
    return true;
  }
  for (const [index, child] of element.children.entries()) {
    if (Text.isText(child)) {
      if (child.text === '') Transforms.removeNodes(editor, { at: [...path, index] });
      else Transforms.wrapNodes(editor, { type: wanted, children: [], ...(wanted === 'tableCell' ? span : {}) }, { at: [...path, index] });
      return true;
    }
    if (child.type === wanted) continue;
    if (wanted === 'cellParagraph') {
      if (child.children.some((grandchild) => Element.isElement(grandchild))) Transforms.unwrapNodes(editor, { at: [...path, index] });
      else Transforms.setNodes(editor, { type: wanted }, { at: [...path, index] });
    } else Transforms.wrapNodes(editor, { type: wanted, children: [], ...(wanted === 'tableCell' ? span : {}) }, { at: [...path, index] });
    return true;
  }
  return false;
}

const span = { columnSpan: 1, rowSpan: 1 } as const;

function unmark(
  editor: GazetteEditor,
  element: Element,
  path: number[],
  marks: readonly ('bold' | 'superscript' | 'subscript' | 'runIn')[],
): boolean {
  const found = marks.filter((mark) => element.children.some((child) => Text.isText(child) && child[mark] !== undefined));
  if (found.length === 0) return false;
  Transforms.unsetNodes(editor, [...found] as 'bold'[], { at: path, match: (node) => Text.isText(node) });
  return true;
}

/** Behind the beginning of the text of a run-in heading everything is text; without a heading before it nothing is. */
function mendRunIn(editor: GazetteEditor, element: Element, path: number[]): boolean {
  const first = element.children.findIndex((child) => Text.isText(child) && child.runIn === true);
  if (first < 0) return false;
  const before = element.children
    .slice(0, first)
    .map((child) => Node.string(child))
    .join('');
  if (before === '') return unmark(editor, element, path, ['runIn']);
  const late = element.children.findIndex((child, index) => index > first && Text.isText(child) && child.runIn !== true);
  if (late < 0) return false;
  Transforms.setNodes(editor, { runIn: true }, { at: [...path, late] });
  return true;
}
