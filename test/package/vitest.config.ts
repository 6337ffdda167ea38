import { defineConfig } from 'vitest/config';

/** The package as users get it: builds, packs and installs, one thing at a time. */
export default defineConfig({
  test: {
    include: ['test/package/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
