import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSubmission } from '../../../main/import/index.ts';
import { docx, p } from './docx.ts';

const GOOD = docx({ body: p('示例市人民政府') });
const DOC = new Uint8Array(readFileSync(new URL('../../fixtures/import/numbers-notes-table.doc', import.meta.url)));
const TEXT = strToU8('示例市人民政府\n');

async function refusal(name: string, bytes: Uint8Array) {
  const outcome = await readSubmission({ name, bytes });
  if (outcome.ok) return { code: 'ok', text: '', at: undefined };
  return outcome.error;
}

/** The flag fEncrypted in the file information block, which lies in the first sector of the WordDocument stream. */
function encryptedDoc(): Uint8Array {
  const bytes = DOC.slice();
  const at = bytes.findIndex((byte, i) => i % 512 === 0 && byte === 0xec && bytes[i + 1] === 0xa5);
  bytes[at + 0x0b] = (bytes[at + 0x0b] ?? 0) | 1;
  return bytes;
}

/** A compound file whose only stream is renamed: `WordDocument` has as many characters as the name given. */
function renamed(name: string): Uint8Array {
  const bytes = DOC.slice();
  const old = [...'WordDocument'].flatMap((sign) => [sign.charCodeAt(0), 0]);
  const at = bytes.findIndex((_, i) => old.every((byte, k) => bytes[i + k] === byte));
  [...name.padEnd(12, '\0')].forEach((sign, i) => {
    bytes[at + i * 2] = sign.charCodeAt(0);
  });
  bytes[at + 64] = name.length * 2 + 2;
  return bytes;
}

test.each([
  ['空.docx', new Uint8Array(0), 'empty-file', '空的'],
  ['空白.txt', strToU8(' \r\n　\r\n'), 'empty-file', '没有文字'],
  ['无字.docx', docx({ body: '<w:p/>' }), 'empty-file', '没有文字'],
  ['半截.docx', GOOD.slice(0, GOOD.length - 60), 'damaged-file', '损坏'],
  ['乱码.docx', new Uint8Array(4000).fill(0), 'damaged-file', '损坏'],
  ['半截.doc', DOC.slice(0, 3000), 'damaged-file', '损坏'],
  ['实体.docx', docx({ body: p('&a;'), prolog: '<!DOCTYPE x [<!ENTITY a "甲">]>' }), 'damaged-file', '损坏'],
  ['密.doc', encryptedDoc(), 'encrypted-file', '密码'],
  ['密.docx', renamed('EncryptionInfo'.slice(0, 14)), 'encrypted-file', '密码'],
  [
    '表.docx',
    docx({ body: '', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
    'wrong-type',
    'Excel',
  ],
  [
    '表.xlsx',
    docx({ body: '', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
    'not-a-document',
    'Excel',
  ],
  ['表.xls', renamed('Workbook'), 'not-a-document', 'Excel'],
  ['扫描.pdf', strToU8('%PDF-1.7\n'), 'not-a-document', 'PDF 文件，请向来稿单位索取 Word 或文本稿'],
  ['图.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), 'not-a-document', 'JPEG'],
  ['稿.rtf', strToU8('{\\rtf1 a}'), 'not-a-document', 'RTF'],
  ['稿.doc', strToU8('{\\rtf1 a}'), 'wrong-type', 'RTF'],
  ['网页.htm', strToU8('<!DOCTYPE html><p>甲'), 'not-a-document', '网页'],
  ['包.zip', zipSync({ 'a.txt': TEXT }), 'not-a-document', '解压'],
  ['程序', new Uint8Array(500).map((_, i) => (i * 7) % 32), 'not-a-document', '二进制'],
  ['假.docx', TEXT, 'wrong-type', '纯文本'],
  ['假.doc', GOOD, 'wrong-type', '.docx'],
  ['假.txt', GOOD, 'wrong-type', '.docx'],
  ['假.docx', DOC, 'wrong-type', '.doc'],
])('%s is refused as a whole (%#)', async (name, bytes, code, words) => {
  const error = await refusal(name, bytes);
  expect(error.code).toBe(code);
  expect(error.text).toContain(words);
  expect(error.text).toContain(name);
  expect(error.at).toEqual({ file: name });
});

test('a file without a known extension is read by its bytes', async () => {
  for (const bytes of [GOOD, DOC, TEXT]) {
    for (const name of ['来稿', '来稿.bak']) expect((await readSubmission({ name, bytes })).ok).toBe(true);
  }
});

test('the document part may have any name', async () => {
  expect((await readSubmission({ name: 'a.docx', bytes: docx({ body: p('甲'), documentPart: 'main/text.xml' }) })).ok).toBe(true);
});

test('an archive that claims to be huge is refused before it is inflated', async () => {
  const bomb = GOOD.slice();
  const view = new DataView(bomb.buffer);
  for (let at = 0; at + 46 < bomb.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
  expect((await refusal('炸弹.docx', bomb)).code).toBe('too-large');
});

test('no damage makes the readers throw', async () => {
  let seed = 7;
  const chance = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let round = 0; round < 150; round += 1) {
    const bytes = (round % 2 === 0 ? GOOD : DOC).slice();
    for (let n = chance(12); n >= 0; n -= 1) bytes[chance(round % 4 === 1 ? 4096 : bytes.length)] = chance(256);
    const outcome = await readSubmission({ name: '稿', bytes: chance(3) === 0 ? bytes.slice(0, chance(bytes.length)) : bytes });
    if (!outcome.ok) expect(outcome.error.code).toMatch(/^(damaged-file|encrypted-file|not-a-document|empty-file|too-large)$/);
  }
});
