/** 收稿登记: what the office notes of how a submission came in. */
import type { Migration } from './migration.ts';

export const intake: Migration = {
  version: 7,
  up: `
    CREATE TABLE intake_facts (
      submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
      sender TEXT NOT NULL,
      received_on TEXT NOT NULL,
      request TEXT NOT NULL,
      approver TEXT NOT NULL,
      remark TEXT NOT NULL
    ) STRICT;

    -- In a row of submissions the bytes come before what lists need; only through this index can a list pass them by.
    CREATE INDEX submissions_listed ON submissions (id, received_at, name, messages);
  `,
};
