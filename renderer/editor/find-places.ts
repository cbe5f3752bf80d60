/** Found places in the editor's own value: as ranges to show and to replace, in one step of the undo. */
import { Editor, Element, Node, type NodeEntry, type Path, type Point, type Range, Transforms } from 'slate';
import type { Block } from '../../shared/document/block.ts';
import { type FindQuery, type FoundText, findInBlock } from '../../shared/document/find.ts';
import type { GazetteEditor } from './slate-value.ts';
import { asOneStep } from './table-change.ts';

/** All places in the document as it is on the screen, the title first. */
export function findInEditor(editor: GazetteEditor, query: FindQuery): readonly FoundText[] {
  return editor.children.flatMap((node, index) => {
    if (!Element.isElement(node)) return [];
    if (node.type !== 'headTitle') return findInBlock(node as unknown as Block, index - 1, query);
    // The lines of the title are one text in the document.
    return findInBlock({ type: 'title', children: [{ text: Node.string(node).replaceAll('\n', '') }] }, -1, query);
  });
}

/** Null when there is no such place any more. */
export function rangeOf(editor: GazetteEditor, place: FoundText): Range | null {
  const path = place.block < 0 ? [0] : [place.block + 1, ...place.path];
  if (!Node.has(editor, path)) return null;
  const text = Node.string(Node.get(editor, path));
  const [from, to] = place.block < 0 ? inLines(text, place) : [place.at, place.at + place.length];
  if (text.slice(from, to).replaceAll('\n', '') !== place.found.replaceAll('\n', '')) return null;
  return { anchor: pointIn(editor, path, from, false), focus: pointIn(editor, path, to, true) };
}

/** Where a stretch of the title stands in its text with line ends. */
function inLines(text: string, { at, length }: FoundText): readonly [number, number] {
  let count = 0;
  let from = text.length;
  for (let i = 0; i < text.length; i += 1) {
    if (text.charAt(i) === '\n') continue;
    if (count === at) from = i;
    count += 1;
    if (count === at + length) return [Math.min(from, i), i + 1];
  }
  return [from, text.length];
}

/** @param isEnd the point belongs to the character before it, not to the one behind. */
function pointIn(editor: GazetteEditor, path: Path, offset: number, isEnd: boolean): Point {
  let left = offset;
  for (const [text, own] of Node.texts(Node.get(editor, path))) {
    const { length } = text.text;
    if (isEnd ? left <= length : left < length) return { path: [...path, ...own], offset: left };
    left -= length;
  }
  return Editor.end(editor, path);
}

/** From the last to the first, so that places stay; what is put in has the marks of the first character that goes. @returns how many. */
export function replaceInEditor(editor: GazetteEditor, places: readonly FoundText[], replacement: string): number {
  let replaced = 0;
  asOneStep(editor, () => {
    for (const place of [...places].sort(byPlace).reverse()) {
      const range = rangeOf(editor, place);
      if (range === null) continue;
      const { anchor, focus } = range;
      if (replacement !== '') Transforms.insertText(editor, replacement, { at: anchor });
      const by = replacement.length;
      const isSameText = anchor.path.join() === focus.path.join();
      const gone = {
        anchor: { ...anchor, offset: anchor.offset + by },
        focus: isSameText ? { ...focus, offset: focus.offset + by } : focus,
      };
      Transforms.delete(editor, { at: gone });
      replaced += 1;
    }
  });
  return replaced;
}

function byPlace(a: FoundText, b: FoundText): number {
  const [one, other] = [
    [a.block, ...a.path, a.at],
    [b.block, ...b.path, b.at],
  ];
  for (let i = 0; i < Math.max(one.length, other.length); i += 1) {
    const step = (one[i] ?? -1) - (other[i] ?? -1);
    if (step !== 0) return step;
  }
  return 0;
}

export interface Hits {
  readonly places: readonly FoundText[];
  readonly current: FoundText | null;
}

type Marked = Range & { readonly [mark: string]: unknown };

/** Marks found places in the text; made anew with every search, so that the editor looks again. */
export function hitDecorator(editor: GazetteEditor, { places, current }: Hits): (entry: NodeEntry) => Marked[] {
  const byPath = new Map<string, FoundText[]>();
  for (const place of places) {
    const key = (place.block < 0 ? [0] : [place.block + 1, ...place.path]).join();
    byPath.set(key, [...(byPath.get(key) ?? []), place]);
  }
  return ([, path]) =>
    (byPath.get(path.join()) ?? []).flatMap((place) => {
      const range = rangeOf(editor, place);
      return range === null ? [] : [{ ...range, found: true, ...(place === current ? { current: true } : {}) }];
    });
}
