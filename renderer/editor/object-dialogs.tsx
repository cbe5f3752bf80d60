/** The questions of 插入 and 表格: how many rows and columns, which link, which picture; and what a paste left out. */

import { useCallback, useEffect, useRef } from 'react';
import type { PathRef } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { pictureFormats } from '../../shared/picture/formats.ts';
import { useSession } from '../session.ts';
import { Dialog, Field } from '../ui/dialog.tsx';
import { pickedFiles, readFiles } from '../ui/files.ts';
import { ask, useQuestion } from './asking.ts';
import { showCursor } from './cursor.ts';
import { onDeletedObjects } from './deleted-objects.ts';
import { figureRef, replacePicture } from './figure-deeds.ts';
import { FigureLinkDialog, FigureWidthDialog } from './figure-menu.tsx';
import { insertFigure, insertQr, insertTable } from './insert-block.ts';
import { splitAt } from './table-deeds.ts';
import { tableAt } from './table-nodes.ts';
import { tableWords } from './table-words.ts';
import { WidthDialog } from './width-dialog.tsx';
import { onPaste } from './with-clipboard.ts';

export function ObjectDialogs() {
  const editor = useSlateStatic();
  const question = useQuestion(editor);
  const picker = useRef<HTMLInputElement>(null);
  /** The figure whose picture is chosen anew; null for a new figure. */
  const replaced = useRef<PathRef | null>(null);
  const store = useStoring();
  const { notify } = useSession();
  const close = () => ask(editor, null);
  // Once the dialog is gone, and with it its hold on the focus.
  const then = (deed: () => void) =>
    setTimeout(() => {
      deed();
      ReactEditor.focus(editor);
      showCursor(editor);
    });

  useEffect(() => {
    if (question !== 'picture' && question !== 'replacePicture') return;
    replaced.current = question === 'picture' ? null : figureRef(editor);
    ask(editor, null);
    picker.current?.click();
  }, [question, editor]);
  useEffect(
    () =>
      onPaste(editor, ({ messages, pictures }) => {
        for (const { text } of messages) notify('error', text);
        void store(pictures, null);
      }),
    [editor, notify, store],
  );
  useEffect(
    () =>
      onDeletedObjects(editor, (deleted) =>
        notify('done', tableWords.deleted(deleted), { label: tableWords.undo, act: () => editor.undo() }),
      ),
    [editor, notify],
  );

  return (
    <>
      <input
        ref={picker}
        type="file"
        accept={pictureFormats}
        hidden
        aria-label={tableWords.insertFigure}
        onChange={(event) => {
          const files = pickedFiles(event.currentTarget).map(({ file }) => file);
          void store(replaced.current === null ? files : files.slice(0, 1), replaced.current);
        }}
      />
      {(question === 'table' || question === 'split') && (
        <SizeDialog
          isSplit={question === 'split'}
          onClose={close}
          onSize={(rows, columns) =>
            then(() => (question === 'split' ? splitAt(editor, rows, columns) : insertTable(editor, rows, columns)))
          }
        />
      )}
      {question === 'pictureWidth' && <FigureWidthDialog onClose={close} then={then} />}
      {question === 'link' && <FigureLinkDialog onClose={close} then={then} />}
      {question === 'widths' && <WidthDialog onClose={close} then={then} />}
      {question === 'qr' && (
        <Dialog
          title={tableWords.qrTitle}
          confirm={tableWords.insertConfirm}
          onClose={close}
          onConfirm={(form) => then(() => insertQr(editor, String(form.get('link')).trim(), String(form.get('caption')).trim()))}
        >
          <Field label={tableWords.qrLink} wide>
            <input name="link" type="url" required pattern="https?://.+" placeholder="https://" />
          </Field>
          <p className="hint">{tableWords.qrHint}</p>
          <Field label={tableWords.qrCaption} wide>
            <input name="caption" />
          </Field>
        </Dialog>
      )}
    </>
  );
}

function SizeDialog({
  isSplit,
  onClose,
  onSize,
}: {
  readonly isSplit: boolean;
  readonly onClose: () => void;
  readonly onSize: (rows: number, columns: number) => void;
}) {
  const editor = useSlateStatic();
  const cell = isSplit ? tableAt(editor)?.cell : undefined;
  const isMerged = cell !== undefined && cell.rowSpan * cell.columnSpan > 1;
  const [rows, columns] = isMerged ? [cell.rowSpan, cell.columnSpan] : isSplit ? [1, 2] : [3, 3];
  return (
    <Dialog
      title={isSplit ? tableWords.splitTitle : tableWords.insertTable}
      confirm={isSplit ? tableWords.splitConfirm : tableWords.insertConfirm}
      onClose={onClose}
      onConfirm={(form) => onSize(Number(form.get('rows')), Number(form.get('columns')))}
    >
      <div className="fields">
        <Field label={tableWords.rows}>
          <input name="rows" type="number" min={1} max={isSplit ? 20 : 200} required defaultValue={rows} />
        </Field>
        <Field label={tableWords.columns}>
          <input name="columns" type="number" min={1} max={20} required defaultValue={columns} />
        </Field>
      </div>
      {isSplit && <p className="hint">{tableWords.splitHint}</p>}
    </Dialog>
  );
}

/** Stores pictures and puts them in at the cursor, one after the other, or one in the place of another. */
function useStoring(): (files: readonly File[], replaced: PathRef | null) => Promise<void> {
  const editor = useSlateStatic();
  const { api, run, notify } = useSession();
  return useCallback(
    async (files, replaced) => {
      if (files.length === 0) return;
      const images = await run(tableWords.storing, async () => {
        const read = await readFiles(files.map((file) => ({ path: file.name, file })));
        return Promise.all(read.map((file) => api.storeImage(file)));
      });
      if (images === undefined) return;
      for (const image of images) {
        if (replaced === null) insertFigure(editor, image);
        else replacePicture(editor, replaced, image);
      }
      ReactEditor.focus(editor);
      if (replaced === null) showCursor(editor);
      notify('done', replaced === null ? tableWords.stored : tableWords.figure.replaced);
    },
    [editor, api, run, notify],
  );
}
