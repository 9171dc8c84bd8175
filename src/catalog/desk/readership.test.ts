import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStory, Newsroom } from '../fixtures/newsroom.ts';
import { openDeskCatalog } from './desk.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const zone = 'Asia/Riyadh';
const hourMs = 3_600_000;
/** Noon in Riyadh on some day of October 2026. */
const noonOf = (day: number) => Date.UTC(2026, 9, day, 9);

let batch = 0;
const read = (at: number, counts: Record<number, number>) =>
  newsroom.journal.addTallies({
    key: `batch-${batch++}`,
    at,
    counts: Object.entries(counts).map(([story, reads]) => ({ story: Number(story), hour: at, reads })),
  });

test('the board says what is read now, today and in thirty days, by story and section', async () => {
  for (const [id, section] of [
    [1, 'politics'],
    [2, 'sports'],
    [3, 'sports'],
  ] as const)
    await newsroom.story(makeStory(id, { section }));
  // The last hour of the 19th in Riyadh is 20:00 in UTC.
  await read(Date.UTC(2026, 9, 19, 20), { 1: 7 });
  await read(Date.UTC(2026, 9, 19, 21), { 1: 5, 2: 1 });
  await read(noonOf(20) - hourMs, { 2: 3 });
  await read(noonOf(20), { 2: 10, 3: 2, 99: 4 });
  (await newsroom.catalog()).close();
  const desk = openDeskCatalog(newsroom.file('desk'));
  const now = noonOf(20) + 600_000;
  const reads = ({ stories }: ReturnType<typeof desk.board>) => stories.map(({ id, reads }) => [id, reads]);

  const present = desk.board('now', now, zone);
  expect(reads(present)).toEqual([
    [2, 13],
    [3, 2],
  ]);
  expect(present.sections).toEqual([{ id: 'sports', reads: 15 }]);
  expect(present.series).toHaveLength(24);
  expect(present.series.at(-1)).toEqual({ at: noonOf(20), reads: 12 });

  const today = desk.board('today', now, zone);
  expect(reads(today)).toEqual([
    [2, 14],
    [1, 5],
    [3, 2],
  ]);
  expect(today.total).toBe(21);
  const month = desk.board('month', now, zone);
  expect(reads(month)).toEqual([
    [2, 14],
    [1, 12],
    [3, 2],
  ]);
  expect(month.series).toHaveLength(30);
  expect(month.series.slice(-2)).toEqual([
    { at: Date.UTC(2026, 9, 18, 21), reads: 7 },
    { at: Date.UTC(2026, 9, 19, 21), reads: 21 },
  ]);
  desk.close();
});

test('what is older than thirty days leaves the sums, and a rebuilt board is the same', async () => {
  await newsroom.story(makeStory(1));
  await newsroom.story(makeStory(2, { section: 'sports' }));
  for (let day = 1; day <= 40; day++) await read(noonOf(day), { 1: 1, ...(day <= 5 && { 2: 1 }) });
  (await newsroom.catalog()).close();
  const desk = openDeskCatalog(newsroom.file('desk'));
  const month = desk.board('month', noonOf(40), zone);
  expect(month.stories).toEqual([expect.objectContaining({ id: 1, reads: 30 })]);
  expect(month.total).toBe(30);
  expect(month.series.every(({ reads }) => reads === 1)).toBe(true);
  desk.close();
  rmSync(join(newsroom.dataDir, 'catalog'), { recursive: true });
  (await newsroom.catalog()).close();
  const anew = openDeskCatalog(newsroom.file('desk'));
  expect(anew.board('month', noonOf(40), zone)).toEqual(month);
  anew.close();
});
