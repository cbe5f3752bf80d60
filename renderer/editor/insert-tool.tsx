/** 插入: tables, pictures, QR codes and boxes at the cursor. */
import { DropdownMenu } from 'radix-ui';
import { useSlateStatic } from 'slate-react';
import { Icon } from '../ui/icon.tsx';
import { ask, type Question } from './asking.ts';
import { insertBox } from './insert-block.ts';
import { useIsReadOnly } from './read-only.ts';
import { tableWords } from './table-words.ts';
import { useTool } from './use-tool.ts';

const questions: readonly (readonly [Question, string])[] = [
  ['table', tableWords.insertTable],
  ['picture', tableWords.insertFigure],
  ['qr', tableWords.insertQr],
];

export function InsertTool() {
  const editor = useSlateStatic();
  const use = useTool();
  const isReadOnly = useIsReadOnly();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="button button-quiet" disabled={isReadOnly}>
        {tableWords.insert}
        <Icon name="unfold" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} onCloseAutoFocus={(event) => event.preventDefault()}>
          {questions.map(([question, title]) => (
            <DropdownMenu.Item key={question} className="menu-item" onSelect={() => ask(editor, question)}>
              {title}
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Item className="menu-item" onSelect={() => use(insertBox)}>
            {tableWords.insertBox}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
