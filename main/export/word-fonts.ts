/** Which fonts of Word stand behind the font roles of a house style, and the font table that names what may replace them. */
import type { FontRole } from '../../shared/layout/metrics.ts';

interface WordFont {
  readonly name: string;
  /** Other names of the same face, then what Word is to take when the machine has none of them. */
  readonly alternatives: readonly string[];
  readonly family: 'roman' | 'modern' | 'auto';
}

/** Names of the font files are common practice, not law: GB/T 9704-2012, 5.2.2 only says 仿宋, 小标宋, 黑体, 楷体. */
const fonts: Readonly<Record<FontRole, WordFont>> = {
  song: { name: '宋体', alternatives: ['SimSun', 'Songti SC', 'Noto Serif CJK SC'], family: 'auto' },
  hei: { name: '黑体', alternatives: ['SimHei', 'Heiti SC', 'Noto Sans CJK SC'], family: 'modern' },
  kai: { name: '楷体', alternatives: ['楷体_GB2312', 'KaiTi', 'Kaiti SC', 'LXGW WenKai'], family: 'modern' },
  fang: { name: '仿宋', alternatives: ['仿宋_GB2312', 'FangSong', 'STFangsong'], family: 'modern' },
  title: { name: '方正小标宋简体', alternatives: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '宋体', 'SimSun'], family: 'auto' },
};

/** Letters and digits that are not Chinese. */
export const latinFont = 'Times New Roman';

/** The attributes of `w:rFonts` for a role: Chinese characters in its font, Latin letters and digits in Times. */
export function fontAttributes(role: FontRole): string {
  return `w:ascii="${latinFont}" w:hAnsi="${latinFont}" w:eastAsia="${fonts[role].name}" w:cs="${latinFont}"`;
}

/** `word/fontTable.xml`: `w:altName` is a list with commas (ISO/IEC 29500-1, 17.8.3.1); character set 86 is GB 2312. */
export function fontTableXml(): string {
  const chinese = Object.values(fonts).map(
    (font) =>
      `<w:font w:name="${font.name}"><w:altName w:val="${font.alternatives.join(',')}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${font.family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${latinFont}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
    `${chinese.join('')}</w:fonts>`
  );
}
