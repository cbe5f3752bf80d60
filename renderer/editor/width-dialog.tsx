/** 列宽: how much of the table's width each column takes, in percent. */
import { useSlateStatic } from 'slate-react';
import { setWidths } from '../../shared/document/table-edit.ts';
import { Dialog, Field } from '../ui/dialog.tsx';
import { changeTable } from './table-change.ts';
import { tableAt } from './table-nodes.ts';
import { tableWords } from './table-words.ts';

export function WidthDialog({ onClose, then }: { readonly onClose: () => void; readonly then: (deed: () => void) => void }) {
  const editor = useSlateStatic();
  const at = tableAt(editor);
  if (at === null) return null;
  const { widths } = at.model;
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  const change = (form: FormData) =>
    then(() =>
      changeTable(
        editor,
        at.path,
        setWidths(
          at.table,
          widths.map((_, column) => Number(form.get(`${column}`))),
        ),
        'kept',
      ),
    );
  return (
    <Dialog title={tableWords.widthsTitle} confirm={tableWords.confirm} onClose={onClose} onConfirm={change}>
      <div className="fields">
        {widths.map((width, column) => (
          <Field key={column} label={tableWords.column(column + 1)}>
            <input
              name={`${column}`}
              type="number"
              min={0.1}
              max={1000}
              step={0.1}
              required
              defaultValue={Math.round((width / total) * 1000) / 10}
            />
          </Field>
        ))}
      </div>
      <p className="hint">{tableWords.widthsHint}</p>
    </Dialog>
  );
}
