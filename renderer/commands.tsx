/** Who can do which command now: rooms offer what they can do while they are open, keys, menus and quick open ask for it. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Command, type CommandId, commands, keyOf } from '../shared/commands.ts';

export type Deeds = Readonly<Partial<Record<CommandId, () => void>>>;

interface Offer {
  deeds: Deeds;
}

export interface CommandTable {
  /** Runs it; false when nothing on the screen can do it. */
  readonly run: (id: CommandId) => boolean;
  readonly available: () => readonly Command[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly offer: (offer: Offer) => () => void;
  readonly changed: () => void;
}

function createTable(): CommandTable {
  const offers: Offer[] = [];
  const listeners = new Set<() => void>();
  let list: readonly Command[] = [];
  // The youngest offer is the innermost room: it goes first.
  const find = (id: CommandId) => offers.findLast(({ deeds }) => deeds[id] !== undefined)?.deeds[id];
  const changed = () => {
    const now = commands.filter(({ id }) => find(id) !== undefined);
    if (now.length === list.length && now.every((command, i) => command === list[i])) return;
    list = now;
    for (const listener of listeners) listener();
  };
  return {
    run(id) {
      const deed = find(id);
      deed?.();
      return deed !== undefined;
    },
    available: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offer(offer) {
      offers.push(offer);
      changed();
      return () => {
        offers.splice(offers.indexOf(offer), 1);
        changed();
      };
    },
    changed,
  };
}

const Context = createContext<CommandTable | null>(null);

/** Holds the table and listens to the keyboard; none acts while a dialog asks something. */
export function CommandHome({ children }: { readonly children: ReactNode }) {
  const table = useMemo(createTable, []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // Keys of a composition belong to the input method.
      if (event.isComposing || event.defaultPrevented) return;
      const key = keyOf(event);
      const command = commands.find((one) => one.key === key);
      if (command === undefined) return;
      // A field undoes its own typing.
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if ((command.id === 'undo' || command.id === 'redo') && isField) return;
      if (document.querySelector('dialog[open]') !== null) {
        if (command.id === 'save' || command.id === 'print' || command.id === 'openFiles') event.preventDefault();
        return;
      }
      if (table.run(command.id) || command.id === 'save') event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    const stop = window.gazette?.onCommand?.((id) => {
      // A plain field undoes its own typing, which the native menu cannot know.
      if (!table.run(id as CommandId) && (id === 'undo' || id === 'redo')) document.execCommand(id);
    });
    return () => {
      window.removeEventListener('keydown', pressed);
      stop?.();
    };
  }, [table]);
  return <Context value={table}>{children}</Context>;
}

export function useCommandTable(): CommandTable {
  const table = useContext(Context);
  if (table === null) throw new Error('commands outside of their home');
  return table;
}

/** The commands that can be done now. */
export function useAvailableCommands(): readonly Command[] {
  const table = useCommandTable();
  return useSyncExternalStore(table.subscribe, table.available);
}

/** Offers what the component can do, as long as it is shown; inner components go before outer ones. */
export function useDeeds(deeds: Deeds): void {
  const table = useCommandTable();
  const offer = useRef<Offer>({ deeds });
  useEffect(() => {
    offer.current.deeds = deeds;
    table.changed();
  });
  useEffect(() => table.offer(offer.current), [table]);
}
