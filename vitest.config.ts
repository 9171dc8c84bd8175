import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take longest: begun first, they do not run alone at the end while the other core has nothing to do. */
const longest = [
  'test/browser.test.ts',
  'test/attack-cli.test.ts',
  'test/failure/failure.test.ts',
  'test/newsroom-axe.test.ts',
  'test/analyse.test.ts',
  'src/cli/import.test.ts',
  'test/newsroom-door.test.ts',
  'test/newsroom.test.ts',
  'src/cli/duplicates.test.ts',
  'src/journal/sqlite.test.ts',
  'test/cli.test.ts',
  'test/backup.test.ts',
  'test/newsroom-killed.test.ts',
  'test/newsroom-clock-change.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((path) => moduleId.endsWith(path));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

// Processes and threads of tests take what was compiled from where the program keeps it.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.compiled');

/** Unit and contract tests stand beside what they test; what crosses parts, or needs a browser, is in test/. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes sooner or later: a slow machine makes no test red.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongestFirst },
  },
});
