/** What one submission is: the document as the gazette prints it, and what is kept of its official form as data. */
import type { Block } from './block.ts';

export type DocumentKind = 'official' | 'article' | 'news' | 'report';

export interface GazetteDocument {
  readonly format: 1;
  readonly kind: DocumentKind;
  /** One run of text, as the contents page prints it. */
  readonly title: string;
  /** The title with the line breaks set by hand, in order; their concatenation is `title`. */
  readonly titleLines: readonly string[];
  readonly subtitle: string | null;
  /** 发文字号, as written. */
  readonly docNumber: string | null;
  /** 成文日期 as ISO `YYYY-MM-DD`. */
  readonly date: string | null;
  /** 署名, or the issuer named by the red head. */
  readonly issuer: string | null;
  /** 主送机关 with its colon. */
  readonly addressees: string | null;
  readonly authors: readonly string[];
  /** The line that names the authors or the speaker, as written; null when there is none. */
  readonly byline: string | null;
  readonly blocks: readonly Block[];
  /** Not printed by a gazette, but kept: red head, 版记, the lines of 署名 and 成文日期. */
  readonly official: OfficialForm;
}

export interface OfficialForm {
  readonly redHead: string | null;
  /** Every line of the version head as it stood: 份号, 密级, issuers, 发文字号 with 签发人. */
  readonly headLines: readonly string[];
  readonly signatureLines: readonly string[];
  readonly recordLines: readonly string[];
}

export const emptyOfficialForm: OfficialForm = { redHead: null, headLines: [], signatureLines: [], recordLines: [] };
