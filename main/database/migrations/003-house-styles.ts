/** 版式: what an office changes of a house style, as JSON; the style itself is data of the program. */
import type { Migration } from './migration.ts';

export const houseStyles: Migration = {
  version: 3,
  up: `
    CREATE TABLE house_styles (
      id TEXT PRIMARY KEY,
      overrides TEXT NOT NULL CHECK (json_valid(overrides)),
      changed_at TEXT NOT NULL
    ) STRICT;
  `,
};
