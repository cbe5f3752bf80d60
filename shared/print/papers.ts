/** Papers that a gazette is printed on: how much ink they carry, how colours come out on them, how thick they are (standards b8). Data, so that an office can change it. */

export type PaperId = 'offset' | 'coated' | 'newsprint';

/** What a press file says of the printing that it is made for (output intent, ISO 15930-7), as the ICC's registry names it. */
export interface OutputCondition {
  readonly identifier: string;
  readonly condition: string;
  readonly info: string;
  /** File of the profile, in the folder of the profiles. */
  readonly profile: string;
}

export interface Paper {
  readonly name: string;
  readonly output: OutputCondition;
  /** The most of all four inks together (TAC) that dries before the next sheet falls on it; 1 is a full ink. */
  readonly maximumInk: number;
  /** Millimetres. */
  readonly thickness: number;
}

const coated: OutputCondition = {
  identifier: 'FOGRA39',
  condition: 'Offset printing, ISO 12647-2:2004/Amd 1, paper type 1 or 2 (coated), 115 g/m2',
  info: 'FOGRA39 coated, total ink 280 %',
  profile: 'fogra39-coated-280.icc',
};
const uncoated: OutputCondition = {
  identifier: 'FOGRA29',
  condition: 'Offset printing, ISO 12647-2:2004, paper type 4 (white, uncoated), 120 g/m2',
  info: 'FOGRA29 uncoated, total ink 280 %',
  profile: 'fogra29-uncoated-280.icc',
};
const yellowish: OutputCondition = {
  identifier: 'FOGRA30',
  condition: 'Offset printing, ISO 12647-2:2004, paper type 5 (slightly yellowish, uncoated), 120 g/m2',
  info: 'FOGRA30 uncoated yellowish, total ink 240 %',
  profile: 'fogra30-yellowish-240.icc',
};

/** Coated 300–330 %, uncoated 240–280 %; 80 g offset is about 0.10 mm thick [b8], the other two are usual figures of paper makers. */
export const papers: Readonly<Record<PaperId, Paper>> = {
  offset: { name: '胶版纸（80 g/m²）', output: uncoated, maximumInk: 2.8, thickness: 0.1 },
  coated: { name: '铜版纸（105 g/m²）', output: coated, maximumInk: 3, thickness: 0.085 },
  newsprint: { name: '轻型纸、新闻纸', output: yellowish, maximumInk: 2.4, thickness: 0.075 },
};

export const paperIds = Object.keys(papers) as readonly PaperId[];
export const usualPaper: PaperId = 'offset';
