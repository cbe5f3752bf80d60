/** A document that goes into the editor and back is the same, and what the editor makes of it is a document. */
import { Editor, Node, Transforms } from 'slate';
import { beforeAll, describe, expect, test } from 'vitest';
import { toDocument, toValue } from '../../../renderer/editor/document-value.ts';
import { createGazetteEditor } from '../../../renderer/editor/gazette-editor.ts';
import type { GazetteEditor } from '../../../renderer/editor/slate-value.ts';
import { isGazetteDocument } from '../../../shared/document/guard.ts';
import { plainText } from '../../../shared/document/summary.ts';
import { allDocuments, type Named } from './documents.ts';

let documents: readonly Named[] = [];
beforeAll(async () => {
  documents = await allDocuments();
});

function opened(document: Named['document']): GazetteEditor {
  const editor = createGazetteEditor();
  editor.children = toValue(document);
  return editor;
}

describe('document → editor → document', () => {
  test('is the identity, to the letter of the JSON', () => {
    expect(documents.length).toBeGreaterThan(30);
    for (const { name, document } of documents) {
      expect(JSON.stringify(toDocument(toValue(document), document)), name).toBe(JSON.stringify(document));
    }
  });

  test('holds after Slate has put everything into its own order: no character and no field is lost', () => {
    for (const { name, document } of documents) {
      const editor = opened(document);
      Editor.normalize(editor, { force: true });
      const back = toDocument(editor.children, document);
      expect(isGazetteDocument(back), name).toBe(true);
      expect(plainText(back), name).toBe(plainText(document));
      expect(
        back.blocks.map(({ type }) => type),
        name,
      ).toEqual(document.blocks.map(({ type }) => type));
    }
  });

  test('a key typed and taken back leaves nothing behind', () => {
    for (const { name, document } of documents) {
      const editor = opened(document);
      const last = editor.children.length - 1;
      for (const at of [0, 1, last]) {
        const point = Editor.end(editor, [at]);
        Transforms.select(editor, point);
        editor.insertText('字');
        expect(isGazetteDocument(toDocument(editor.children, document)), name).toBe(true);
        editor.undo();
      }
      expect(JSON.stringify(toDocument(editor.children, document)), name).toBe(JSON.stringify(document));
    }
  });

  test('whatever is deleted at random, the rest is a document that the desk takes', () => {
    let seed = 7;
    const chance = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (const { name, document } of documents.slice(0, 40)) {
      const editor = opened(document);
      for (let round = 0; round < 12; round += 1) {
        const texts = [...Node.texts(editor)];
        const pick = () => {
          const [text, path] = texts[chance(texts.length)] as (typeof texts)[number];
          return { path, offset: chance(text.text.length + 1) };
        };
        const anchor = pick();
        Transforms.select(editor, round % 3 === 0 ? { anchor, focus: pick() } : { anchor, focus: anchor });
        const deeds = [
          () => editor.deleteBackward('character'),
          () => editor.deleteForward('character'),
          () => editor.insertBreak(),
          () => editor.insertText('改'),
          () => editor.deleteFragment(),
        ];
        deeds[chance(deeds.length)]?.();
        expect(isGazetteDocument(toDocument(editor.children, document)), `${name}, round ${round}`).toBe(true);
      }
      while (editor.history.undos.length > 0) editor.undo();
      expect(plainText(toDocument(editor.children, document)), name).toBe(plainText(document));
    }
  });
});
