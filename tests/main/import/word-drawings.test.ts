import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { greyJpeg } from '../export/press-pictures.ts';
import { p, r, readDocx, texts } from './docx.ts';

/** A PNG of 2 × 1 pixels; checksums apart, which nobody here looks at. */
const HEADER = [
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0,
];
const row = [...deflateSync(Buffer.from([0, 255, 0, 0, 0, 0, 255]))];
const PNG = new Uint8Array([
  ...HEADER,
  0,
  0,
  0,
  row.length,
  ...Buffer.from('IDAT'),
  ...row,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  ...Buffer.from('IEND'),
  0,
  0,
  0,
  0,
]);
const inline = (blip: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${blip}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const shape = (content: string, attributes = '') =>
  `<w:r><w:pict><v:shape ${attributes}><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

test('a picture follows the text of its paragraph with its size in points and is kept once', async () => {
  const { draft } = await readDocx({
    body: `<w:p>${r('图')}${inline('r:embed="i"')}${r('一')}</w:p><w:p>${inline('r:embed="i"')}</w:p>`,
    media: { 'image1.png': PNG },
    relations: { i: ['image', 'media/image1.png'] },
  });
  const hash = draft.images[0]?.hash;
  expect(draft.images).toHaveLength(1);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const figure = { kind: 'figure', image: { hash, width: 100, height: 50 } };
  expect(draft.nodes).toEqual([{ kind: 'paragraph', runs: [{ text: '图一' }] }, figure, figure]);
});

test.each([
  ['cut off', PNG.subarray(0, PNG.length - 20)],
  ['without its rows', new Uint8Array([...HEADER, 0, 0, 0, 0, ...Buffer.from('IEND'), 0, 0, 0, 0])],
  ['with rows that are no deflate stream', PNG.map((byte, at) => (at > HEADER.length + 8 && at < HEADER.length + 14 ? 0x55 : byte))],
  // What programs that mend files make of a transmission that broke off.
  ['a JPEG cut in its data, with an end mark', Buffer.concat([greyJpeg.subarray(0, greyJpeg.length - 40), Buffer.from([0xff, 0xd9])])],
  ['of a made-up size', PNG.map((byte, at) => (at === 16 || at === 20 ? 0x7f : byte))],
])('a picture %s leaves its place and a message', async (_, bytes) => {
  const { draft, messages } = await readDocx({
    body: `<w:p>${inline('r:embed="i"')}</w:p>`,
    media: { 'image1.png': bytes },
    relations: { i: ['image', 'media/image1.png'] },
  });
  expect(draft.nodes).toEqual([{ kind: 'figure', image: null }]);
  expect(messages.map((entry) => entry.code)).toEqual(['picture-unreadable']);
});

test('a whole JPEG is taken as it is', async () => {
  const { draft, messages } = await readDocx({
    body: `<w:p>${inline('r:embed="i"')}</w:p>`,
    media: { 'image1.jpg': greyJpeg },
    relations: { i: ['image', 'media/image1.jpg'] },
  });
  expect([draft.images.map(({ mediaType }) => mediaType), messages]).toEqual([['image/jpeg'], []]);
});

test('unreadable and external pictures leave their place and a message', async () => {
  const { draft, messages } = await readDocx({
    body: `<w:p>${inline('r:embed="i"')}</w:p><w:p>${inline('r:link="e"')}</w:p>`,
    media: { 'image1.emf': new Uint8Array([1, 0, 0, 0]) },
    relations: { i: ['image', 'media/image1.emf'], e: ['image', 'http://example.invalid/x.png', true] },
  });
  expect(draft.nodes).toEqual([
    { kind: 'figure', image: null },
    { kind: 'figure', image: null },
  ]);
  expect(messages.map((entry) => entry.code)).toEqual(['picture-unreadable', 'external-target']);
});

test('a red text box is a head before its paragraph, a framed one is a box, an empty one nothing', async () => {
  const red = '<w:color w:val="FF0000"/>';
  const { draft } = await readDocx(
    `<w:p>${r('正文')}${shape(p('示例市人民政府文件', '', red))}${shape(p('专栏') + p('内容'))}${shape('<w:p/>')}</w:p><w:p>${shape(p('编号'), 'stroked="f"')}</w:p>`,
  );
  expect(draft.nodes).toEqual([
    { kind: 'paragraph', inTextBox: true, runs: [{ text: '示例市人民政府文件', color: 'FF0000' }] },
    {
      kind: 'box',
      paragraphs: [
        { kind: 'paragraph', runs: [{ text: '专栏' }] },
        { kind: 'paragraph', runs: [{ text: '内容' }] },
      ],
    },
    { kind: 'paragraph', runs: [{ text: '正文' }] },
    { kind: 'paragraph', inTextBox: true, runs: [{ text: '编号' }] },
  ]);
});

test('word art is text, and a text box with its VML double is read once', async () => {
  const double = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>${p('盒')}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('盒')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const { draft } = await readDocx(
    `<w:p><w:r><w:pict><v:shape fillcolor="red"><v:textpath string="示例市公报"/></v:shape></w:pict></w:r></w:p><w:p>${double}</w:p>`,
  );
  expect(texts(draft)).toEqual(['示例市公报', '盒']);
  expect(draft.nodes[0]).toMatchObject({ inTextBox: true, runs: [{ color: 'FF0000' }] });
});

test('embedded objects are named', async () => {
  const { messages } = await readDocx(`<w:p>${r('见表')}<w:r><w:object><o:OLEObject/></w:object></w:r></w:p>`);
  expect(messages.map((entry) => entry.code)).toEqual(['object-left-out']);
});
