/** The command line: what goes to which output, and the exit status. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { run } from '../../../main/hosts/cli.ts';
import { sampleHead, sampleText } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';
import { tinyFont } from '../tiny-font.ts';

const root = join(import.meta.dirname, '../../..');

async function gazette(...argv: readonly string[]) {
  const result = { status: -1, out: '', err: '' };
  result.status = await run(argv, '1.2.3', {
    out: (text) => {
      result.out += text;
    },
    err: (text) => {
      result.err += text;
    },
    isTerminal: false,
    root,
    stopped: async () => {},
  });
  return result;
}

/** A folder with two submissions, a damaged one, and a manifest of the files named. */
function issueFolder(...files: readonly string[]) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '来稿'));
  writeFileSync(join(folder, '来稿/01.txt'), sampleText('示例市人民政府关于加强绿化工作的通知', 1));
  writeFileSync(join(folder, '来稿/02.txt'), sampleText('示例市人民政府关于做好防汛工作的通知', 2));
  writeFileSync(join(folder, '来稿/坏.docx'), new Uint8Array([80, 75, 3, 4, 0]));
  const entries = files.map((file) => ({ file, section: '市政府文件', start: 'newPage' }));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...sampleHead, entries }, null, 1));
  return { at: (name: string) => join(folder, name), manifest: join(folder, 'manifest.json'), names: () => readdirSync(folder).sort() };
}

test('help and version go to standard output', async () => {
  expect(await gazette('--help')).toMatchObject({ status: 0, out: expect.stringContaining('用法'), err: '' });
  expect(await gazette('compose', '--help')).toMatchObject({ status: 0, err: '' });
  expect(await gazette('--version')).toEqual({ status: 0, out: '1.2.3\n', err: '' });
});

test.each([
  [[], '请写出要执行的命令'],
  [['paint'], '不认识的命令“paint”'],
  [['import'], '来稿的文件名'],
  [['import', 'a.txt', '--paint'], '不认识的选项 --paint'],
  [['issues', '--database'], '--database'],
  [['issues'], '缺少选项 --database'],
  [['compose'], '清单'],
  [['compose', 'nowhere.json'], '读不到清单“nowhere.json”'],
  [['compose', 'a.json', '--press', 'nowhere/a.pdf'], '--press'],
  [['compose', 'a.json', '--press', 'a.pdf', '--multiple', '3'], '--multiple'],
  [['compose', 'a.json', '--pdf', 'nowhere/a.pdf'], '不存在'],
  [['export', '--database', 'a', '--issue', 'x', '--pdf', 'a.pdf'], '编号'],
  [['compose', 'a.json', '--style', 'nowhere.json'], '读不到版式文件“nowhere.json”'],
  [['compose', 'a.json', '--style', 'b.json', '--house', 'xinyu'], '只能用一个'],
  [['house', 'import'], 'house import 文件'],
  [['house', 'import', 'a.json'], '缺少选项 --database'],
  [['house', 'paint', 'a.json'], 'house 后面不认识“paint”'],
  [['serve', '--port', 'x'], '--port'],
  [['backup', 'a', '--database', './a'], '同一个文件'],
  [['check', 'a.json'], '以后的版本'],
])('gazette %j ends with status 2 and the usage', async (argv, words) => {
  const { status, out, err } = await gazette(...argv);
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^公报编辑台[\s\S]*用法/);
  expect(err.trimEnd().split('\n').at(-1)).toContain(words);
});

test('import prints JSON alone, in the order given; what is refused is said and makes status 1', async () => {
  const { at } = issueFolder();
  const { status, out, err } = await gazette('import', at('来稿/02.txt'), at('没有.txt'), at('来稿/坏.docx'), at('来稿/01.txt'), '--json');
  const list = JSON.parse(out) as { file: string; docNumber?: string; error?: { code: string }; blocks?: unknown[]; authors?: unknown[] }[];
  expect(list.map(({ file, docNumber }) => [file, docNumber])).toEqual([
    [at('来稿/02.txt'), '示府发〔2024〕2号'],
    [at('没有.txt'), undefined],
    [at('来稿/坏.docx'), undefined],
    [at('来稿/01.txt'), '示府发〔2024〕1号'],
  ]);
  expect(list[0]).toMatchObject({ date: '2024-05-06', addressees: '各县（区）人民政府，市政府各部门：', authors: [], subtitle: null });
  expect(list[0]?.blocks).toEqual(expect.arrayContaining([{ t: 'h1', text: '一、总体要求' }]));
  expect([status, list[1]?.error?.code]).toEqual([1, 'file-unreadable']);
  expect(err).toContain('坏.docx');
});

