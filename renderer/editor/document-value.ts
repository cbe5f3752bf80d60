/**
 * The way of a document into the editor and back. Both ways keep what was not touched as the same objects: what was only
 * looked at is stored as it was, to the letter.
 */
import { type Descendant, Element, Node, Text } from 'slate';
import type { Block } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { fieldsOf, type GazetteElement, type HeadFields } from './slate-value.ts';

const opened = new WeakMap<object, GazetteElement>();
const closed = new WeakMap<object, object>();

/** The title stands first, its hand-set lines parted by `\n`; a document without text gets one paragraph to type into. */
export function toValue(document: GazetteDocument): Descendant[] {
  const { subtitle, docNumber, date, issuer, addressees, authors, byline } = document;
  const fields: HeadFields = { subtitle, docNumber, date, issuer, addressees, authors, byline };
  const head: GazetteElement = { type: 'headTitle', fields, children: [{ text: document.titleLines.join('\n') }] };
  const blocks = document.blocks.map((block) => openElement(block as unknown as GazetteElement));
  return [head, ...(blocks.length === 0 ? [emptyParagraph()] : blocks)];
}

export function emptyParagraph(): GazetteElement {
  return { type: 'paragraph', children: [{ text: '' }] };
}

/** @param base the document as it was opened: what the editor does not show (official form, kind) is taken from it. */
export function toDocument(value: readonly Descendant[], base: GazetteDocument): GazetteDocument {
  const [head, ...rest] = value.filter((node) => Element.isElement(node));
  if (head?.type !== 'headTitle' || head.fields === undefined) throw new Error('the document has lost its head');
  const title = Node.string(head);
  // Of an untouched title the lines stay as they were, even where they could be written in another way.
  const titleLines = title === base.titleLines.join('\n') ? base.titleLines : title.split('\n');
  const isStillEmpty = base.blocks.length === 0 && rest.length === 1 && rest[0] !== undefined && isBlank(rest[0]);
  const blocks = isStillEmpty ? [] : rest.map((element) => closeElement(element) as unknown as Block);
  return { ...base, title: titleLines.join(''), titleLines, ...head.fields, blocks };
}

function isBlank(element: GazetteElement): boolean {
  return element.type === 'paragraph' && element.align === undefined && element.tight === undefined && Node.string(element) === '';
}

/** Slate wants at least one text in every element. */
function openElement(element: GazetteElement): GazetteElement {
  const known = opened.get(element);
  if (known !== undefined) return known;
  const children = element.children.length === 0 ? emptyChildren(element) : openChildren(element.children);
  const made = children === element.children ? element : { ...element, children };
  opened.set(element, made);
  return made;
}

/** An empty cell has no paragraph in the store, and needs one to type into. */
function emptyChildren({ type }: GazetteElement): Descendant[] {
  return type === 'tableCell' ? [{ type: 'cellParagraph', children: [{ text: '' }] }] : [{ text: '' }];
}

function openChildren(children: Descendant[]): Descendant[] {
  const made = children.map((child) => (Element.isElement(child) ? openElement(child) : child));
  return made.every((child, at) => child === children[at]) ? children : made;
}

function closeElement(element: GazetteElement): object {
  const known = closed.get(element);
  if (known !== undefined) return known;
  const children = closeChildren(element);
  const isKnown = (name: string) => name === 'type' || name === 'children' || (fieldsOf[element.type] as readonly string[]).includes(name);
  const isAsStored = children === element.children && Object.keys(element).every(isKnown);
  const made = isAsStored
    ? element
    : Object.fromEntries(
        Object.entries(element)
          .filter(([name]) => isKnown(name))
          .map(([name, item]) => [name, name === 'children' ? children : item]),
      );
  closed.set(element, made);
  return made;
}

/** Rows, cells and boxes hold elements alone: the text that Slate puts into an empty one is no content. */
const holdsElements: readonly string[] = ['table', 'tableRow', 'tableCell', 'box'];

function closeChildren({ type, children }: GazetteElement): readonly object[] {
  if (type === 'tableCell' && isEmptyCell(children)) return [];
  if (holdsElements.includes(type)) {
    const made = children.filter((child) => Element.isElement(child)).map(closeElement);
    return made.length === children.length && made.every((child, at) => child === children[at]) ? children : made;
  }
  const [only] = children;
  return children.length === 1 && Text.isText(only) && only.text === '' && Object.keys(only).length === 1 ? [] : children;
}

function isEmptyCell([only, more]: readonly Descendant[]): boolean {
  return (
    more === undefined && Element.isElement(only) && only.align === undefined && Node.string(only) === '' && only.children.length === 1
  );
}
