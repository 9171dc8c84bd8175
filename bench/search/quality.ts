import { table } from '../table.ts';
import type { Collection } from './collections.ts';
import { measure, shown } from './measure.ts';
import { openMidad } from './midad.ts';
import { rivals } from './rivals.ts';

/** MRR@10 / recall@10 of all rows side by side, a column for each task of a collection. */
export async function benchQuality({ name, texts, tasks }: Collection): Promise<string> {
  const plain = texts.map(({ standfirst, body }) => `${standfirst}\n${body}`);
  const rows: string[][] = [];
  for (const [rival, make] of Object.entries(rivals)) {
    const rank = make(plain);
    rows.push([rival, ...(await each(tasks, async ({ queries }) => shown(await measure(queries, rank))))]);
  }
  const ours = await openMidad(texts);
  try {
    const row = (half?: 0 | 1) =>
      each(tasks, async ({ queries }) => shown(await measure(queries, ours.rank, half)));
    rows.push(['**Midad**', ...(await row())]);
    rows.push(['Midad, one half of the queries', ...(await row(0))]);
    rows.push(['Midad, the other half', ...(await row(1))]);
  } finally {
    await ours.close();
  }
  rows.push(['aim', ...tasks.map(({ aim }) => aim)]);
  return table(
    `${name}: MRR@10 / recall@10, ${texts.length.toLocaleString('en')} texts`,
    ['analyser', ...tasks.map((task) => task.name)],
    rows,
  );
}

async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
