import { defineConfig } from 'vitest/config';

/** What counts the runs of code must load the code itself. */
const alone = ['test/unit/linear.test.ts'];

/** What a test may take, in milliseconds: it only guards against a hang. In full there are runs of half an hour. */
const longest = process.env.LECTERN_FULL ? 3_600_000 : 300_000;

// Browsers and prints share two cores with the compiler: few workers, generous deadlines, which only guard against a hang.
export default defineConfig({
  test: {
    testTimeout: longest,
    hookTimeout: longest,
    maxWorkers: 2,
    // Loading the compiler anew took a third of the time. No test mocks a module, and no module keeps state that matters.
    projects: [
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    ],
    reporters: process.env.LECTERN_REPORT
      ? ['default', ['json', { outputFile: process.env.LECTERN_REPORT }]]
      : ['default'],
  },
});
