import { expect, test } from 'vitest';
import { readSubmission } from '../../../main/import/index.ts';
import { texts } from './docx.ts';

async function read(bytes: Uint8Array) {
  const outcome = await readSubmission({ name: '稿.txt', bytes });
  if (!outcome.ok) throw new Error(outcome.error.text);
  return { lines: texts(outcome.value), messages: outcome.messages };
}

/** 示例市 in GB18030. */
const GB = [0xca, 0xbe, 0xc0, 0xfd, 0xca, 0xd0];
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, little: boolean): Uint8Array {
  const units = [...`\ufeff${text}`].map((sign) => sign.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
}

test.each([
  ['UTF-8', utf8('示例市\n　　正文')],
  ['UTF-8 with mark', utf8('\ufeff示例市\n　　正文')],
  ['UTF-16 LE', utf16('示例市\n　　正文', true)],
  ['UTF-16 BE', utf16('示例市\n　　正文', false)],
  ['GB18030', new Uint8Array([...GB, 10, 0xa1, 0xa1, 0xa1, 0xa1, 0xd5, 0xfd, 0xce, 0xc4])],
])('%s is told from its bytes', async (_, bytes) => {
  const { lines, messages } = await read(bytes);
  expect(lines).toEqual(['示例市', '　　正文']);
  expect(messages).toEqual([]);
});

test('all line ends make paragraphs, form feeds go, blank lines and tabs stay', async () => {
  expect((await read(utf8('甲\r\n乙\r丙\n\n\f丁\t│戊\n'))).lines).toEqual(['甲', '乙', '丙', '', '丁\t│戊']);
});

test('a byte that is no character is marked with its line', async () => {
  const { lines, messages } = await read(new Uint8Array([...GB, 10, ...GB, 0xff, 10, ...GB]));
  expect(lines).toEqual(['示例市', '示例市�', '示例市']);
  expect(messages).toMatchObject([{ code: 'undecodable', severity: 'warning', at: { file: '稿.txt', line: 2 } }]);
});
