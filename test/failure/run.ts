import { parseArgs } from 'node:util';
import { machine } from '../../bench/table.ts';
import { ownPostgres } from '../support/own-postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { tearCatalog } from './catalog.ts';
import { jumpClock } from './clock.ts';
import { fillDisk } from './disk.ts';
import { failOver } from './failover.ts';
import { killNodes } from './kill.ts';
import { line, type Outcome } from './outcome.ts';
import { loseDatabase, outages } from './outage.ts';
import { dieAtTheHour } from './schedule.ts';
import { publishTwice } from './two-publish.ts';

/**
 * `npm run test:failure [-- --rounds N] [--only kill,outage,…]`: everything that can break, broken under load. Exit code 1 where an
 * acknowledged write was lost, a reader's request failed or a catalog differs.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, only: { type: 'string', default: '' } },
});
const rounds = Number(values.rounds);
const only = values.only.split(',').filter(Boolean);

const server = await startPostgres();
const parts: Record<string, () => Promise<Outcome[]>> = {
  'kill-sqlite': async () => [await killNodes(rounds)],
  'kill-postgres': async () => [await killNodes(rounds, server.place())],
  async outage() {
    const database = await ownPostgres();
    try {
      const outcomes: Outcome[] = [];
      for (const awayMs of [500, 3000, 15_000])
        outcomes.push(...(await loseDatabase(database, outages, awayMs)));
      return outcomes;
    } finally {
      await database.remove();
    }
  },
  failover: async () => [await failOver(true), await failOver(false)],
  catalog: async () => [await tearCatalog(Math.max(3, Math.ceil(rounds / 10)))],
  async disk() {
    const outcome = await fillDisk(Math.ceil(rounds / 10));
    if (outcome === undefined) console.log('disk full: not tried, a disk may not be mounted here');
    return outcome === undefined ? [] : [outcome];
  },
  clock: async () => [await jumpClock(Math.ceil(rounds / 20))],
  schedule: async () => [await dieAtTheHour(Math.ceil(rounds / 10), server.place())],
  twice: async () => [await publishTwice(rounds, server.place())],
};
console.log(`${machine()}\n`);
let wrong = false;
for (const [name, run] of Object.entries(parts)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const outcome of await run()) {
    console.log(line(outcome));
    const lossAllowed = outcome.what.includes('asynchronous');
    if ((outcome.lost > 0 && !lossAllowed) || outcome.readsFailed > 0 || outcome.faults.length > 0)
      wrong = true;
  }
}
await server.stop();
process.exit(wrong ? 1 : 0);
