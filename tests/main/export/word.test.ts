/** The Word file is read back as a ZIP of XML: text, styles, sections, heads, tables, contents, and the same bytes every time. */
import { beforeAll, describe, expect, it } from 'vitest';
import { writeWord } from '../../../main/export/word.ts';
import { type Block, blockText, type TableBlock } from '../../../shared/document/block.ts';
import type { ContentsManner } from '../../../shared/style/style.ts';
import { all, paragraphs, type Reading, read, sample, textOf, withBlocks, withStyle } from './read-word.ts';
import { composed, house, laidOut } from './word-sample.ts';

function count(text: string): Record<string, number> {
  const counter: Record<string, number> = {};
  for (const character of text) if (/\S/.test(character)) counter[character] = (counter[character] ?? 0) + 1;
  return counter;
}

let file: Reading;
beforeAll(async () => {
  file = await read(sample);
});

describe('text', () => {
  it('holds every character of every document, and no other', () => {
    const printed = composed.entries.map(({ document }) => {
      const [year, month, day] = (document.date ?? '').split('-').map(Number);
      const date = document.date === null ? '' : `${year}年${month}月${day}日`;
      const { titleLines, subtitle, byline, docNumber, addressees } = document;
      const figures = document.blocks.filter((block) => block.type === 'figure' && block.image === null).map(() => '〔图片缺失〕');
      return [...titleLines, subtitle, byline, docNumber, date, addressees, ...document.blocks.map(blockText), ...figures].join('');
    });
    expect(count(textOf(file.body))).toEqual(count(printed.join('')));
  });

  it('keeps bold, superscript, subscript and line breaks', () => {
    expect(file.body).toMatch(/<w:vertAlign w:val="subscript"\/><\/w:rPr><w:t xml:space="preserve">2\.5</);
    expect(file.body).toMatch(/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t xml:space="preserve">2</);
    expect(file.body).toMatch(/<w:b\/>.{0,60}监测值/);
    expect(file.body).toMatch(/为准；<\/w:t><\/w:r><w:r><w:br\/><w:t xml:space="preserve">换行后/);
  });

  it('marks Chinese punctuation as Chinese, so that Word does not take it from Times', () => {
    const quoted = all(file.body, /<w:r>(?:(?!<\/w:r>).)*“(?:(?!<\/w:r>).)*<\/w:r>/g);
    expect(quoted.length).toBeGreaterThan(5);
    for (const run of quoted) expect(run).toContain('w:hint="eastAsia"');
  });

  it('leaves out what XML cannot hold and escapes what it can', async () => {
    const { body } = await read(withBlocks([{ type: 'paragraph', children: [{ text: '甲\u0001<乙>&"丙"\t丁' }] }]));
    expect(textOf(body)).toContain('甲<乙>&"丙"丁');
    expect(body).toContain('<w:tab/>');
    expect(body).not.toContain('\u0001');
  });
});

