/** 校样: taking one, comparing the pages with one, and going from change to change; the comparison follows the text. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChangedPlace, ProofSummary } from '../../shared/api/proofs.ts';
import type { IssueId } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import { words } from './words.ts';

export interface Proofs {
  /** The newest first. */
  readonly proofs: readonly ProofSummary[];
  /** Number of the proof that is compared with. */
  readonly compared: number | null;
  readonly places: readonly ChangedPlace[];
  /** One for each change: where it begins. */
  readonly changes: readonly ChangedPlace[];
  readonly current: number | null;
  readonly setCurrent: (change: number | null) => void;
  readonly refresh: () => void;
  readonly take: () => void;
  readonly compare: (number: number) => void;
  readonly stop: () => void;
}

/** @param isOn false where proofs are not shown, beside the editor. */
export function useProofs(id: IssueId, version: number, isOn: boolean): Proofs {
  const { api, run, notify, hand } = useSession();
  const [proofs, setProofs] = useState<readonly ProofSummary[]>([]);
  const key = `gazette-proof-${id}`;
  const [compared, setCompared] = useState<number | null>(() => (isOn ? Number(sessionStorage.getItem(key)) || null : null));
  const [places, setPlaces] = useState<readonly ChangedPlace[]>([]);
  const [current, setCurrent] = useState<number | null>(null);
  const refresh = useCallback(async () => {
    setProofs((await run(words.listing, () => api.listProofs(id))) ?? []);
  }, [api, id, run]);
  useEffect(() => {
    if (isOn) void refresh();
  }, [refresh, isOn]);

  const latest = useRef(0);
  useEffect(() => {
    if (compared === null || version === 0) return;
    latest.current += 1;
    const turn = latest.current;
    void run(words.comparing, () => api.compareProof(id, compared)).then((found) => {
      if (turn !== latest.current) return;
      if (found === undefined) {
        sessionStorage.removeItem(key);
        setCompared(null);
      } else setPlaces(found);
    });
  }, [api, id, run, compared, version, key]);

  const take = async () => {
    const proof = await run(words.taking, () => api.takeProof(id, hand.person));
    if (proof === undefined) return;
    notify('done', words.taken(proof.number));
    await refresh();
  };
  const compare = (number: number) => {
    sessionStorage.setItem(key, String(number));
    setPlaces([]);
    setCurrent(null);
    setCompared(number);
  };
  const stop = () => {
    latest.current += 1;
    sessionStorage.removeItem(key);
    setPlaces([]);
    setCurrent(null);
    setCompared(null);
  };
  const changes = useMemo(() => places.filter((place, index) => place.change !== places[index - 1]?.change), [places]);
  return { proofs, compared, places, changes, current, setCurrent, refresh: () => void refresh(), take: () => void take(), compare, stop };
}
