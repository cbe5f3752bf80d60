/** What is told about the document while it is edited: its outline and its length; counted after a pause, not at every key. */
import { type Descendant, Element, Node, Text } from 'slate';
import type { GazetteElement } from './slate-value.ts';

export interface OutlineEntry {
  /** Index in the editor's value. */
  readonly index: number;
  /** 0 for titles of what is enclosed, 1–4 for headings. */
  readonly level: number;
  readonly text: string;
}

export interface Facts {
  readonly outline: readonly OutlineEntry[];
  /** Characters of title and text without white space. */
  readonly characters: number;
  readonly blocks: number;
}

export const noFacts: Facts = { outline: [], characters: 0, blocks: 0 };

const counted = new WeakMap<object, number>();

function charactersOf(node: Descendant): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  let count = 0;
  if (Text.isText(node)) {
    for (const character of node.text) if (!/\s/u.test(character)) count += 1;
  } else for (const child of node.children) count += charactersOf(child);
  counted.set(node, count);
  return count;
}

const longest = 60;

function headOf(element: GazetteElement): string {
  const text = element.children
    .filter((child) => Text.isText(child) && child.runIn !== true)
    .map((child) => Node.string(child))
    .join('')
    .replaceAll('\n', '');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export function factsOf(children: readonly Descendant[], before: Facts): Facts {
  const outline: OutlineEntry[] = [];
  let characters = 0;
  children.forEach((node, index) => {
    characters += charactersOf(node);
    if (!Element.isElement(node)) return;
    if (node.type === 'heading') outline.push({ index, level: node.level ?? 1, text: headOf(node) });
    else if (node.type === 'title') outline.push({ index, level: 0, text: headOf(node) });
    else if (node.type === 'attachmentTitle')
      outline.push({ index, level: 0, text: [node.label, headOf(node)].filter(Boolean).join('　') });
  });
  // The same outline stays the same object, so that its list is not drawn anew.
  const isSame =
    outline.length === before.outline.length &&
    outline.every((entry, at) => {
      const old = before.outline[at];
      return old !== undefined && old.index === entry.index && old.level === entry.level && old.text === entry.text;
    });
  return { outline: isSame ? before.outline : outline, characters, blocks: children.length - 1 };
}
