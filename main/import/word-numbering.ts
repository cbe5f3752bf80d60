/** `word/numbering.xml`: lists by their id, with overrides and links to numbering styles resolved (17.9). */
import type { ListDefinition, ListLevel } from './list-numbers.ts';
import type { Styles } from './word-styles.ts';
import { type ParagraphProperties, type RunProperties, readParagraphProperties, readRunProperties } from './word-styles.ts';
import { child, childElements, childValue, integer, onOff, type XmlElement } from './xml.ts';

export interface WordLevel extends ListLevel {
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** Paragraph style that is tied to this level. */
  readonly style?: string;
}

export interface WordList extends ListDefinition {
  readonly level: (index: number) => WordLevel | undefined;
  /** Level that a paragraph style is tied to. */
  readonly levelOfStyle: (style: string) => number | undefined;
}

export interface Numbering {
  readonly list: (id: string) => WordList | undefined;
}

type Levels = ReadonlyMap<number, WordLevel>;

/** Reads the part; without one there are no lists. Links that lead in a circle end in a list without levels. */
export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const nums = new Map<string, XmlElement>();
  const byStyleLink = new Map<string, string>();
  for (const entry of root === undefined ? [] : childElements(root)) {
    if (entry.name === 'w:abstractNum') {
      const id = entry.attributes['w:abstractNumId'] ?? '';
      abstracts.set(id, entry);
      const link = childValue(entry, 'w:styleLink');
      if (link !== undefined) byStyleLink.set(link, id);
    } else if (entry.name === 'w:num') nums.set(entry.attributes['w:numId'] ?? '', entry);
  }

  /** The definition behind `numStyleLink`, in at most a few steps. */
  const realAbstract = (id: string): string => {
    let at = id;
    for (let step = 0; step < 8; step += 1) {
      const link = childValue(abstracts.get(at), 'w:numStyleLink');
      if (link === undefined) return at;
      const next = byStyleLink.get(link) ?? childValue(nums.get(styles.listOfStyle(link) ?? ''), 'w:abstractNumId');
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };

  const levelsOf = new Map<string, Levels>();
  const abstractLevels = (id: string): Levels => {
    let levels = levelsOf.get(id);
    if (levels === undefined) {
      levels = readLevels(abstracts.get(id));
      levelsOf.set(id, levels);
    }
    return levels;
  };

  const lists = new Map<string, WordList | undefined>();
  const readList = (id: string): WordList | undefined => {
    const num = nums.get(id);
    const abstractId = childValue(num, 'w:abstractNumId');
    if (num === undefined || abstractId === undefined) return undefined;
    const counter = realAbstract(abstractId);
    const levels = new Map(abstractLevels(counter));
    const starts = new Map<number, number>();
    for (const override of childElements(num)) {
      const index = integer(override.attributes['w:ilvl']);
      if (override.name !== 'w:lvlOverride' || index === undefined) continue;
      const own = child(override, 'w:lvl');
      const start = integer(childValue(override, 'w:startOverride'));
      if (own !== undefined) {
        const level = readLevel(own);
        levels.set(index, level);
        starts.set(index, level.start);
      }
      if (start !== undefined) starts.set(index, start);
    }
    return {
      id,
      counter,
      level: (index) => levels.get(index),
      startOverride: (index) => starts.get(index),
      levelOfStyle: (style) => [...levels].find(([, level]) => level.style === style)?.[0],
    };
  };
  return {
    list(id) {
      if (!lists.has(id)) lists.set(id, readList(id));
      return lists.get(id);
    },
  };
}

function readLevels(abstract: XmlElement | undefined): Levels {
  const levels = new Map<number, WordLevel>();
  for (const entry of abstract === undefined ? [] : childElements(abstract)) {
    const index = integer(entry.attributes['w:ilvl']);
    if (entry.name === 'w:lvl' && index !== undefined) levels.set(index, readLevel(entry));
  }
  return levels;
}

function readLevel(entry: XmlElement): WordLevel {
  const run = readRunProperties(child(entry, 'w:rPr'), {});
  const format = child(entry, 'w:numFmt');
  const suffix = childValue(entry, 'w:suff');
  const restart = integer(childValue(entry, 'w:lvlRestart'));
  const style = childValue(entry, 'w:pStyle');
  const text = child(entry, 'w:lvlPicBulletId') === undefined ? (childValue(entry, 'w:lvlText') ?? '') : '•';
  return {
    start: integer(childValue(entry, 'w:start')) ?? 0,
    format: formatName(format),
    text,
    ...(run.latinFont === undefined ? {} : { font: run.latinFont }),
    suffix: suffix === 'nothing' || suffix === 'space' ? suffix : 'tab',
    legal: onOff(entry, 'w:isLgl') === true,
    ...(restart === undefined ? {} : { restart }),
    paragraph: readParagraphProperties(child(entry, 'w:pPr')),
    run,
    ...(style === undefined ? {} : { style }),
  };
}

function formatName(format: XmlElement | undefined): string {
  const name = format?.attributes['w:val'] ?? 'decimal';
  return name === 'custom' ? (format?.attributes['w:format'] ?? 'decimal') : name;
}
