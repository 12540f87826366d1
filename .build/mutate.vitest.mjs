/** The tests of one mutated module, alone: `LECTERN_MUTATED` names them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: (process.env.LECTERN_MUTATED ?? '').split(','), testTimeout: 60_000, isolate: false },
});
