import { defineConfig } from 'vitest/config';

// Browsers and prints share two cores with the compiler: few workers, generous deadlines, which only guard against a hang.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Loading the compiler anew took a third of the time. No test mocks a module, and no module keeps state that matters.
    isolate: false,
    reporters: process.env.LECTERN_REPORT
      ? ['default', ['json', { outputFile: process.env.LECTERN_REPORT }]]
      : ['default'],
  },
});
