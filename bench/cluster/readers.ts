import { join } from 'node:path';
import { load, median } from '../load.ts';
import { serveMidad } from '../server.ts';
import { countBeacons, lost, storyPath } from '../serve.ts';
import { ms, rate, ratio, table } from '../table.ts';
import { placeIn } from './place.ts';

const processes = [1, 2, 4];
const rounds = 3;
const asked = { seconds: 2, connections: 64, headers: { 'Accept-Encoding': 'br' } };

/** A cached story page from one, two and four reader processes; whoever asks runs on the same machine. */
export async function benchReaders(folder: string): Promise<string> {
  const rows: string[][] = [];
  let one = Number.NaN;
  for (const count of processes) {
    const data = join(folder, `readers-${count}`);
    const site = await serveMidad(['demo', '--workers', String(count), '--data', data]);
    const story = site.url + (await storyPath(site.url));
    await load(story, { ...asked, seconds: 1 });
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await load(story, asked));
    await site.stop();
    const perSecond = median(runs.map(({ requestsPerSecond }) => requestsPerSecond));
    if (count === 1) one = perSecond;
    const p99 = median(runs.map((run) => run.p99));
    rows.push([String(count), rate(perSecond, 'requests'), ratio(perSecond / one), ms(p99)]);
  }
  return table('Reader processes, cached story page', ['processes', 'measured', 'of one', 'p99'], rows);
}

/** Readings counted while pages are served, with the record in PostgreSQL. */
export async function benchReadings(folder: string, database: string): Promise<string> {
  const data = join(folder, 'readings');
  const place = placeIn(database, 'readings');
  const site = await serveMidad(['demo', '--data', data], { DATABASE_URL: place.url });
  const beacons = await countBeacons(site.url, await storyPath(site.url));
  const missing = await lost(site, data, beacons.expected, place);
  return table(
    'Readings, record in PostgreSQL',
    ['readings', 'pages meanwhile', 'lost on a clean stop', 'aim'],
    [
      [
        rate(beacons.perSecond, 'readings'),
        rate(beacons.pages, 'requests'),
        `${missing} of ${beacons.expected}`,
        '≥ 5,000/s, none lost',
      ],
    ],
  );
}
