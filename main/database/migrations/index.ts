/** The numbered migrations in their order. Append only: what has been released is never changed. */
import { submissions } from './001-submissions.ts';
import { issues } from './002-issues.ts';
import { houseStyles } from './003-house-styles.ts';
import { issueStyles } from './004-issue-styles.ts';
import { copies } from './005-copies.ts';
import { editing } from './006-editing.ts';
import { intake } from './007-intake.ts';
import { proofs } from './008-proofs.ts';
import { settings } from './009-settings.ts';
import { search } from './010-search.ts';
import { readings } from './011-readings.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  submissions,
  issues,
  houseStyles,
  issueStyles,
  copies,
  editing,
  intake,
  proofs,
  settings,
  search,
  readings,
];
