import { defineConfig } from 'vitest/config';

/** Unit and contract tests stand beside what they test; what crosses parts, or needs a browser, is in test/. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
