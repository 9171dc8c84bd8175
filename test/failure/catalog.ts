import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomInt } from 'node:crypto';
import { pino } from 'pino';
import { loadDemo } from '../../demo/load.ts';
import { catalogFolder } from '../../src/catalog/files.ts';
import { verify } from '../../src/catalog/verify.ts';
import { readConfig } from '../../src/config.ts';
import { startNode } from '../../src/server/primary.ts';
import type { Outcome } from './outcome.ts';

/** Files of the catalog are torn at random places, or deleted, while the node is down; it must come up whole each time. */
export async function tearCatalog(rounds: number): Promise<Outcome> {
  const data = mkdtempSync(join(tmpdir(), 'midad-torn-'));
  const config = readConfig({ data, port: '0' }, {});
  const log = pino({ level: 'silent' });
  const faults: string[] = [];
  let recoveryMs = 0;
  let reads = 0;
  let readsFailed = 0;
  try {
    for (let round = 0; round <= rounds; round++) {
      if (round > 0) damage(catalogFolder(data), round % 3 === 0);
      const began = performance.now();
      const node = await startNode(config, {
        log,
        seed: async (journal, media) => {
          await loadDemo(journal, media, { now: Date.now() });
        },
      });
      for (const path of ['/', '/latest', '/politics', '/archive']) {
        reads++;
        if ((await fetch(node.url + path)).status >= 500) readsFailed++;
      }
      if (round > 0) recoveryMs = Math.max(recoveryMs, performance.now() - began);
      await node.caughtUp((await node.journal.head()).seq);
      // A page that nobody has read yet may still be torn: it is found when the whole is looked at, as `verify` does.
      const { differences } = await verify(data).catch((error: unknown) => ({
        differences: [String(error)],
      }));
      faults.push(...differences.map((difference) => `round ${round}: ${difference}`));
      await node.stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
  return {
    what: 'catalog torn or deleted',
    rounds,
    acknowledged: 0,
    lost: 0,
    reads,
    readsFailed,
    equal: faults.length === 0,
    recoveryMs,
    faults,
  };
}

function damage(folder: string, remove: boolean): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const path = join(folder, names[randomInt(names.length)] ?? '');
  if (remove) return rmSync(path);
  const file = openSync(path, 'r+');
  const bytes = randomBytes(4096);
  writeSync(file, bytes, 0, bytes.length, randomInt(Math.max(1, statSync(path).size - bytes.length)));
  closeSync(file);
}
