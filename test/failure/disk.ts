import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { catchUp } from '../../src/catalog/catch-up.ts';
import { verify } from '../../src/catalog/verify.ts';
import { openJournal } from '../../src/journal/open.ts';
import { setUpBy, startProcess } from '../support/node-process.ts';
import { smallDisk } from '../support/small-disk.ts';
import { lostOf, newCounts, publish, read, until } from './load.ts';
import type { Outcome } from './outcome.ts';

const diskMegabytes = 128;
const fullMs = 1500;

/**
 * The disk of a node on SQLite is full, again and again, while it is written and read: writes are refused, readers are served, and when there
 * is room again everything goes on by itself.
 *
 * @returns nothing where a disk of its own may not be mounted.
 */
export async function fillDisk(rounds: number): Promise<Outcome | undefined> {
  const disk = smallDisk(diskMegabytes);
  if (disk === undefined) return undefined;
  const data = join(disk.folder, 'data');
  const counts = newCounts();
  const faults: string[] = [];
  let recoveryMs = 0;
  try {
    const node = await startProcess(data, 0);
    try {
      const client = await setUpBy(node.url, node.setUpLink);
      const stop = new AbortController();
      const load = Promise.all([
        read([node.url], ['/', '/latest', '/culture', '/readyz'], counts, stop.signal),
        publish(client, counts, stop.signal),
        publish(client, counts, stop.signal),
      ]);
      for (let round = 0; round < rounds; round++) {
        const before = counts.acknowledged.size;
        await until(async () => counts.acknowledged.size > before + 5);
        const refused = counts.refused;
        disk.fill();
        await until(async () => counts.refused > refused);
        await pause(fullMs);
        const written = counts.acknowledged.size;
        disk.free();
        recoveryMs = Math.max(recoveryMs, await until(async () => counts.acknowledged.size > written + 2));
      }
      stop.abort();
      await load;
    } finally {
      await node.stop();
    }
    const journal = await openJournal(data);
    const { lost, faults: missing } = await lostOf(journal, counts);
    await catchUp(data, { upTo: (await journal.head()).seq });
    await journal.close();
    const { differences } = await verify(data);
    faults.push(...differences, ...missing, ...counts.wrong.slice(0, 5), ...counts.failures.slice(0, 5));
    return {
      what: 'disk full',
      rounds,
      acknowledged: counts.acknowledged.size,
      lost,
      reads: counts.reads,
      readsFailed: counts.readsFailed,
      equal: differences.length === 0,
      recoveryMs,
      faults,
    };
  } finally {
    disk.remove();
  }
}
