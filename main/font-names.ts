/** The names by which the office's licensed fonts are known, for each font role of a house style. */
import type { FontRole } from '../shared/layout/metrics.ts';

/** Names of family, full name or PostScript, the likeliest first. Common practice, not law: GB/T 9704-2012 names no files. */
export const wantedNames: Readonly<Record<FontRole, readonly string[]>> = {
  title: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '方正小标宋_GBK',
    'FZXBSK--GBK1-0',
    'FZXiaoBiaoSong-B05',
    '小标宋体',
    '华文中宋',
    'STZhongsong',
  ],
  fang: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    '方正仿宋简体',
    'FZFangSong-Z02S',
    '方正仿宋_GBK',
    'FZFSK--GBK1-0',
    '华文仿宋',
    'STFangsong',
  ],
  kai: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '楷体',
    'KaiTi',
    '方正楷体简体',
    'FZKai-Z03S',
    '方正楷体_GBK',
    'FZKTK--GBK1-0',
    '华文楷体',
    'STKaiti',
    'Kaiti SC',
  ],
  song: ['宋体', 'SimSun', '方正书宋简体', 'FZShuSong-Z01S', '方正书宋_GBK', 'FZSSK--GBK1-0', '华文宋体', 'STSong', 'Songti SC'],
  hei: [
    '黑体',
    'SimHei',
    '方正黑体简体',
    'FZHei-B01S',
    '方正黑体_GBK',
    'FZHTK--GBK1-0',
    '华文黑体',
    'STHeiti',
    'STHeitiSC-Medium',
    'Heiti SC',
  ],
};

export const roleNames: Readonly<Record<FontRole, string>> = { title: '标题', fang: '仿宋', kai: '楷体', song: '宋体', hei: '黑体' };

/** Files whose damage is worth a word although their names can no longer be read. */
export const likelyFile = /^(?:sim|st(?:song|kai|hei|fang|zhong)|fz|fang|kai|song|hei)|[仿楷宋黑]/i;
