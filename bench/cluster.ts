import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { benchLarge } from './cluster/large.ts';
import { benchReaders, benchReadings } from './cluster/readers.ts';
import { benchTyping } from './cluster/typing.ts';
import { benchVisible } from './cluster/visible.ts';
import { machine } from './table.ts';
import { ownPostgres } from '../test/support/own-postgres.ts';

/** `npm run bench:cluster`: several processes, several nodes, many who write at once; with `--large`, a node with a large archive. */
const program = new Command('bench:cluster')
  .argument('[parts...]', 'readers, visible, typing, readings; all of them when none is named')
  .option('--large <stories>', 'instead, a node with so many generated stories', Number)
  .option('--keep <folder>', 'where its archive stays, to be used again')
  .option('--no-again', 'without making its catalog anew');
program.parse();
const wanted = program.args;
const { large, keep, again } = program.opts<{ large?: number; keep?: string; again: boolean }>();
if (large !== undefined) {
  const kept = keep === undefined ? mkdtempSync(join(tmpdir(), 'midad-cluster-')) : resolve(keep);
  console.log(`${machine()}\n\n${await benchLarge(kept, large, again)}`);
  if (keep === undefined) rmSync(kept, { recursive: true, force: true });
  process.exit();
}
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