test('compose writes what is asked for and nothing else', async () => {
  const { at, manifest, names } = issueFolder('来稿/01.txt', '来稿/02.txt');
  const { status, out } = await gazette('compose', manifest, '--layout', at('版.json'), '--pdf', at('版.pdf'), '--word', at('版.docx'));
  expect([status, out]).toEqual([0, '']);
  expect(names()).toEqual(['manifest.json', '来稿', '版.docx', '版.json', '版.pdf'].sort());
  expect(readFileSync(at('版.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const layout = JSON.parse(readFileSync(at('版.json'), 'utf8'));
  expect(layout.documents.map((document: { file: string }) => document.file)).toEqual(['来稿/01.txt', '来稿/02.txt']);
  expect(Object.keys(layout)).toEqual(['pages', 'sheets', 'toc', 'documents', 'messages']);
});

test('a bad manifest is refused with its line, and nothing is written', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt', '来稿/没有.txt');
  const { status, err } = await gazette('compose', manifest, '--layout', at('版.json'));
  expect([status, existsSync(at('版.json'))]).toEqual([1, false]);
  expect(err).toMatch(/manifest\.json 第 \d+ 行：找不到文件“来稿\/没有\.txt”/);
});

test('a damaged file is said, the others are composed', async () => {
  const { at, manifest } = issueFolder('来稿/坏.docx', '来稿/01.txt');
  const { status, err } = await gazette('compose', manifest, '--layout', at('版.json'));
  expect(status).toBe(1);
  expect(err).toContain('坏.docx');
  expect(JSON.parse(readFileSync(at('版.json'), 'utf8')).documents).toHaveLength(1);
});

test('another house for one output leaves the stored issue as it is', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt');
  const database = ['--database', at('库.sqlite')];
  expect((await gazette('compose', manifest, ...database)).status).toBe(0);
  expect((await gazette('compose', manifest, ...database, '--house', 'nowhere')).status).toBe(2);
  const listed = JSON.parse((await gazette('issues', ...database, '--json')).out);
  expect(listed).toMatchObject([{ id: 1, house: 'jiujiang', entryCount: 1 }]);
  expect((await gazette('export', ...database, '--issue', '1', '--house', 'ganzhou', '--layout', at('赣.json'))).status).toBe(0);
  expect((await gazette('export', ...database, '--issue', '9', '--layout', at('九.json'))).status).toBe(2);
  expect((await gazette('issues', ...database)).out).toContain('1 篇\tjiujiang');
});

test('backup, verify and restore', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt');
  const database = ['--database', at('库.sqlite')];
  await gazette('compose', manifest, ...database);
  expect((await gazette('backup', at('备份.sqlite'), ...database)).status).toBe(0);
  writeFileSync(at('库.sqlite'), '坏'.repeat(3000));
  expect((await gazette('verify', ...database)).status).toBe(3);
  expect((await gazette('restore', at('备份.sqlite'), ...database)).status).toBe(0);
  expect(await gazette('verify', ...database)).toMatchObject({ status: 0, err: expect.stringContaining('完好') });
});

test('a backup replaces an older one and no other file, an output no database', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt');
  const database = ['--database', at('库.sqlite')];
  await gazette('compose', manifest, ...database);
  const before = readFileSync(at('来稿/01.txt'));
  expect(await gazette('backup', at('来稿/01.txt'), ...database)).toMatchObject({ status: 2, err: expect.stringContaining('没有改动它') });
  expect(readFileSync(at('来稿/01.txt')).equals(before)).toBe(true);
  for (const name of ['备份.sqlite', '备份.sqlite']) expect((await gazette('backup', at(name), ...database)).status).toBe(0);
  writeFileSync(at('空'), '');
  expect((await gazette('backup', at('空'), ...database)).status).toBe(0);
  const copy = readFileSync(at('备份.sqlite'));
  expect(await gazette('compose', manifest, ...database, '--pdf', at('备份.sqlite'))).toMatchObject({
    status: 2,
    err: expect.stringContaining('是数据库'),
  });
  expect(readFileSync(at('备份.sqlite')).equals(copy)).toBe(true);
});

test('trouble with the database ends with status 3', async () => {
  const { at } = issueFolder();
  expect(await gazette('issues', '--database', at('没有.sqlite'))).toMatchObject({
    status: 3,
    err: expect.stringContaining('database-missing'),
  });
  const database = openDatabase(at('新.sqlite'));
  database.pragma('user_version = 99');
  database.close();
  expect(await gazette('issues', '--database', at('新.sqlite'))).toMatchObject({ status: 3, err: expect.stringContaining('升级') });
});

test('an output never replaces what is read: manifest, submission, database', async () => {
  const { at } = issueFolder('来稿/01.txt');
  const before = readFileSync(at('manifest.json'));
  for (const path of [at('manifest.json'), at('来稿/01.txt'), at('desk.sqlite')]) {
    const { status, err } = await gazette('compose', at('manifest.json'), '--database', at('desk.sqlite'), '--pdf', path);
    expect([status, err]).toEqual([2, expect.stringContaining('要读的文件')]);
  }
  expect(readFileSync(at('manifest.json')).equals(before)).toBe(true);
});

