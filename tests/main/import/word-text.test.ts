import { expect, test } from 'vitest';
import { p, paragraphs, r, readDocx, texts, wholeText } from './docx.ts';

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test('tabs, breaks and hyphens become characters, page breaks do not', async () => {
  const { draft } = await readDocx(
    '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t></w:r></w:p>',
  );
  expect(texts(draft)).toEqual(['甲\t乙\n丙\n-丁']);
});

test('blanks at the ends count only with xml:space', async () => {
  const { draft } = await readDocx('<w:p><w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙　</w:t></w:r></w:p>');
  expect(texts(draft)).toEqual(['甲 乙　']);
});

test('properties come from defaults, style chain, character style and the run, toggles cancel out', async () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="ff0000"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="c"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
  const theme = '<a:minorFont><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont>';
  const body = `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>${r('粗')}${r('细', '<w:rStyle w:val="c"/>')}${r('黑', '<w:rFonts w:eastAsia="黑体"/><w:b w:val="0"/><w:color w:val="auto"/><w:vertAlign w:val="superscript"/>')}</w:p>${p('文')}`;
  const { draft } = await readDocx({ body, styles, theme });
  expect(draft.nodes).toEqual([
    {
      kind: 'paragraph',
      align: 'center',
      style: 'heading 1',
      outlineLevel: 0,
      runs: [
        { text: '粗', font: '宋体', size: 16, bold: true, color: 'FF0000' },
        { text: '细', font: '宋体', size: 16, color: 'FF0000' },
        { text: '黑', font: '黑体', size: 16, vertical: 'superscript' },
      ],
    },
    { kind: 'paragraph', style: 'normal', runs: [{ text: '文', font: '宋体', size: 16 }] },
  ]);
});

test('indents are in ems, borders and alignment are kept', async () => {
  const size = '<w:sz w:val="32"/>';
  const { draft } = await readDocx(
    p('甲', '<w:ind w:firstLineChars="200" w:firstLine="9" w:rightChars="400"/>', size) +
      p(
        '乙',
        '<w:pBdr><w:top w:val="none"/><w:bottom w:val="single"/></w:pBdr><w:ind w:firstLineChars="0" w:firstLine="640" w:right="320"/><w:jc w:val="end"/>',
        size,
      ) +
      p('丙', '<w:ind w:hanging="320"/>', size),
  );
  expect(paragraphs(draft).map(({ runs: _runs, ...look }) => look)).toEqual([
    { kind: 'paragraph', firstLineIndent: 2, rightIndent: 4 },
    { kind: 'paragraph', firstLineIndent: 2, rightIndent: 1, align: 'right', borderBottom: true },
    { kind: 'paragraph', firstLineIndent: -1 },
  ]);
});

test('insertions stay, deletions, moves and hidden text go and are counted once a stretch', async () => {
  const styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const body =
    `<w:p>${r('甲')}<w:ins>${r('乙')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:ins><w:del><w:r><w:delText>除</w:delText></w:r></w:del>${r('丙')}` +
    `<w:moveFrom>${r('移')}</w:moveFrom><w:moveTo>${r('丁')}</w:moveTo>${r('藏', '<w:rStyle w:val="h"/>')}${r('隐', '<w:vanish/>')}${r('戊', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')}</w:p>`;
  const { draft, messages } = await readDocx({
    body: `${body}<w:sectPr><w:headerReference r:id="rel-header"/></w:sectPr>`,
    styles,
    comments: '<w:comment w:id="1"/><w:comment w:id="2"/>',
    header: p('示例市公报'),
  });
  expect(texts(draft)).toEqual(['甲乙丙丁戊']);
  expect(messages).toEqual([
    {
      code: 'left-out',
      severity: 'note',
      text: '已略去：修订删除 2 处、隐藏文字 1 处、批注 2 条、页眉页脚 1 个',
      at: { file: '示例.docx' },
    },
  ]);
});

test('a deleted paragraph mark joins with the next paragraph, whose properties hold', async () => {
  const gone = '<w:rPr><w:del/></w:rPr>';
  const { draft } = await readDocx(
    p('甲', `<w:jc w:val="center"/>${gone}`) +
      p('乙', '<w:jc w:val="right"/>') +
      `<w:p><w:pPr>${gone}</w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>${p('丙')}`,
  );
  expect(texts(draft)).toEqual(['甲乙', '丙']);
  expect(paragraphs(draft)[0]?.align).toBe('right');
});

