/** What 自动排序 would make of the issue while its dialog is open: by number in each section, and before that into sections if wanted. */
import { useEffect, useMemo, useState } from 'react';
import type { Arranged, SectionAdvice } from '../../shared/api/arrangement.ts';
import type { DocumentId } from '../../shared/api.ts';
import { orderByNumber } from '../../shared/issue/order.ts';
import { entriesOf, withEmptySections } from '../../shared/issue/outline.ts';
import { intoSections } from '../../shared/issue/section-choice.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import type { ArrangementState, IssueOutline } from './arrangement-store.ts';
import { words } from './words.ts';

export interface WantedOrder {
  /** Null while nobody asks. */
  readonly ordered: IssueOutline | null;
  readonly inSections: boolean;
  readonly setInSections: (wanted: boolean) => void;
}

interface Advice {
  readonly sections: ReadonlyMap<DocumentId, string>;
  readonly order: SectionAdvice['order'];
}

export function useOrder(state: ArrangementState, isAsked: boolean): WantedOrder {
  const { api, run } = useSession();
  const { id } = useOpenIssue();
  const [inSections, setInSections] = useState(false);
  const [advice, setAdvice] = useState<Advice | null>(null);
  const { outline } = state;
  useEffect(() => {
    if (!isAsked || !inSections) return;
    let isHere = true;
    const ids = entriesOf(outline).map(({ documentId }) => documentId);
    void run(words.order.choosing, () => api.suggestSections(id, ids)).then((found) => {
      if (!isHere || found === undefined) return;
      const choices = ids.flatMap((one, at): [DocumentId, string][] => {
        const choice = found.choices[at] ?? null;
        return choice === null ? [] : [[one, choice]];
      });
      setAdvice({ sections: new Map(choices), order: found.order });
    });
    return () => {
      isHere = false;
    };
  }, [api, run, id, outline, isAsked, inSections]);
  const ordered = useMemo(() => {
    if (!isAsked) return null;
    const entries = entriesOf(outline);
    if (!inSections || advice === null) return withEmptySections(outline, byNumber(state, entries));
    const own = ({ documentId, section }: Arranged) => advice.sections.get(documentId) ?? section;
    return withEmptySections(outline, byNumber(state, intoSections(entries, own, advice.order)));
  }, [isAsked, outline, state, inSections, advice]);
  return { ordered, inSections, setInSections };
}

function byNumber({ facts }: ArrangementState, entries: readonly Arranged[]): readonly Arranged[] {
  const known = entries.map((entry) => {
    const fact = facts.get(entry.documentId);
    return { entry, section: entry.section, docNumber: fact?.docNumber ?? null, date: fact?.date ?? null };
  });
  return orderByNumber(known).map(({ entry }) => entry);
}
