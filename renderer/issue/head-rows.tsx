/** Rows of a form that can be added, taken away and put in another order. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

export interface HeadRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly blank: Row;
  readonly add: string;
  readonly onChange: (rows: readonly Row[]) => void;
  /** A line that is pasted as a row. */
  readonly parse: (line: string) => Row;
  /** The fields of a row, numbered from 1. */
  readonly field: (row: Row, number: number, change: (row: Row) => void) => ReactNode;
}

export function HeadRows<Row>({ rows, blank, add, onChange, parse, field }: HeadRowsProps<Row>) {
  const list = useRef<HTMLOListElement>(null);
  const says = words.head;
  const focus = (at: number) => requestAnimationFrame(() => list.current?.children[at]?.querySelector('input')?.focus());
  const move = (at: number, by: -1 | 1) => {
    const row = rows[at];
    if (row === undefined || rows[at + by] === undefined) return;
    onChange(rows.toSpliced(at, 1).toSpliced(at + by, 0, row));
    focus(at + by);
  };
  const keys = (event: KeyboardEvent, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null || !event.altKey) return;
    event.preventDefault();
    move(at, by);
  };
  /** Several lines are several rows, in the place of this one where it is empty. */
  const paste = (event: ClipboardEvent, at: number) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    if (lines.length < 2) return;
    event.preventDefault();
    const isBlank = JSON.stringify(rows[at]) === JSON.stringify(blank);
    onChange(rows.toSpliced(isBlank ? at : at + 1, isBlank ? 1 : 0, ...lines.map((line) => parse(line.trim()))));
    focus(at + lines.length - (isBlank ? 1 : 0));
  };
  return (
    <>
      <ol className="head-rows" ref={list}>
        {rows.map((row, at) => (
          <li key={at} onKeyDown={(event) => keys(event, at)} onPaste={(event) => paste(event, at)}>
            {field(row, at + 1, (changed) => onChange(rows.with(at, changed)))}
            <span className="head-row-actions">
              <Button kind="quiet" label={says.up(at + 1)} disabled={at === 0} onClick={() => move(at, -1)}>
                <Icon name="up" />
              </Button>
              <Button kind="quiet" label={says.down(at + 1)} disabled={at === rows.length - 1} onClick={() => move(at, 1)}>
                <Icon name="down" />
              </Button>
              <Button kind="quiet" label={says.remove(at + 1)} onClick={() => onChange(rows.toSpliced(at, 1))}>
                <Icon name="close" />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <Button
        onClick={() => {
          onChange([...rows, blank]);
          focus(rows.length);
        }}
      >
        <Icon name="plus" />
        {add}
      </Button>
      <p className="hint">{says.pasteHint}</p>
    </>
  );
}
