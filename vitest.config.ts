import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // test/package installs from the npm registry: npm run test:package.
    exclude: ['test/package/**'],
    // A process per file: an abort in the addon names its file, and the sanitizers can be preloaded.
    pool: 'forks',
    globalSetup: 'test/support/dist.ts',
    testTimeout: 30_000,
  },
});
