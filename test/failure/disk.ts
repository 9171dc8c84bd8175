import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setUpBy, startProcess } from '../support/node-process.ts';
import { smallDisk } from '../support/small-disk.ts';
import { judge } from './judge.ts';
import { newCounts, publish, read, until } from './load.ts';
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
    return await judge(data, counts, { what: 'disk full', rounds, recoveryMs, faults: [] });
  } finally {
    disk.remove();
  }
}