test('fields show their result, also nested and across paragraphs; an open field swallows nothing', async () => {
  const { draft } = await readDocx(
    `<w:p>${field('HYPERLINK "x"', r('链') + field('PAGE', r('7')) + r('接'))}<w:fldSimple w:instr="DATE">${r('今日')}</w:fldSimple></w:p>` +
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('目')}</w:p><w:p>${r('录')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('尾')}</w:p>`,
  );
  expect(texts(draft)).toEqual(['链7接今日', '目', '录', '尾']);
});

test('EQ and SYMBOL fields and form controls, which store no result, are still text', async () => {
  const bare = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const box =
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const { draft } = await readDocx(
    `<w:p>${bare('eq \\o\\ac(○,3)')}${bare('SYMBOL 254 \\f "Wingdings"')}${box}${bare('EQ \\f(1,2)')}</w:p>`,
  );
  expect(texts(draft)).toEqual(['③☑☑1/2']);
});

test('wrappers and unknown elements give their text, alternatives give one branch', async () => {
  const { draft } = await readDocx(
    `<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:smartTag>${r('甲')}</w:smartTag><w:sdt><w:sdtContent>${r('乙')}</w:sdtContent></w:sdt><w:hyperlink>${r('丙')}</w:hyperlink><x:new>${r('丁')}</x:new></w:p></w:sdtContent></w:sdt>` +
      `<w:p><mc:AlternateContent><mc:Choice Requires="wps">${r('戊')}</mc:Choice><mc:Fallback>${r('错')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice Requires="x">${r('错')}</mc:Choice><mc:Fallback>${r('己')}</mc:Fallback></mc:AlternateContent></w:p>`,
  );
  expect(texts(draft)).toEqual(['甲乙丙丁', '戊己']);
});

test('symbols become plain characters, unknown ones a visible mark with a message', async () => {
  const { draft, messages } = await readDocx(
    '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Webdings" w:char="F041"/></w:r></w:p>',
  );
  expect(texts(draft)).toEqual(['☑□≥〓']);
  expect(messages.map((entry) => entry.code)).toEqual(['unknown-symbol']);
});

test('notes are numbered where they stand and follow at the end', async () => {
  const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>${r('其二')}</w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${r('其一')}</w:p></w:footnote>`;
  const { draft } = await readDocx({
    body: `<w:p>${r('甲')}<w:r><w:footnoteReference w:id="1"/></w:r>${r('乙')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    footnotes,
  });
  expect(texts(draft)).toEqual(['甲1乙2', '1其一', '2其二']);
  expect(paragraphs(draft)[0]?.runs[1]).toEqual({ text: '1', vertical: 'superscript' });
  expect(paragraphs(draft)[2]?.runs[0]).toEqual({ text: '2', vertical: 'superscript' });
});

test('formulas keep their text and say so', async () => {
  const { draft, messages } = await readDocx(
    `<w:p>${r('式')}<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
  );
  expect(texts(draft)).toEqual(['式(a+b)/2']);
  expect(messages.map((entry) => entry.code)).toEqual(['math-as-text']);
});

test('random nestings of runs, insertions, links and deletions lose no visible character', async () => {
  let seed = 20240601;
  const chance = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let round = 0; round < 120; round += 1) {
    let visible = '';
    let next = 0x4e00;
    const sign = () => String.fromCharCode(next++);
    const inline = (depth: number, dropped: boolean): string => {
      let xml = '';
      for (let n = chance(4); n >= 0; n -= 1) {
        const kind = depth > 4 ? 0 : chance(8);
        const text = sign();
        if (kind <= 1) {
          if (!dropped) visible += text;
          xml += r(text, chance(2) === 0 ? '<w:b/>' : '');
        } else if (kind === 2) xml += r(text, '<w:vanish/>');
        else if (kind === 3) xml += `<w:del>${inline(depth + 1, true)}</w:del>`;
        else if (kind === 4) xml += `<w:ins>${inline(depth + 1, dropped)}</w:ins>`;
        else if (kind === 5) xml += `<w:hyperlink>${inline(depth + 1, dropped)}</w:hyperlink>`;
        else if (kind === 6) xml += field('REF', inline(depth + 1, dropped));
        else xml += `<w:sdt><w:sdtContent>${inline(depth + 1, dropped)}</w:sdtContent></w:sdt>`;
      }
      return xml;
    };
    let body = '';
    for (let n = chance(5); n >= 0; n -= 1) {
      const cell = () => `<w:p>${inline(0, false)}</w:p>`;
      const mark = chance(5) === 0 ? '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>' : '';
      body +=
        chance(4) === 0
          ? `<w:tbl><w:tr><w:tc>${cell()}</w:tc><w:tc>${cell()}${cell()}</w:tc></w:tr></w:tbl>`
          : `<w:p>${mark}${inline(0, false)}</w:p>`;
    }
    const { draft } = await readDocx(`${body}${p('尾')}`);
    expect(wholeText(draft.nodes)).toBe(`${visible}尾`);
  }
});
