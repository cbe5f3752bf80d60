/** 期内版式: what one issue changes of its house style, as JSON; NULL where it changes nothing. */
import type { Migration } from './migration.ts';

export const issueStyles: Migration = {
  version: 4,
  up: 'ALTER TABLE issues ADD COLUMN style TEXT CHECK (style IS NULL OR json_valid(style));',
};
