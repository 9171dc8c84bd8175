import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchReaders, benchReadings } from './cluster/readers.ts';
import { benchTyping } from './cluster/typing.ts';
import { benchVisible } from './cluster/visible.ts';
import { machine } from './table.ts';
import { ownPostgres } from '../test/support/own-postgres.ts';

/** `npm run bench:cluster [readers visible typing readings]`: several processes, several nodes, many who write at once. */
const wanted = process.argv.slice(2);
const database = await ownPostgres();
const folder = mkdtempSync(join(tmpdir(), 'midad-cluster-'));
const parts = {
  readers: () => benchReaders(folder),
  visible: () => benchVisible(folder, database.url),
  typing: () => benchTyping(folder, database.url),
  readings: () => benchReadings(folder, database.url),
};
try {
  console.log(`${machine()}\n`);
  for (const [name, run] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) console.log(await run());
} finally {
  await database.remove();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
// Sockets of editors that are still being tried again.
process.exit();
