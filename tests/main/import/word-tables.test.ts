import { expect, test } from 'vitest';
import { grid, p, readDocx, texts } from './docx.ts';

const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const GRID = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>';

test('spans, merges, blank cells at the ends of a row, head rows', async () => {
  const { draft } = await readDocx(
    `<w:tbl>${GRID}${tr(tc(p('表头'), span(2)) + tc(p('名称')), '<w:tblHeader/>')}` +
      tr(tc(p('合并'), '<w:vMerge w:val="restart"/>') + tc(p('一') + p('二')) + tc(p('三'))) +
      tr(tc(p(''), '<w:vMerge/>') + tc(p('四'), span(2)), '<w:tblHeader/>') +
      tr(tc(p('五')), '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>') +
      `${tr(tc(p('删')), '<w:del/>')}</w:tbl>`,
  );
  expect(grid(draft)).toEqual([['表头[2x1]', '名称'], ['合并[1x2]', '一¶二', '三'], ['四[2x1]'], ['', '五', '']]);
  expect(draft.nodes[0]).toMatchObject({
    kind: 'table',
    columns: [1000, 2000, 3000],
    rows: [{ head: true }, { head: false }, { head: false }, { head: false }],
  });
});

test('a nested table becomes paragraphs of its cell with a message', async () => {
  const nested = `<w:tbl>${tr(tc(p('内一')) + tc(p('内二')))}</w:tbl><w:p/>`;
  const { draft, messages } = await readDocx(`<w:tbl>${tr(tc(p('外') + nested))}</w:tbl>`);
  expect(grid(draft)).toEqual([['外¶内一\t内二']]);
  expect(messages.map((entry) => entry.code)).toEqual(['table-flattened']);
});

test('rows and cells in content controls, widths from the cells, numbering inside cells', async () => {
  const numbered = p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const { draft } = await readDocx({
    body: `<w:tbl><w:sdt><w:sdtContent>${tr(`${tc(numbered, '<w:tcW w:w="500" w:type="dxa"/>')}<w:sdt><w:sdtContent>${tc(numbered, '<w:tcW w:w="700" w:type="dxa"/>')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt></w:tbl>${p('后')}`,
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  });
  expect(grid(draft)).toEqual([['1.甲', '2.甲']]);
  expect(draft.nodes[0]).toMatchObject({ columns: [500, 700] });
  expect(texts(draft)).toEqual(['后']);
});

test('an absurd span is bounded', async () => {
  const { draft } = await readDocx(`<w:tbl>${tr(tc(p('甲'), span(99999999)))}</w:tbl>`);
  expect(draft.nodes[0]).toMatchObject({ kind: 'table' });
  expect(draft.nodes[0]?.kind === 'table' && draft.nodes[0].columns.length).toBeLessThan(1000);
});