test('serve prints one address, and where it keeps what is done says', async () => {
  const { at } = issueFolder();
  const { status, out, err } = await gazette('serve', '--database', at('desk.sqlite'));
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/);
  expect([status, err]).toEqual([0, expect.stringContaining('desk.sqlite')]);
});

const style = { id: 'shili', name: '示例市', base: 'ganzhou', title: { size: 25 } };

test('a style is taken in, listed, given out and taken back', async () => {
  const { at } = issueFolder();
  const database = ['--database', at('库.sqlite')];
  writeFileSync(at('式.json'), JSON.stringify(style));
  expect(await gazette('house', 'import', at('式.json'), ...database)).toMatchObject({
    status: 0,
    out: 'shili\t示例市\t本单位自有\n',
    err: '',
  });
  const listed = JSON.parse((await gazette('houses', ...database, '--json')).out);
  expect(listed.at(-1)).toEqual({ id: 'shili', name: '示例市', origin: 'office' });
  expect((await gazette('houses')).out).toContain('national\t国标（GB/T 9704）\t随程序提供\n');
  const { status, out } = await gazette('house', 'export', 'shili', ...database);
  expect([status, JSON.parse(out).title.size]).toEqual([0, 25]);
  expect((await gazette('house', 'export', 'xinyu')).status).toBe(0);
  expect((await gazette('house', 'remove', 'shili', ...database)).status).toBe(0);
  expect(await gazette('house', 'export', 'shili', ...database)).toMatchObject({
    status: 1,
    err: expect.stringContaining('house-unknown'),
  });
});

test('all troubles of a style file are said with their lines', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt');
  writeFileSync(at('式.json'), JSON.stringify({ ...style, titel: 1, typeAreaHeight: 247 }, null, 1));
  const database = ['--database', at('库.sqlite')];
  for (const argv of [
    ['house', 'import', at('式.json')],
    ['compose', manifest, '--style', at('式.json')],
  ]) {
    const { status, err } = await gazette(...argv, ...database);
    expect(status).toBe(1);
    expect(err).toContain('式.json 第 8 行：没有“titel”这一项；是不是“title”？');
    expect(err).toContain('式.json 第 9 行：“typeAreaHeight”（版心高）的取值 247 不在范围内；看来是毫米，应填磅：700.16');
  }
  expect(JSON.parse((await gazette('issues', ...database, '--json')).out)).toEqual([]);
});

test('a style for one output is not kept; without a database the manifest may name it', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt');
  const database = ['--database', at('库.sqlite')];
  writeFileSync(at('式.json'), JSON.stringify({ ...style, grid: { linesPerColumn: 30 } }));
  const layout = async (...argv: readonly string[]) => (await gazette(...argv, '--layout', at('版.json'))).status;
  expect(await layout('compose', manifest, ...database, '--style', at('式.json'))).toBe(0);
  expect((await gazette('houses', ...database)).out).not.toContain('shili');
  expect((await gazette('issues', ...database)).out).toContain('jiujiang');
  expect(await layout('export', ...database, '--issue', '1', '--style', at('式.json'))).toBe(0);
  expect((await gazette('issues', ...database)).out).toContain('jiujiang');
  const { grid: _, ...head } = sampleHead;
  writeFileSync(
    manifest,
    JSON.stringify({ ...head, house: 'shili', style: { titleSinks: true }, entries: [{ file: '来稿/01.txt', section: '文件' }] }),
  );
  expect(await layout('compose', manifest, '--style', at('式.json'))).toBe(0);
  expect(await layout('compose', manifest)).toBe(1);
});

test('the fonts of a folder are used when asked for, and said', async () => {
  const { at, manifest } = issueFolder('来稿/01.txt');
  const { XDG_DATA_HOME } = process.env;
  process.env.XDG_DATA_HOME = at('数据');
  onTestFinished(() => {
    if (XDG_DATA_HOME === undefined) delete process.env.XDG_DATA_HOME;
    else process.env.XDG_DATA_HOME = XDG_DATA_HOME;
  });
  mkdirSync(at('字体'));
  writeFileSync(at('字体/simfang.ttf'), tinyFont({ families: ['SimSun', '宋体'], postscriptName: 'SimSun' }));
  const { status, err } = await gazette('compose', manifest, '--fonts', at('字体'), '--pdf', at('版.pdf'));
  expect([status, err]).toEqual([0, expect.stringContaining('采用单位字体：宋体“宋体”')]);
  expect(readFileSync(at('版.pdf')).toString('latin1')).toContain('+SimSun');
  const open = await gazette('compose', manifest, '--pdf', at('版.pdf'));
  expect(open.err).not.toContain('字体');
  expect(readFileSync(at('版.pdf')).toString('latin1')).not.toContain('+SimSun');
});
