import { defineConfig } from 'vitest/config';

/** What takes time on the clock: these run alone, one after the other. */
const measured = ['editor', 'archive', 'inbox', 'issue', 'issue-drag', 'editor-speed', 'pages-speed', 'start-speed'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

/** For all that drives the built program. */
const driven = {
  globalSetup: ['tests/browser/build-when-old.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // A browser on a busy machine is late now and then; what is wrong is wrong twice, and the report counts the retries.
  retry: 1,
  // A machine that is busy with other things is slow, not wrong.
  expect: { poll: { timeout: 20_000 } },
};

/**
 * Three projects, one after the other: `unit` needs nothing but Node; `browser` and `system` drive a browser, LibreOffice and the corpus
 * and say what they skipped, `browser` two files at a time, since a browser is mostly waited for.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/shared/**/*.test.ts', 'tests/main/**/*.test.ts', 'tests/renderer/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...driven,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: measured,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...driven,
          name: 'system',
          include: ['tests/system/**/*.test.ts', ...measured],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
