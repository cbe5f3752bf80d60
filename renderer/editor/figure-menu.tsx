/** The figure's part of the menu of the right mouse button, and the questions behind it. */
import { ContextMenu } from 'radix-ui';
import { useSlateStatic } from 'slate-react';
import { Dialog, Field } from '../ui/dialog.tsx';
import { ask, type Question } from './asking.ts';
import { figureAt, figureWidth, setFigureLink, setFigureWidth } from './figure-deeds.ts';
import { useIsReadOnly } from './read-only.ts';
import { tableWords } from './table-words.ts';

const says = tableWords.figure;

export function FigureGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const figure = figureAt(editor)?.[0];
  if (isReadOnly || figure === undefined) return null;
  const isCode = figure.image == null && figure.link !== undefined;
  const items: readonly (readonly [Question, string])[] = isCode
    ? [['link', says.link]]
    : [...(figureWidth(figure) === null ? [] : ([['pictureWidth', says.width]] as const)), ['replacePicture', says.replace]];
  return items.map(([question, title]) => (
    <ContextMenu.Item key={question} className="menu-item" onSelect={() => ask(editor, question)}>
      {title}
    </ContextMenu.Item>
  ));
}

interface FigureDialogProps {
  readonly onClose: () => void;
  readonly then: (deed: () => void) => void;
}

export function FigureWidthDialog({ onClose, then }: FigureDialogProps) {
  const editor = useSlateStatic();
  const figure = figureAt(editor)?.[0];
  if (figure === undefined) return null;
  return (
    <Dialog
      title={says.widthTitle}
      confirm={tableWords.confirm}
      onClose={onClose}
      onConfirm={(form) => then(() => setFigureWidth(editor, Number(form.get('width'))))}
    >
      <Field label={says.millimetres} wide>
        <input name="width" type="number" min={5} max={400} step={0.1} required defaultValue={figureWidth(figure) ?? ''} />
      </Field>
      <p className="hint">{says.widthHint}</p>
    </Dialog>
  );
}

export function FigureLinkDialog({ onClose, then }: FigureDialogProps) {
  const editor = useSlateStatic();
  const figure = figureAt(editor)?.[0];
  if (figure === undefined) return null;
  return (
    <Dialog
      title={says.linkTitle}
      confirm={tableWords.confirm}
      onClose={onClose}
      onConfirm={(form) => then(() => setFigureLink(editor, String(form.get('link')).trim()))}
    >
      <Field label={tableWords.qrLink} wide>
        <input name="link" type="url" required pattern="https?://.+" defaultValue={figure.link} />
      </Field>
      <p className="hint">{tableWords.qrHint}</p>
    </Dialog>
  );
}
