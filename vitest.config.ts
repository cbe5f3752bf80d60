import { defineConfig } from 'vitest/config';

/** Two projects: `unit` needs nothing but Node; `system` drives a browser, LibreOffice and the corpus and says what it skipped. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/shared/**/*.test.ts', 'tests/main/**/*.test.ts', 'tests/renderer/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A browser on a busy machine is late now and then; what is wrong is wrong twice, and the report counts the retries.
          retry: 1,
          // A machine that is busy with other things is slow, not wrong.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
