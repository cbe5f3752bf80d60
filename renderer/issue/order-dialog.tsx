/** 自动排序: what it would move where, and on which pages things would stand, before it is done. */
import type { DocumentId } from '../../shared/api.ts';
import { movedItems } from '../../shared/issue/order.ts';
import { entriesOf } from '../../shared/issue/outline.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { ArrangementState, IssueOutline } from './arrangement-store.ts';
import { titleOf } from './entry-row.tsx';
import type { PageTable, Trial } from './use-arrangement.ts';
import { words } from './words.ts';

export interface OrderDialogProps {
  readonly state: ArrangementState;
  readonly wanted: IssueOutline;
  readonly pages: PageTable;
  readonly trial: Trial | null;
  /** Whether documents go into the sections of their issuers first. */
  readonly inSections: boolean;
  readonly onInSections: (wanted: boolean) => void;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

export function OrderDialog({ state, wanted, pages, trial, inSections, onInSections, onApply, onClose }: OrderDialogProps) {
  const { order, list } = words;
  const before = entriesOf(state.outline).map(({ documentId }) => documentId);
  const after = entriesOf(wanted).map(({ documentId }) => documentId);
  const sections = sectionsOf(state.outline);
  const wantedSections = sectionsOf(wanted);
  const changes = (id: DocumentId) => sections.get(id) !== wantedSections.get(id);
  const moved = new Set([...movedItems(before, after), ...after.filter(changes)]);
  const choice = (
    <label className="order-choice" title={order.inSectionsHint}>
      <input type="checkbox" checked={inSections} onChange={(event) => onInSections(event.currentTarget.checked)} />
      {order.inSections}
    </label>
  );
  if (moved.size === 0) {
    return (
      <Dialog title={order.title} confirm={order.close} wide onClose={onClose}>
        {choice}
        <p>{order.nothing}</p>
      </Dialog>
    );
  }
  const range = (id: DocumentId, table: PageTable | undefined) => {
    const found = table?.get(id);
    return found === undefined ? '' : list.plain(found.first, found.last);
  };
  return (
    <Dialog title={order.title} confirm={order.apply} wide onConfirm={onApply} onClose={onClose}>
      {choice}
      <p>{order.moves(moved.size)}</p>
      <table className="order-table">
        <thead>
          <tr>
            <th>{order.columns.title}</th>
            <th>{order.columns.number}</th>
            {inSections && <th>{order.columns.section}</th>}
            <th>{order.columns.from}</th>
            <th>{order.columns.to}</th>
            <th>{order.columns.pages}</th>
          </tr>
        </thead>
        <tbody>
          {after
            .filter((id) => moved.has(id))
            .map((id) => (
              <tr key={id}>
                <td>{titleOf(state.facts.get(id))}</td>
                <td className="order-number">{state.facts.get(id)?.docNumber}</td>
                {inSections && <td>{changes(id) ? <strong>{wantedSections.get(id)}</strong> : wantedSections.get(id)}</td>}
                <td>{order.place(before.indexOf(id) + 1)}</td>
                <td>{order.place(after.indexOf(id) + 1)}</td>
                <td>
                  {range(id, pages)} → {range(id, trial?.pages)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="hint">
        {order.hint}
        {inSections && order.inSectionsHint}
      </p>
    </Dialog>
  );
}

function sectionsOf(outline: IssueOutline): ReadonlyMap<DocumentId, string> {
  return new Map(outline.flatMap(({ name, entries }) => entries.map(({ documentId }) => [documentId, name] as const)));
}
