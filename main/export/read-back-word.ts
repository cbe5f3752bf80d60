/** A Word file read back: opened as an archive, its parts read as XML, its text, its pictures and the numbers of its contents held against the issue. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { OutputCheck } from '../../shared/api/output.ts';
import { check, checkHan, type Expected, failed, passed, visible } from './read-back.ts';

export interface ExpectedWord extends Expected {
  /** Figures of all documents. */
  readonly figures: number;
}

export function checkWord(bytes: Uint8Array, { text, titles, figures }: ExpectedWord): readonly OutputCheck[] {
  const parts = unpack(bytes);
  const main = parts?.['word/document.xml'];
  if (parts === null || main === undefined) return [failed('文件能打开', '打不开，文件已损坏')];
  const broken: string[] = [];
  for (const [name, part] of Object.entries(parts)) if (/\.(?:xml|rels)$/.test(name) && readXml(part) === null) broken.push(name);
  const content = readXml(main);
  if (content === null || broken.length > 0) return [failed('文件能打开', `部件有误：${broken.join('、')}`)];
  const wrong = titles.filter(({ page }, index) => numberAtEnd(content.links.get(`_gazette_${index + 1}`) ?? '') !== page);
  const shown = wrong.slice(0, 3).map(({ title, page }) => `《${title}》应为第 ${page} 页`);
  return [
    passed('文件能打开', `Word 文件，${Object.keys(parts).length} 个部件都完好`),
    ...(text === null ? [] : [checkHan(text, visible(content.text))]),
    checkFigures(figures, content.pictures, parts),
    check('目录页码', wrong.length === 0, `${titles.length} 条目录页码与版面一致`, shown.join('；')),
  ];
}

/** What has no picture stands in the file as a frame that says so: nobody is to find that only at the printer's. */
function checkFigures(wanted: number, pictures: readonly string[], parts: Readonly<Record<string, Uint8Array>>): OutputCheck {
  const targets = targetsOf(parts['word/_rels/document.xml.rels']);
  const found = pictures.filter((id) => parts[`word/${targets.get(id)}`] !== undefined).length;
  const bad = `应有 ${wanted} 幅图，实有 ${found} 幅，缺的地方写着“图片缺失”；请在“编辑”中补上图片后重新输出。`;
  const good = wanted === 0 ? '稿件中没有图' : `稿件中的 ${wanted} 幅图（含二维码）都在`;
  return { what: '图片齐全', ok: found >= wanted, found: found >= wanted ? good : bad };
}

/** Parts of the archive by the ids under which the text names them. */
function targetsOf(relations: Uint8Array | undefined): ReadonlyMap<string, string> {
  return (relations === undefined ? null : readXml(relations))?.targets ?? new Map();
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

interface Content {
  readonly text: string;
  /** Text of the links by what they lead to, in order. */
  readonly links: ReadonlyMap<string, string>;
  /** Ids of the pictures that are shown, in order. */
  readonly pictures: readonly string[];
  /** Of a part that names others: what each id stands for. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Null when it is no well-formed XML. */
function readXml(bytes: Uint8Array): Content | null {
  let text = '';
  const links = new Map<string, string>();
  const pictures: string[] = [];
  const targets = new Map<string, string>();
  let anchor: string | null = null;
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:hyperlink') anchor = attributes['w:anchor'] ?? null;
    if (name === 'a:blip') pictures.push(attributes['r:embed'] ?? '');
    if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    isText = name === 'w:t';
  });
  parser.on('text', (words) => {
    if (!isText) return;
    text += words;
    if (anchor !== null) links.set(anchor, (links.get(anchor) ?? '') + words);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:hyperlink') anchor = null;
    isText = false;
  });
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
    return { text, links, pictures, targets };
  } catch {
    return null;
  }
}

function numberAtEnd(text: string): number {
  return Number(/(\d+)[）)]?\s*$/.exec(text)?.[1] ?? Number.NaN);
}
