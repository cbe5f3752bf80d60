/** The head of a section: its name, renamed in place; dragged, it takes the whole section along. */
import { useDraggable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { Icon } from '../ui/icon.tsx';
import { openMenuAt } from './entry-row.tsx';
import { words } from './words.ts';

export interface SectionHeadProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly isRenaming: boolean;
  readonly onRename: () => void;
  /** Null when it stays as it was. */
  readonly onRenamed: (name: string | null) => void;
}

export function SectionHead({ name, index, count, isRenaming, onRename, onRenamed }: SectionHeadProps) {
  const { setNodeRef, listeners } = useDraggable({
    id: `section-${index}`,
    data: { kind: 'section', section: index },
    disabled: isRenaming,
  });
  return (
    <header ref={setNodeRef} className="section-head" data-head={index}>
      <span className="head-grip" {...listeners}>
        <Icon name="grip" />
      </span>
      {isRenaming ? (
        <NameInput name={name} onDone={onRenamed} />
      ) : (
        <h2>
          <button type="button" className="head-name" title={words.section.renameTip} onDoubleClick={onRename} {...listeners}>
            {name}
          </button>
        </h2>
      )}
      <span className="count">{words.list.count(count)}</span>
      <button
        type="button"
        className="button button-quiet head-more"
        aria-label={words.section.more(name)}
        title={words.section.more(name)}
        aria-haspopup="menu"
        onClick={(event) => openMenuAt(event.currentTarget)}
      >
        <Icon name="more" />
      </button>
    </header>
  );
}

function NameInput({ name, onDone }: { readonly name: string; readonly onDone: (name: string | null) => void }) {
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onDone(event.currentTarget.value.trim());
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it was asked for to be typed in.
      autoFocus
      className="head-input"
      aria-label={words.section.nameOf(name)}
      defaultValue={name}
      maxLength={40}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={keys}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
    />
  );
}
