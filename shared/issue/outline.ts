/** 组版 as a list of sections with their entries, and every way to change it; no change touches the outline that it was given. */

/** What an outline needs to know of an entry. */
export interface OutlineEntry {
  readonly documentId: number;
  readonly section: string;
}

/** A section may be empty while the issue is being arranged; the database keeps only those with entries. */
export interface OutlineSection<Entry> {
  readonly name: string;
  readonly entries: readonly Entry[];
}
export type Outline<Entry> = readonly OutlineSection<Entry>[];

/** A gap between entries: in the section at `section`, before its entry `at`. */
export interface Gap {
  readonly section: number;
  readonly at: number;
}

export function outlineOf<Entry extends OutlineEntry>(entries: readonly Entry[]): Outline<Entry> {
  const sections: { name: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = sections.at(-1);
    if (last?.name === entry.section) last.entries.push(entry);
    else sections.push({ name: entry.section, entries: [entry] });
  }
  return sections;
}

export function entriesOf<Entry extends OutlineEntry>(outline: Outline<Entry>): readonly Entry[] {
  return outline.flatMap(({ name, entries }) => entries.map((entry) => (entry.section === name ? entry : { ...entry, section: name })));
}

/** The entries of another order with the empty sections of this one where they stood: behind the section before them. */
export function withEmptySections<Entry extends OutlineEntry>(old: Outline<Entry>, entries: readonly Entry[]): Outline<Entry> {
  const outline = [...outlineOf(entries)];
  old.forEach((section, at) => {
    if (section.entries.length > 0 || outline.some(({ name }) => name === section.name)) return;
    const before = old[at - 1]?.name;
    outline.splice(before === undefined ? 0 : outline.findIndex(({ name }) => name === before) + 1 || outline.length, 0, section);
  });
  return outline;
}

/** Puts these entries, in their present order, into a gap; they take the name of the section there. */
export function moveToGap<Entry extends OutlineEntry>(outline: Outline<Entry>, ids: ReadonlySet<number>, gap: Gap): Outline<Entry> {
  const moved = outline.flatMap(({ entries }) => entries.filter(({ documentId }) => ids.has(documentId)));
  return outline.map(({ name, entries }, index) => {
    const stays = (entry: Entry) => !ids.has(entry.documentId);
    if (index !== gap.section)
      return entries.every(stays) ? (outline[index] as OutlineSection<Entry>) : { name, entries: entries.filter(stays) };
    const placed = moved.map((entry) => (entry.section === name ? entry : { ...entry, section: name }));
    return { name, entries: [...entries.slice(0, gap.at).filter(stays), ...placed, ...entries.slice(gap.at).filter(stays)] };
  });
}

/** One place up or down; at the edge of its section an entry joins the neighbouring one. Null where there is no further. */
export function step<Entry extends OutlineEntry>(outline: Outline<Entry>, ids: ReadonlySet<number>, by: -1 | 1): Outline<Entry> | null {
  const sections = by < 0 ? outline.map((_, i) => i) : outline.map((_, i) => i).reverse();
  const section = sections.find((i) => outline[i]?.entries.some(({ documentId }) => ids.has(documentId)));
  if (section === undefined) return null;
  const { entries } = outline[section] as OutlineSection<Entry>;
  const isOne = ({ documentId }: Entry) => ids.has(documentId);
  const edge = by < 0 ? entries.findIndex(isOne) : entries.findLastIndex(isOne);
  if (by < 0 && edge > 0) return moveToGap(outline, ids, { section, at: edge - 1 });
  if (by > 0 && edge < entries.length - 1) return moveToGap(outline, ids, { section, at: edge + 2 });
  const next = outline[section + by];
  return next === undefined ? null : moveToGap(outline, ids, { section: section + by, at: by < 0 ? next.entries.length : 0 });
}

/** A whole section to another place among the sections (counted before it is taken out). */
export function moveSection<Entry>(outline: Outline<Entry>, from: number, to: number): Outline<Entry> {
  const section = outline[from];
  if (section === undefined || to === from || to === from + 1) return outline;
  const rest = outline.filter((_, i) => i !== from);
  return rest.toSpliced(to > from ? to - 1 : to, 0, section);
}

/** A name that another section has brings the two together, there where the other one stands. */
export function renameSection<Entry extends OutlineEntry>(outline: Outline<Entry>, at: number, name: string): Outline<Entry> {
  const section = outline[at];
  if (section === undefined || name === '' || section.name === name) return outline;
  const renamed = section.entries.map((entry) => ({ ...entry, section: name }));
  const other = outline.findIndex((one, i) => i !== at && one.name === name);
  if (other < 0) return outline.map((one, i) => (i === at ? { name, entries: renamed } : one));
  return outline
    .map((one, i) => (i === other ? { name, entries: other < at ? [...one.entries, ...renamed] : [...renamed, ...one.entries] } : one))
    .filter((_, i) => i !== at);
}

/** A new section behind the one at `after`; as it was when the name is taken. */
export function addSection<Entry>(outline: Outline<Entry>, name: string, after: number): Outline<Entry> {
  if (name === '' || outline.some((section) => section.name === name)) return outline;
  return outline.toSpliced(after + 1, 0, { name, entries: [] });
}

/** Only an empty section can be taken away. */
export function removeSection<Entry>(outline: Outline<Entry>, at: number): Outline<Entry> {
  return outline.filter(({ entries }, i) => i !== at || entries.length > 0);
}

export function removeEntries<Entry extends OutlineEntry>(outline: Outline<Entry>, ids: ReadonlySet<number>): Outline<Entry> {
  return outline.map(({ name, entries }) => ({ name, entries: entries.filter(({ documentId }) => !ids.has(documentId)) }));
}

export function changeEntries<Entry extends OutlineEntry>(
  outline: Outline<Entry>,
  ids: ReadonlySet<number>,
  change: Partial<Entry>,
): Outline<Entry> {
  return outline.map(({ name, entries }) => ({
    name,
    entries: entries.map((entry) => (ids.has(entry.documentId) ? { ...entry, ...change } : entry)),
  }));
}

/** At the end of the section of that name; a section that is not there yet comes last. */
export function moveToSection<Entry extends OutlineEntry>(outline: Outline<Entry>, ids: ReadonlySet<number>, name: string): Outline<Entry> {
  const there = outline.some((section) => section.name === name) ? outline : addSection(outline, name, outline.length - 1);
  const section = there.findIndex((one) => one.name === name);
  return section < 0 ? outline : moveToGap(there, ids, { section, at: there[section]?.entries.length ?? 0 });
}

/** An outline of the past made to fit what others have done since: their new entries come in, what they took out stays out. */
export function rebase<Entry extends OutlineEntry>(
  outline: Outline<Entry>,
  added: readonly Entry[],
  removed: ReadonlySet<number>,
): Outline<Entry> {
  const known = new Set(entriesOf(outline).map(({ documentId }) => documentId));
  const sections = [...(removed.size === 0 ? outline : removeEntries(outline, removed))];
  for (const entry of added) {
    if (known.has(entry.documentId)) continue;
    const at = sections.findIndex(({ name }) => name === entry.section);
    const section = sections[at];
    if (section === undefined) sections.push({ name: entry.section, entries: [entry] });
    else sections[at] = { ...section, entries: section.entries.concat(entry) };
  }
  return sections;
}
