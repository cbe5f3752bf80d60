/** What messages and the help call things is what stands on the buttons. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { words as editor } from '../../renderer/editor/words.ts';
import { words as history } from '../../renderer/history/words.ts';
import { words as inbox } from '../../renderer/inbox/words.ts';
import { words as issue } from '../../renderer/issue/words.ts';
import { words as output } from '../../renderer/output/words.ts';
import { words as preview } from '../../renderer/preview/words.ts';

const help = join(import.meta.dirname, '../../assets/help');
const topics = readdirSync(help).map((name) => [name, readFileSync(join(help, name), 'utf8')] as const);

it('names the masthead and the imprint by their button', () => {
  expect(issue.head.open).toBe(`${issue.head.title}…`);
  for (const [name, text] of [...topics, ['版面', preview.noText] as const]) {
    for (const [found] of text.matchAll(/刊头与../g)) expect([name, found]).toEqual([name, issue.head.title]);
  }
  expect(preview.noText).toContain(issue.head.title);
});

it('says of a final document which buttons open it again', () => {
  const text = topics.find(([name]) => name === 'edit.md')?.[1];
  expect(text).toContain(editor.banners.backToEditing);
  expect(text).toContain(history.backward('proofreading'));
  expect(inbox.detail.final).toContain(editor.banners.backToEditing);
});

it('counts what asks for something apart from what is only told', () => {
  expect(output.jobMessages(0, 33)).toBe('本期还有 33 条说明');
  expect(output.jobMessages(2, 33)).toBe('本期还有 2 条提示、33 条说明');
  expect(output.jobMessages(2, 0)).toBe('本期还有 2 条提示');
});
