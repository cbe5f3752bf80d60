/** The title at the top of the text, typed in place, and below it what is printed with it: 副标题, 作者行, 发文字号, 主送机关. */
import { Node } from 'slate';
import type { RenderElementProps } from 'slate-react';
import { dateText } from '../../shared/layout/heads.ts';
import { words } from './words.ts';

/** Asks the strip with the fields to open; it stands outside of the editable text. */
export const editHead = 'gazette-edit-head';

export function HeadTitleView({ attributes, children, element }: RenderElementProps) {
  const { subtitle = null, byline = null, docNumber = null, date = null, addressees = null } = element.fields ?? {};
  const numberLine = [docNumber, docNumber === null || date === null ? null : dateText(date)].filter((part) => part !== null).join('　');
  const below = [
    { name: 'head-subtitle', text: subtitle ?? '' },
    { name: 'head-byline', text: byline ?? '' },
    { name: 'head-number', text: numberLine },
    { name: 'head-addressees', text: addressees ?? '' },
  ].filter(({ text }) => text !== '');
  const open = () => window.dispatchEvent(new Event(editHead));
  return (
    <div {...attributes} className="head-title">
      <h2 data-hint={Node.string(element) === '' ? words.head.titleHint : undefined}>{children}</h2>
      {below.length > 0 && (
        <div contentEditable={false} className="head-below">
          {below.map(({ name, text }) => (
            // The strip above the text has the same for the keyboard.
            <button key={name} type="button" tabIndex={-1} className={name} title={words.head.edit} onClick={open}>
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
