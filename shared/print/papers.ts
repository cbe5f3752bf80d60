/** Papers that a gazette is printed on: how much ink they carry and how thick they are (standards b8). Data, so that an office can change it. */

export type PaperId = 'offset' | 'coated' | 'newsprint';

export interface Paper {
  readonly name: string;
  /** The most of all four inks together (TAC) that dries before the next sheet falls on it; 1 is a full ink. */
  readonly maximumInk: number;
  /** Millimetres. */
  readonly thickness: number;
}

/** Coated 300–330 %, uncoated 240–280 %; 80 g offset is about 0.10 mm thick [b8], the other two are usual figures of paper makers. */
export const papers: Readonly<Record<PaperId, Paper>> = {
  offset: { name: '胶版纸（80 g/m²）', maximumInk: 2.8, thickness: 0.1 },
  coated: { name: '铜版纸（105 g/m²）', maximumInk: 3, thickness: 0.085 },
  newsprint: { name: '轻型纸、新闻纸', maximumInk: 2.4, thickness: 0.075 },
};

export const paperIds = Object.keys(papers) as readonly PaperId[];
export const usualPaper: PaperId = 'offset';
