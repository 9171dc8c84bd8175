import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the editors' pages into `.newsroom`, unless they are there already from the same sources. `npm ci` runs it, and so does
 * whatever starts or tests the program, so that nobody has to think of it.
 */
const root = join(import.meta.dirname, '..');
const stamp = join(root, '.newsroom', 'built-from');
/** Everything that goes into the pages, or may; more than enough is cheaper than a page of yesterday. */
const folders = ['src/newsroom', 'src/editing', 'src/api/contract', 'src/model', 'src/strings', 'src/arabic'];
const files = ['package-lock.json', 'src/reader/assets/styles/tokens.css', 'src/commands/policy.ts'];

const digest = createHash('sha256');
for (const name of [
  ...files,
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  ),
].sort())
  digest.update(name).update(readFileSync(join(root, name)));
const wanted = digest.digest('hex');

// Where only what runs is installed there is no bundler, and the pages are those that came along.
const bundler = await import('vite').catch(() => undefined);
if (bundler !== undefined && (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted)) {
  await bundler.build({ configFile: join(root, 'src/newsroom/vite.config.ts'), logLevel: 'error' });
  writeFileSync(stamp, wanted);
}
