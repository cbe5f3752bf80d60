/** The head of an attachment: its label (附件1) in a field of its own above its title. */
import { Transforms } from 'slate';
import { ReactEditor, type RenderElementProps, useReadOnly, useSlateStatic } from 'slate-react';
import { words } from './words.ts';

export function AttachmentTitleView({ attributes, children, element }: RenderElementProps) {
  const editor = useSlateStatic();
  const isReadOnly = useReadOnly();
  return (
    <div {...attributes} className="block block-attachment-title">
      <div contentEditable={false}>
        <input
          value={element.label ?? ''}
          readOnly={isReadOnly}
          placeholder={words.attachmentLabelHint}
          aria-label={words.attachmentLabel}
          onChange={(event) => Transforms.setNodes(editor, { label: event.target.value }, { at: ReactEditor.findPath(editor, element) })}
        />
      </div>
      <p>{children}</p>
    </div>
  );
}
