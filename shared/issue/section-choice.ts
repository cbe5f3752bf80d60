/** 自动分栏: the section that a document belongs to, as the gazette had it in earlier issues, else by who issued it and what it is. */
import type { DocumentKind } from '../document/document.ts';
import { readDocNumber } from './order.ts';

/** What the choice is made from. */
export interface SectionFacts {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
}

export interface SectionedFacts extends SectionFacts {
  readonly section: string;
}

/** Sections that most gazettes have, in their usual order. */
export const usualSections = ['市政府文件', '市政府办公室文件', '部门文件', '人事任免', '调查研究', '政务动态'] as const;

const personnel = /任免|任职|免职|职务|聘任|聘请|解聘/;

function isPersonnel({ kind, title }: SectionFacts): boolean {
  return kind === 'official' && personnel.test(title);
}

interface Rule {
  readonly fits: (facts: SectionFacts) => boolean;
  readonly name: RegExp;
  /** Not every gazette has such a section: only one that it has, none of the usual names. */
  readonly onlyUsed?: true;
}

/** The first that fits and finds a section of such a name has it. */
const rules: readonly Rule[] = [
  { fits: isPersonnel, name: /人事|任免/, onlyUsed: true },
  { fits: ({ kind }) => kind === 'report', name: /报告/ },
  { fits: ({ kind }) => kind === 'news', name: /动态|要闻|新闻/ },
  { fits: ({ kind }) => kind === 'article', name: /调查|调研|研究|交流/ },
  { fits: isOfGovernmentOffice, name: /政府办/ },
  { fits: isOfGovernment, name: /政府(文件|令|规章)/ },
  { fits: ({ issuer }) => issuer !== null, name: /部门|单位/ },
];

function isOfGovernmentOffice(facts: SectionFacts): boolean {
  const { issuer } = facts;
  return issuer === null ? officeOf(facts).endsWith('府办') : /政府办公[室厅]$/.test(issuer);
}

function isOfGovernment(facts: SectionFacts): boolean {
  const { issuer, kind } = facts;
  return kind === 'report' || (issuer === null ? officeOf(facts).endsWith('府') : /政府$/.test(issuer));
}

function officeOf({ docNumber, date }: SectionFacts): string {
  return docNumber === null ? '' : (readDocNumber(docNumber, date)?.office ?? '');
}

/** Documents with the same key stood in the same section so far. */
function keyOf(facts: SectionFacts): string {
  const office = officeOf(facts) || (facts.issuer ?? '');
  return `${facts.kind} ${isPersonnel(facts)} ${facts.kind === 'official' ? office : ''}`;
}

/**
 * @param earlier entries of earlier issues, the newest first.
 * @param used names of the sections that this gazette has, the likeliest first.
 * @returns null where nothing speaks for any section.
 */
export function chooseSection(facts: SectionFacts, earlier: readonly SectionedFacts[], used: readonly string[]): string | null {
  const key = keyOf(facts);
  const votes = new Map<string, number>();
  for (const one of earlier) if (keyOf(one) === key) votes.set(one.section, (votes.get(one.section) ?? 0) + 1);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best !== undefined) return best[0];
  for (const { fits, name, onlyUsed } of rules) {
    if (!fits(facts)) continue;
    const found = [...used, ...(onlyUsed === true ? [] : usualSections)].find((one) => name.test(one));
    if (found !== undefined) return found;
  }
  return null;
}

/** The order of sections: as the gazette has them, with the usual ones that it lacks put where they usually stand. */
export function sectionOrder(used: readonly string[]): readonly string[] {
  const order = [...new Set(used)];
  usualSections.forEach((name, at) => {
    if (order.includes(name)) return;
    const behind = usualSections.slice(0, at).findLast((one) => order.includes(one));
    order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, name);
  });
  return order;
}

/** The entries with other sections: those that the list has keep their place, new ones come where `order` has them. */
export function intoSections<Entry extends { readonly section: string }>(
  entries: readonly Entry[],
  sectionOfEntry: (entry: Entry) => string,
  order: readonly string[],
): readonly Entry[] {
  const names = [...new Set(entries.map(({ section }) => section))];
  for (const entry of entries) {
    const name = sectionOfEntry(entry);
    if (names.includes(name)) continue;
    const rank = order.indexOf(name);
    const next = rank < 0 ? -1 : names.findIndex((one) => order.indexOf(one) > rank);
    names.splice(next < 0 ? names.length : next, 0, name);
  }
  return names.flatMap((name) =>
    entries.flatMap((entry) => (sectionOfEntry(entry) !== name ? [] : [entry.section === name ? entry : { ...entry, section: name }])),
  );
}
