/** 校样: taking one, comparing the pages with one, and going from change to change; the comparison follows the text. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChangedPlace, ProofSummary } from '../../shared/api/proofs.ts';
import type { IssueId } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import { usePerson } from '../use-person.tsx';
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
  /** Asks for the name. */
  readonly question: ReactNode;
}

/** @param isOn false where proofs are not shown, beside the editor. */
export function useProofs(id: IssueId, version: number, isOn: boolean): Proofs {
  const { api, run, notify } = useSession();
  const { withPerson, question } = usePerson();
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

  const take = async (person: string) => {
    const proof = await run(words.taking, () => api.takeProof(id, person));
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
  return {
    proofs,
    compared,
    places,
    changes,
    current,
    setCurrent,
    refresh: () => void refresh(),
    take: () => withPerson(take),
    compare,
    stop,
    question,
  };
}
