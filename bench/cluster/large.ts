import { join } from 'node:path';
import { openSearch } from '../../src/catalog/search/pool.ts';
import { peakOf, residentOf, runMidad } from '../command.ts';
import { storyGenerator } from '../generate.ts';
import { measureArchive, prepareArchive } from '../growth.ts';
import { load, quantile } from '../load.ts';
import { askAll } from '../search/scale.ts';
import { queriesOf } from '../search/scale-queries.ts';
import { serveMidad } from '../server.ts';
import { ms, rate, table } from '../table.ts';
import { wordDistribution } from '../words.ts';

const mb = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(0)} MB`;

/**
 * A node with a large archive: starting, pages, lists, searching, publishing, disk and memory; last, all of its catalog made anew
 * from the record. Bringing a million stories in takes most of an hour, making the catalog anew half of one.
 * @param folder in which the archive stays, and is used again.
 */
export async function benchLarge(folder: string, stories: number, again: boolean): Promise<string> {
  const distribution = await wordDistribution();
  const story = storyGenerator(distribution);
  const place = join(folder, String(stories));
  const prepared = await prepareArchive(place, stories, story);
  const data = join(place, 'data');
  const figures = await measureArchive(place, stories, story);
  const rows: string[][] = Object.entries(figures)
    .filter(([what]) => what !== 'stories' && !what.startsWith('search, 3'))
    .map(([what, value]) => [what, what.endsWith('MB') ? mb(value) : ms(value), '']);
  const search = openSearch(data);
  for (const { name, asked, aim } of queriesOf(distribution, story, stories)) {
    if (aim === '') continue;
    const times = await askAll(search, asked);
    rows.push([`search: ${name}`, `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}`, aim]);
  }
  await search.close();
  rows.push(...(await memoryOfServer(data)));
  if (prepared !== undefined)
    rows.push(['import, readable and found by search', rate(prepared.written, 'stories'), '']);
  if (again) {
    const { seconds, peakMb } = await runMidad(['rebuild', '--data', data]);
    rows.push(['catalog, search and comparing made anew', rate(stories / seconds, 'stories'), '']);
    rows.push(['most memory meanwhile', mb(peakMb), '']);
  }
  return table(
    `A node with ${stories.toLocaleString('en')} generated stories (medians; search p50 / p95)`,
    ['work', 'measured', 'aim'],
    rows,
  );
}

/** Of one process that serves pages and searches: when it has begun, and after a while of both. */
async function memoryOfServer(data: string): Promise<string[][]> {
  const site = await serveMidad(['start', '--data', data]);
  const begun = residentOf(site.pid);
  for (const path of ['/', '/latest', `/search?q=${encodeURIComponent('الرئيس')}`])
    await load(site.url + path, { seconds: 3, connections: 16, headers: { 'Accept-Encoding': 'br' } });
  const most = peakOf(site.pid);
  await site.stop();
  return [
    ['memory of a server that has started', mb(begun), ''],
    ['the most it had while front, latest and a search were asked for', mb(most), ''],
  ];
}
