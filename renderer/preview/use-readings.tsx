/** 校读: which pages the person has read, marking them, and the way to what is not read yet; the marks follow the text. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PageReading } from '../../shared/api/reading.ts';
import type { IssueId } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import { usePerson } from '../use-person.tsx';
import { words } from './words.ts';

export interface Readings {
  /** By index of the page; empty until they are known and where nothing is marked. */
  readonly pages: readonly PageReading[];
  readonly done: number;
  /** Turns pages to read or to unread: to read when any of them is not. */
  readonly mark: (indexes: readonly number[]) => void;
  readonly clear: () => void;
  /** The next page after this one that is not read whole, round about; null when all are. */
  readonly nextOpen: (after: number) => number | null;
  /** Asks for the name. */
  readonly question: ReactNode;
}

/** @param isOn false beside the editor. */
export function useReadings(id: IssueId, version: number, isOn: boolean): Readings {
  const { api, run, hand } = useSession();
  const { withPerson, question } = usePerson();
  const [pages, setPages] = useState<readonly PageReading[]>([]);
  const latest = useRef(0);
  const read = useCallback(
    async (person: string) => {
      latest.current += 1;
      const turn = latest.current;
      const found = await run(words.reading.listing, () => api.listReadings(id, person));
      if (turn === latest.current && found !== undefined) setPages(found);
    },
    [api, run, id],
  );
  useEffect(() => {
    if (isOn && version > 0) void read(hand.person);
  }, [read, isOn, version, hand.person]);

  const write = (indexes: readonly number[], isRead: boolean) =>
    withPerson(async (person) => {
      await run(words.reading.marking, () => api.markRead(id, indexes, person, isRead));
      await read(person);
    });
  const mark = (indexes: readonly number[]) => {
    const readable = indexes.filter((index) => (pages[index]?.state ?? null) !== null);
    if (readable.length > 0)
      write(
        readable,
        readable.some((index) => pages[index]?.state !== 'read'),
      );
  };
  const done = useMemo(() => pages.filter(({ state }) => state === 'read').length, [pages]);
  const nextOpen = (after: number) => {
    const open = pages.flatMap(({ state }, index) => (state === 'unread' || state === 'partly' ? [index] : []));
    return open.find((index) => index > after) ?? open[0] ?? null;
  };
  return { pages, done, mark, clear: () => write([...pages.keys()], false), nextOpen, question };
}
