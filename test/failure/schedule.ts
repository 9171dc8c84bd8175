import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { saveStory } from '../../src/commands/save-story.ts';
import { scheduleStory } from '../../src/commands/schedule-story.ts';
import { usualPostgres } from '../../src/journal/place.ts';
import { openJournal } from '../../src/journal/open.ts';
import { startProcess } from '../support/node-process.ts';
import { until } from './load.ts';
import type { Outcome } from './outcome.ts';

const zone = 'Asia/Riyadh';
const hourMs = 3_600_000;
/** A node looks for jobs four times a second; within this time one of the two has taken it. */
const longestMs = 400;

/** Stories fall due, and in that moment one of two nodes is killed: each story goes out, and once. */
export async function dieAtTheHour(rounds: number, database: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-hour-'));
  const environment = { DATABASE_URL: database };
  const begin = (n: number) => startProcess(join(folder, String(n)), 0, environment);
  const nodes = [await begin(0), await begin(1)];
  const journal = await openJournal(folder, { ...usualPostgres, url: database });
  const faults: string[] = [];
  let recoveryMs = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const now = Date.now();
      const { id, version } = await saveStory(
        { journal, actor: 'cli', now },
        { fields: { headline: `خبر في موعده رقم ${round}`, section: 'culture' } },
      );
      // Scheduled an hour ago for a minute ago (Riyadh is three hours ahead, all year): due at once.
      const wall = new Date(now + 3 * hourMs - 60_000).toISOString().slice(0, 16);
      const target = { id: Number(id), expect: version, at: { wall, zone } };
      await scheduleStory({ journal, actor: 'cli', now: now - hourMs }, target);
      await pause(Math.random() * longestMs);
      const victim = round % 2;
      await nodes[victim]?.kill();
      const published = async () =>
        (await journal.revisions('story', String(id))).filter(({ action }) => action === 'publish').length;
      const took = await until(async () => (await published()) > 0);
      recoveryMs = Math.max(recoveryMs, took);
      nodes[victim] = await begin(victim);
      const times = await published();
      if (times !== 1) faults.push(`story ${id} was published ${times} times`);
    }
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
    await journal.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return {
    what: 'node killed as a scheduled story falls due',
    rounds,
    acknowledged: rounds,
    lost: 0,
    reads: 0,
    readsFailed: 0,
    equal: faults.length === 0,
    recoveryMs,
    faults,
  };
}