describe('styles', () => {
  it('defines every style that is used, with Chinese names', () => {
    const styles = file.part('word/styles.xml');
    const defined = new Set(all(styles, /w:styleId="([^"]+)"/g));
    const parts = Object.keys(file.files).filter((name) => /word\/(document|header\d+|footer\d+)\.xml$/.test(name));
    const used = new Set(parts.flatMap((name) => all(file.part(name), /<w:(?:p|r)Style w:val="([^"]+)"\/>/g)));
    expect([...used].filter((id) => !defined.has(id))).toEqual([]);
    expect(used.size).toBeGreaterThan(22);
    const names = all(styles, /<w:name w:val="([^"]+)"\/>/g);
    for (const name of [
      '公报标题',
      '公报副标题',
      '文号行',
      '主送机关',
      '公报正文',
      '一级标题',
      '二级标题',
      '三级标题',
      '四级标题',
      '条文',
      '附注',
    ]) {
      expect(names).toContain(name);
    }
    for (const name of ['附件说明', '附件标题', '目录栏目', '目录条目', '表格文字', '表头', '书眉', '公报页码'])
      expect(names).toContain(name);
  });

  it('gives the navigation pane its levels, the body its indent and the grid its lines', () => {
    const styles = file.part('word/styles.xml');
    const style = (id: string) => all(styles, new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 'g'))[0] ?? '';
    const levels = ['GazetteTitle', 'Heading1st', 'Heading2nd', 'Heading3rd', 'Heading4th'];
    levels.forEach((id, level) => {
      expect(style(id)).toContain(`<w:outlineLvl w:val="${level}"/>`);
    });
    expect(style('GazetteBody')).toContain('w:firstLineChars="200" w:firstLine="420"');
    expect(style('GazetteBody')).toContain('w:line="370" w:lineRule="exact"');
    expect(style('GazetteTitle')).toContain('w:eastAsia="方正小标宋简体"');
    expect(style('Heading1st')).toContain('w:eastAsia="黑体"');
    expect(style('Normal')).toContain('<w:overflowPunct w:val="0"/>');
    expect(styles).toContain('w:eastAsia="zh-CN"');
    expect(file.part('word/fontTable.xml')).toMatch(/方正小标宋简体"><w:altName w:val="[^"]*宋体/);
  });

  it('sets run-in headings and article numbers in their own fonts', () => {
    const heading = paragraphs(file.body, 'Heading2nd')[0] ?? '';
    expect(heading).toMatch(/<w:r><w:t xml:space="preserve">（一）指导思想。<\/w:t>/);
    expect(all(heading, /<w:rStyle w:val="(RunInText)"\/>/g)).toHaveLength(1);
    const article = paragraphs(file.body, 'Article')[1] ?? '';
    expect(textOf(all(article, /<w:r><w:rPr><w:rStyle w:val="ArticleNumber"\/>.*?<\/w:r>/g).join(''))).toBe('第二十二条');
    expect(textOf(paragraphs(file.body, 'Chapter').join(''))).toBe('第一章　总则');
  });
});

describe('sections', () => {
  it('sets text in balanced columns and all else across the page', () => {
    const columns = file.sections.map((section) => Number(/<w:cols [^>]*w:num="(\d)"/.exec(section)?.[1]));
    const starts = file.sections.map((section) => /<w:type w:val="(\w+)"\/>/.exec(section)?.[1]);
    // Contents | title, letter, inner title, plan, box, plan | attachment 1 (its head breaks the page) | attachment 2.
    expect(columns.slice(0, 9)).toEqual([1, 1, 2, 1, 2, 1, 2, 1, 1]);
    expect(starts.slice(0, 9)).toEqual(['nextPage', 'nextPage', ...new Array<string>(6).fill('continuous'), 'nextPage']);
    // The appointment follows on; the rules break the page; the article needs a right-hand page; the news break the page.
    expect(starts.slice(9)).toEqual([
      ...['continuous', 'continuous'],
      ...['continuous', 'continuous', 'continuous'],
      ...['oddPage', 'continuous'],
      ...['continuous', 'continuous', 'continuous'],
    ]);
    const breaking = all(file.body, /<w:p>(?:(?!<w:p>).)*?<w:pageBreakBefore\/>(?:(?!<w:p>).)*?<\/w:p>/g).map(textOf);
    expect(breaking).toEqual(['附件1', '示例市人民政府办公室关于印发示例市档案管理办法的通知', '市政府第12次常务会议召开']);
    // Word balances columns only before a continuous break.
    columns.forEach((number, index) => {
      if (number === 2) expect(starts[index + 1]).toBe('continuous');
    });
  });

  it('leaves a box in a column among the text, as wide as the column', async () => {
    const plain: Block = { type: 'paragraph', children: [{ text: '正文。' }] };
    const box = { type: 'box', children: [{ type: 'cellParagraph', children: [{ text: '专栏1　重点工程' }] }] } as const;
    const widthsOf = async (block: Block) => {
      const { body } = await read(withBlocks([plain, block, plain]));
      const before = body.slice(0, body.indexOf('专栏1'));
      return {
        width: Number(/w:w="(\d+)"/.exec(before.slice(before.lastIndexOf('<w:tblW')))?.[1]),
        sections: all(before, /<w:sectPr>/g).length,
      };
    };
    const [across, inColumn] = [await widthsOf(box), await widthsOf({ ...box, inColumn: true })];
    expect([across.width, inColumn.width]).toEqual([2 * 22 * 210 + 420, 22 * 210]);
    // The one begins a section of its own, the other stands in that of the text.
    expect(inColumn.sections).toBe(across.sections - 1);
  });

  it('takes the measures from the style', () => {
    for (const section of file.sections) {
      expect(section).toContain('<w:pgSz w:w="11906" w:h="16838"');
      expect(section).toContain('w:top="1800"');
      expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="370"/>');
      const margins = /w:right="(\d+)".*?w:left="(\d+)"/.exec(section);
      expect(11906 - Number(margins?.[1]) - Number(margins?.[2])).toBe(2 * 22 * 210 + 420);
    }
    expect(file.sections[2]).toContain('w:space="420"');
  });

  it('lets the grid of the issue override that of the house', async () => {
    const grid = { columns: 2, charactersPerLine: 21, linesPerColumn: 37 };
    const other = await read({ ...sample, composed: { ...composed, head: { ...composed.head, grid } } });
    expect(other.sections[0]).toContain('w:linePitch="360"');
    const margins = /w:right="(\d+)".*?w:left="(\d+)"/.exec(other.sections[0] ?? '');
    expect(11906 - Number(margins?.[1]) - Number(margins?.[2])).toBe(2 * 21 * 210 + 420);
  });

  it('numbers the contents from 1 and the body from the folio of the layout, then on', () => {
    const numbers = file.sections.map((section) => /<w:pgNumType w:start="(\d+)"\/>/.exec(section)?.[1]);
    expect(numbers[0]).toBe('1');
    expect(numbers[1]).toBe('3');
    expect(numbers.slice(2).every((number) => number === undefined)).toBe(true);
  });

  it('puts the heads of its 栏目 on even and odd pages of every section', () => {
    const relations = Object.fromEntries(
      [...file.part('word/_rels/document.xml.rels').matchAll(/Id="(rId\d+)"[^>]*Target="([^"]+)"/g)].map((match) => [match[1], match[2]]),
    );
    const headOf = (section: string, kind: string) => {
      const id = new RegExp(`<w:headerReference w:type="${kind}" r:id="([^"]+)"/>`).exec(section)?.[1] ?? '';
      return file.part(`word/${relations[id]}`);
    };
    const names = file.sections.map((section) => textOf(headOf(section, 'default')));
    expect(names[0]).toBe('');
    expect([...new Set(names.slice(1))]).toEqual(['市政府文件　・・', '市政府办公室文件　・・', '调查研究　・・', '政务动态　・・']);
    for (const section of file.sections.slice(1)) {
      expect(headOf(section, 'default')).toContain('>PAGE<');
      expect(headOf(section, 'even')).toContain('>PAGE<');
      expect(section.match(/<w:footerReference/g)).toHaveLength(2);
    }
    expect(textOf(headOf(file.sections[1] ?? '', 'even'))).toBe('・・　市政府文件');
    expect(headOf(file.sections[1] ?? '', 'even')).toContain('<w:jc w:val="left"/>');
    expect(headOf(file.sections[1] ?? '', 'default')).toContain('<w:jc w:val="right"/>');
    expect(file.part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('puts the folio between dashes at the foot when the house does', async () => {
    const other = await read(withStyle({ runningHead: { ...house.runningHead, folio: 'foot' } }));
    const names = Object.keys(other.files);
    const feet = names.filter((name) => name.startsWith('word/footer')).map(other.part);
    expect(new Set(feet.map(textOf))).toEqual(new Set(['', '—  —']));
    expect(feet.filter((foot) => foot.includes('>PAGE<'))).toHaveLength(8);
    const heads = names.filter((name) => name.startsWith('word/header')).map((name) => textOf(other.part(name)));
    expect(heads).toContain('调查研究');
    expect(names.filter((name) => name.startsWith('word/header')).some((name) => other.part(name).includes('>PAGE<'))).toBe(false);
  });

  it('needs no columns where the grid has one', async () => {
    const other = await read({
      ...sample,
      composed: { ...composed, head: { ...composed.head, grid: { columns: 1, charactersPerLine: 28, linesPerColumn: 22 } } },
    });
    expect(other.sections.every((section) => section.includes('w:num="1"'))).toBe(true);
  });
});

describe('tables and figures', () => {
  it('writes spans, head rows and widths in proportion', () => {
    const table = all(file.body, /<w:tbl>.*?<\/w:tbl>/g).find((xml) => xml.includes('县（区）')) ?? '';
    expect(all(table, /<w:gridCol w:w="(\d+)"\/>/g)).toEqual(['3220', '1610', '1610', '1610', '1610']);
    const rows = all(table, /<w:tr>.*?<\/w:tr>/g);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false, false, false, false]);
    const shape = rows.map((row) =>
      all(row, /<w:tc>.*?<\/w:tc>/g).map((cell) => {
        const span = /<w:gridSpan w:val="(\d+)"\/>/.exec(cell)?.[1] ?? '1';
        const merge = /<w:vMerge w:val="(\w)\w*"\/>/.exec(cell)?.[1] ?? '';
        return `${span}${merge}`;
      }),
    );
    expect(shape).toEqual([
      ['1r', '2', '2'],
      ['1c', '1', '1', '1', '1'],
      ['5'],
      ['1r', '1', '1', '1', '1'],
      ['1c', '2r', '2'],
      ['1', '2c', '1', '1'],
    ]);
    expect(table).toContain('w:sz="4"');
    // 单位：… stands with its table, not in the columns.
    expect(textOf(file.body.slice(0, file.body.indexOf(table)).slice(-400))).toContain('亿元');
  });

  it('takes the name of a table across with it, and keeps a short table on one page', async () => {
    const row = (text: string) =>
      ({
        type: 'tableRow',
        children: [{ type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [{ type: 'cellParagraph', children: [{ text }] }] }],
      }) as const;
    const table = (count: number): TableBlock => ({
      type: 'table',
      columns: [1],
      children: Array.from({ length: count }, (_, index) => row(`第${index}行`)),
    });
    const text = { type: 'paragraph', children: [{ text: '现将有关情况通报如下。' }] } as const;
    const name = { type: 'paragraph', align: 'center', children: [{ text: '考核得分表' }] } as const;
    const { body } = await read(withBlocks([text, name, table(4), text, table(40)]));
    const paragraphs = all(body, /<w:p>.*?<\/w:p>/g);
    const at = paragraphs.findIndex((xml) => xml.includes('考核得分表'));
    expect(paragraphs[at]).toContain('<w:keepNext/>');
    expect(paragraphs[at]).not.toContain('<w:sectPr>');
    expect(paragraphs[at - 1]).toContain('<w:sectPr>');
    const kept = all(body, /<w:tbl>.*?<\/w:tbl>/g).map((xml) => all(xml, /<w:keepNext\/>/g).length);
    expect(kept).toEqual([3, 0]);
  });

  it('loses no cell of a table whose rows do not agree', async () => {
    const cell = (text: string, columnSpan = 1, rowSpan = 1) =>
      ({ type: 'tableCell', columnSpan, rowSpan, children: [{ type: 'cellParagraph', children: [{ text }] }] }) as const;
    const block: TableBlock = {
      type: 'table',
      columns: [1],
      children: [
        { type: 'tableRow', children: [cell('子', 1, 9), cell('丑', 3)] },
        { type: 'tableRow', children: [cell('寅'), cell('卯'), cell('辰'), cell('巳'), cell('午')] },
        { type: 'tableRow', children: [] },
      ],
    };
    const { body } = await read(withBlocks([block, block, { type: 'table', columns: [1], children: [] }]));
    const tables = all(body, /<w:tbl>.*?<\/w:tbl>/g);
    expect(tables).toHaveLength(2);
    expect(textOf(tables[0] ?? '')).toBe('子丑寅卯辰巳午');
    for (const row of all(tables[0] ?? '', /<w:tr>.*?<\/w:tr>/g)) {
      const spans = all(row, /<w:tc>.*?<\/w:tc>/g).map((xml) => Number(/<w:gridSpan w:val="(\d+)"\/>/.exec(xml)?.[1] ?? 1));
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(6);
    }
  });

  it('scales a picture to the type area and shows a frame where one is missing', () => {
    const [width, height] = (/<wp:extent cx="(\d+)" cy="(\d+)"\/>/.exec(file.body) ?? []).slice(1).map(Number);
    expect(width).toBeLessThanOrEqual((9660 / 20) * 12700);
    expect((width ?? 0) / (height ?? 1)).toBeCloseTo(3, 1);
    expect(Object.keys(file.files).some((name) => name.startsWith('word/media/'))).toBe(true);
    expect(textOf(file.body)).toContain('〔图片缺失〕图2　流程图');
  });
});

describe('contents', () => {
  it('prints the numbers of the layout in links to the titles', () => {
    const links = [...file.document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/g)];
    const byAnchor = new Map<string, string>();
    for (const [, anchor = '', inner = ''] of links) byAnchor.set(anchor, (byAnchor.get(anchor) ?? '') + textOf(inner));
    const anchors = [...byAnchor.keys()];
    expect(anchors).toHaveLength(composed.entries.length);
    anchors.forEach((anchor, index) => {
      const line = laidOut.contents[index];
      expect(byAnchor.get(anchor)?.startsWith(line?.title ?? '?')).toBe(true);
      expect(byAnchor.get(anchor)?.endsWith(`（${line?.page}）`)).toBe(true);
      const marked = new RegExp(`<w:bookmarkStart w:name="${anchor}" w:id="(\\d+)"/>(.*?)<w:bookmarkEnd w:id="\\1"/>`).exec(file.body);
      expect(textOf(marked?.[2] ?? '')).toBe(composed.entries[index]?.document.titleLines.join(''));
    });
    expect(textOf(file.document)).toContain('——以丙县为例丁　戊　己庚辛（59）');
  });

  it.each<[ContentsManner, string]>([
    ['numberBelow', '示府发〔2024〕2号3'],
    ['numberDateLeader', '示府发〔2024〕2号　2024年3月9日3'],
    ['numberLeaderParentheses', '示府发〔2024〕2号（3）'],
    ['titleLeader', '行动方案（2024—2025年）的通知（示府发〔2024〕2号）3'],
  ])('knows the manner %s', async (manner, line) => {
    const contents = { ...house.contents, manner, parentheses: manner === 'numberLeaderParentheses' };
    const { document, body } = await read(withStyle({ contents }));
    const text = textOf(document.slice(0, document.length - body.length));
    expect(text).toContain(line);
    for (const word of ['目　录', '示例市人民政府公报', '2024年第3期（总第36期）', '传达政令', '地址：示例市示例路1号', '编委：丑　寅'])
      expect(text).toContain(word);
    for (const section of ['市政府文件', '市政府办公室文件', '调查研究', '政务动态']) expect(text.split(section).length).toBe(2);
  });

  it('repeats the name of a section on every page of the contents that it runs over', async () => {
    const entry = composed.entries[0];
    const entries = entry === undefined ? [] : Array.from({ length: 30 }, (_, index) => ({ ...entry, opensSection: index === 0 }));
    const contents = { ...house.contents, manner: 'numberDateLeader' } as const;
    const { document } = await read({ ...withStyle({ contents }), composed: { ...composed, entries } });
    const tables = all(document, /<w:tbl>.*?<\/w:tbl>/g).filter((table) => table.includes('<w:hyperlink'));
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect(textOf(table).startsWith('市政府文件')).toBe(true);
    expect(paragraphs(document, 'SectionEnd').filter((paragraph) => paragraph.includes('<w:pageBreakBefore/>'))).toHaveLength(
      tables.length - 1,
    );
  });

  it('asks for no update of fields', () => {
    for (const name of Object.keys(file.files)) {
      if (name.endsWith('.xml')) expect(file.part(name)).not.toMatch(/updateFields|w:dirty|PAGEREF|TOC \\/);
    }
  });
});

describe('the package', () => {
  it('has the same bytes whenever it is written', async () => {
    const first = await writeWord(sample);
    await writeWord(withBlocks([]));
    expect(Buffer.compare(first, await writeWord(sample))).toBe(0);
  });

  it('says what it is', () => {
    const core = file.part('docProps/core.xml');
    expect(core).toContain('<dc:title>示例市人民政府公报2024年第3期</dc:title>');
    expect(core).toContain('<dc:creator>示例市人民政府公报</dc:creator>');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
    expect(all(core, /2024-06-30T00:00:00Z/g)).toHaveLength(2);
  });

  it('can be written of an issue without documents', async () => {
    const empty = await read({ ...sample, composed: { ...composed, entries: [] }, laidOut: { ...laidOut, contents: [], documents: [] } });
    expect(empty.sections).toHaveLength(1);
  });

  it('has distinct ids in bookmarks and drawings', async () => {
    const figure: Block = { type: 'figure', image: { hash: 'pixel', width: 10, height: 10 }, children: [] };
    const { body } = await read(withBlocks([figure, figure]));
    expect(all(body, /<wp:docPr [^>]*?\bid="(\d+)"/g)).toEqual(['1', '2']);
    const ids = all(body, /<w:bookmarkStart [^>]*w:id="(\d+)"/g);
    expect(new Set(ids).size).toBe(composed.entries.length);
  });
});
