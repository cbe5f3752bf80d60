/** A comparison on the screen: what changed, with one unchanged paragraph on either side; the rest can be unfolded. */
import { type ReactNode, useState } from 'react';
import { type Block, blockText, cellText, type TableRow } from '../../shared/document/block.ts';
import type { BlockChange, Comparison, FieldChange, RowChange } from '../../shared/document/compare.ts';
import type { TextPiece } from '../../shared/document/compare-text.ts';
import { words } from './words.ts';

/** Stretches of blocks: those near a change are shown, those far from any are folded. */
type Stretch = { readonly first: number; readonly blocks: readonly BlockChange[]; readonly isFolded: boolean };

const CONTEXT = 1;

function stretches(blocks: readonly BlockChange[]): Stretch[] {
  const found: { first: number; blocks: BlockChange[]; isFolded: boolean }[] = [];
  for (const [i, block] of blocks.entries()) {
    const isFolded = blocks.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).every(({ kind }) => kind === 'same');
    const last = found.at(-1);
    if (last?.isFolded === isFolded) last.blocks.push(block);
    else found.push({ first: i, blocks: [block], isFolded });
  }
  return found;
}

export function Changes({ comparison: { fields, blocks, changes } }: { readonly comparison: Comparison }) {
  if (changes === 0) return <p className="history-none">{words.noChanges}</p>;
  return (
    <>
      {fields.length > 0 && (
        <dl className="history-fields">
          {fields.map((field) => (
            <FieldView key={field.field} change={field} />
          ))}
        </dl>
      )}
      {stretches(blocks).map(({ first, blocks: inside, isFolded }) =>
        isFolded ? (
          <Folded key={first} count={inside.length}>
            {inside.map((change, i) => (
              <BlockView key={first + i} change={change} />
            ))}
          </Folded>
        ) : (
          inside.map((change, i) => <BlockView key={first + i} change={change} />)
        ),
      )}
    </>
  );
}

function Folded({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return children;
  return (
    <button
      type="button"
      className="history-fold"
      onClick={(event) => {
        // The button goes, and the focus with it, if it were left there.
        event.currentTarget.closest<HTMLElement>('section')?.focus();
        setOpen(true);
      }}
    >
      {words.unchanged(count)}
    </button>
  );
}

function FieldView({ change: { field, pieces } }: { readonly change: FieldChange }) {
  const said = field === 'kind' ? pieces.map((piece) => ({ ...piece, text: words.kind(piece.text) })) : pieces;
  return (
    <div data-change>
      <dt>{words.fields[field]}</dt>
      <dd>
        <Pieces pieces={said} />
      </dd>
    </div>
  );
}

function BlockView({ change }: { readonly change: BlockChange }) {
  if (change.kind === 'same') return <div className="history-block history-same">{blockView(change.block)}</div>;
  if (change.kind !== 'changed') {
    const Mark = change.kind === 'added' ? 'ins' : 'del';
    return (
      <div className={`history-block history-${change.kind}`} data-change>
        <BlockLabel>{change.kind === 'added' ? words.addedBlock : words.removedBlock}</BlockLabel>
        {change.block.type === 'table' ? blockView(change.block) : <Mark>{textOf(change.block)}</Mark>}
      </div>
    );
  }
  const { before, after, looks, pieces, rows } = change;
  const said = looks.map((look) => (look === 'role' ? words.roleChange(words.role(before), words.role(after)) : words.looks[look]));
  return (
    <div className="history-block history-changed" data-change>
      <BlockLabel>{words.changedBlock}</BlockLabel>
      {rows === null ? <Pieces pieces={pieces} /> : <RowsView rows={rows} />}
      {said.length > 0 && <p className="history-looks">{said.join('；')}</p>}
    </div>
  );
}

/** For a reader of the screen; for the eye the colour at the edge says it. */
function BlockLabel({ children }: { readonly children: string }) {
  return <span className="history-label">{children}</span>;
}

function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map(({ kind, text }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
  });
}

function textOf(block: Block): string {
  const text = blockText(block);
  return block.type === 'figure' ? `${words.picture}${text}` : text === '' ? words.empty : text;
}

function blockView(block: Block): ReactNode {
  if (block.type !== 'table') return textOf(block);
  return (
    <table>
      <tbody>
        {block.children.map((row, index) => (
          <RowView key={index} row={row} kind="same" />
        ))}
      </tbody>
    </table>
  );
}

function RowView({ row, kind }: { readonly row: TableRow; readonly kind: 'same' | 'added' | 'removed' }) {
  const Mark = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
  return (
    <tr className={`history-row-${kind}`}>
      {row.children.map((cell, index) => (
        <td key={index} colSpan={cell.columnSpan}>
          <Mark>{cellText(cell)}</Mark>
        </td>
      ))}
    </tr>
  );
}

/** Rows that stayed are left out but for the one beside a change; a long table would hide what changed in it. */
function RowsView({ rows }: { readonly rows: readonly RowChange[] }) {
  const isNear = (at: number) => rows.slice(Math.max(0, at - 1), at + 2).some(({ kind }) => kind !== 'same');
  const shown: ReactNode[] = [];
  let hidden = 0;
  const flush = (key: number) => {
    if (hidden > 0) {
      shown.push(
        <tr key={`hidden-${key}`} className="history-row-hidden">
          <td colSpan={99}>{words.unchangedRows(hidden)}</td>
        </tr>,
      );
    }
    hidden = 0;
  };
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'same' && !isNear(index) && index > 0) {
      hidden += 1;
      continue;
    }
    flush(index);
    shown.push(row.kind === 'changed' ? <ChangedRow key={index} row={row} /> : <RowView key={index} row={row.row} kind={row.kind} />);
  }
  flush(rows.length);
  return (
    <table>
      <tbody>{shown}</tbody>
    </table>
  );
}

function ChangedRow({ row }: { readonly row: Extract<RowChange, { kind: 'changed' }> }) {
  return (
    <tr className="history-row-changed">
      {row.cells.map(({ before, after, pieces }, index) => (
        <td key={index} colSpan={(after ?? before)?.columnSpan ?? 1}>
          <Pieces pieces={pieces} />
        </td>
      ))}
    </tr>
  );
}
