import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openJournal } from '../../src/journal/open.ts';
import { setUpBy, startProcess } from '../support/node-process.ts';
import { skewedClock } from '../support/skewed-clock.ts';
import { judge } from './judge.ts';
import { newCounts, publish, read, until } from './load.ts';
import type { Outcome } from './outcome.ts';

const hourMs = 3_600_000;
/** Forward over a due time, back before it, over it again, a day ahead, a day behind, and right at the end. */
const jumps = [2, -2, 3, 24, -24, 0].map((hours) => hours * hourMs);
const zone = 'Asia/Riyadh';

/** The clock of a node jumps forward and back under load; a story scheduled for between is published once. */
export async function jumpClock(rounds: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-clock-'));
  const data = join(folder, 'data');
  const clock = skewedClock(folder);
  const counts = newCounts();
  const faults: string[] = [];
  let recoveryMs = 0;
  try {
    const node = await startProcess(data, 0, clock.environment);
    const journal = await openJournal(data);
    try {
      const client = await setUpBy(node.url, node.setUpLink);
      const stop = new AbortController();
      const load = Promise.all([
        read([node.url], ['/', '/latest', '/culture', '/readyz'], counts, stop.signal),
        publish(client, counts, stop.signal),
      ]);
      for (let round = 0; round < rounds; round++) {
        const fields = { headline: `خبر موعده بعد ساعة رقم ${round}`, section: 'culture' };
        const { said: begun } = await client.call('createStory', { body: { fields } });
        // An hour ahead; Riyadh is three hours ahead of the world's clock, all year.
        const wall = new Date(Date.now() + 4 * hourMs).toISOString().slice(0, 16);
        const { status } = await client.call('scheduleStory', {
          params: { id: begun.id },
          body: { expect: begun.version, at: { wall, zone } },
        });
        if (status !== 200) faults.push(`round ${round}: scheduling answered ${status}`);
        for (const jump of jumps) {
          clock.setOff(jump);
          await pause(100);
          const before = counts.acknowledged.size;
          recoveryMs = Math.max(recoveryMs, await until(async () => counts.acknowledged.size > before + 2));
        }
        const times = async () =>
          (await journal.revisions('story', String(begun.id))).filter(({ action }) => action === 'publish')
            .length;
        await until(async () => (await times()) > 0);
        if ((await times()) !== 1) faults.push(`round ${round}: published ${await times()} times`);
      }
      stop.abort();
      await load;
      await node.stop();
    } finally {
      await node.kill();
      await journal.close();
    }
    return await judge(data, counts, { what: 'clock set forward and back', rounds, recoveryMs, faults });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
