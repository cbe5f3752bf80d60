/** Searching, filtering and sorting the list. */
import type { Ref } from 'react';
import type { DocumentState } from '../../shared/api/documents.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ListView, Scope, SortKey } from './list-view.ts';
import { words } from './words.ts';

export interface ListToolsProps {
  readonly view: ListView;
  readonly onView: (change: Partial<ListView>) => void;
  readonly senders: readonly string[];
  /** Of all cards. */
  readonly withMessages: number;
  readonly withTwins: number;
  readonly search: Ref<HTMLInputElement>;
  /** From the search box into the list. */
  readonly onDown: () => void;
}

const { list } = words;

export function ListTools({ view, onView, senders, withMessages, withTwins, search, onDown }: ListToolsProps) {
  return (
    <search className="list-tools" aria-label={list.tools}>
      <input
        ref={search}
        type="search"
        aria-label={list.search}
        placeholder={list.searchHint}
        value={view.words}
        onChange={(event) => onView({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
      />
      <div className="list-row">
        <fieldset className="segments">
          <legend className="hidden">{list.scope}</legend>
          {(Object.keys(list.scopes) as Scope[]).map((scope) => (
            <button key={scope} type="button" aria-pressed={view.scope === scope} onClick={() => onView({ scope })}>
              {list.scopes[scope]}
            </button>
          ))}
        </fieldset>
        <span className="spacer" />
        <select aria-label={list.sort} value={view.sort} onChange={({ target }) => onView({ sort: target.value as SortKey })}>
          {(Object.keys(list.sorts) as SortKey[]).map((sort) => (
            <option key={sort} value={sort}>
              {list.sorts[sort]}
            </option>
          ))}
        </select>
        <Button
          kind="quiet"
          label={view.isDescending ? list.descending : list.ascending}
          onClick={() => onView({ isDescending: !view.isDescending })}
        >
          <Icon name={view.isDescending ? 'down' : 'up'} />
        </Button>
      </div>
      <div className="list-row list-filters">
        <select
          aria-label={list.state}
          value={view.state ?? ''}
          onChange={({ target }) => onView({ state: target.value === '' ? null : (target.value as DocumentState) })}
        >
          <option value="">{list.anyState}</option>
          {(Object.keys(words.states) as DocumentState[]).map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </select>
        {senders.length > 0 && (
          <select
            aria-label={list.sender}
            value={view.sender ?? ''}
            onChange={({ target }) => onView({ sender: target.value === '' ? null : target.value })}
          >
            <option value="">{list.anySender}</option>
            {senders.map((sender) => (
              <option key={sender}>{sender}</option>
            ))}
          </select>
        )}
        {/* A filter that would find nothing is only in the way. */}
        {(withMessages > 0 || view.hasMessages) && (
          <Chip isOn={view.hasMessages} label={list.hasMessages(withMessages)} onClick={() => onView({ hasMessages: !view.hasMessages })} />
        )}
        {(withTwins > 0 || view.hasTwins) && (
          <Chip isOn={view.hasTwins} label={list.twins(withTwins)} onClick={() => onView({ hasTwins: !view.hasTwins })} />
        )}
      </div>
    </search>
  );
}

function Chip({ isOn, label, onClick }: { readonly isOn: boolean; readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onClick}>
      {label}
    </button>
  );
}
