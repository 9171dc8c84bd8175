import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEditor } from '../../test/support/editor.ts';
import { cookieOf, setUpBy, startProcess } from '../../test/support/node-process.ts';
import { quantile } from '../load.ts';
import { ms, table } from '../table.ts';
import { placeIn } from './place.ts';

const people = 50;
const stories = 10;
const letterMs = 250;
const seconds = 12;

/** Fifty people type, five to a story: how long until «محفوظ» is said of a letter. */
export async function benchTyping(folder: string, database: string): Promise<string> {
  const rows = [
    await type('SQLite', join(folder, 'typing-sqlite'), {}),
    await type('PostgreSQL', join(folder, 'typing-postgres'), {
      DATABASE_URL: placeIn(database, 'typing').url,
    }),
  ];
  return table(
    `${people} people typing in ${stories} stories, a letter each ${letterMs} ms`,
    ['record in', 'letters', 'saved after', 'front page meanwhile'],
    rows,
  );
}

async function type(name: string, data: string, environment: Record<string, string>): Promise<string[]> {
  const node = await startProcess(data, 0, environment);
  const client = await setUpBy(node.url, node.setUpLink);
  const rooms: string[] = [];
  for (let n = 0; n < stories; n++) {
    const fields = { headline: 'نص', section: 'culture' };
    const { said } = await client.call('createStory', { body: { fields } });
    rooms.push((await client.call('openDraft', { params: { id: said.id } })).said.room);
  }
  const editors = Array.from({ length: people }, (_, n) =>
    openEditor(node.url, cookieOf(client), rooms[n % stories] ?? ''),
  );
  await Promise.all(editors.map((editor) => editor.synced()));
  const until = performance.now() + seconds * 1000;
  const saved: number[] = [];
  const pages: number[] = [];
  await Promise.all([
    ...editors.map(async (editor) => {
      await pause(Math.random() * letterMs);
      while (performance.now() < until) {
        const typed = performance.now();
        editor.type('ن');
        await editor.saved();
        saved.push(performance.now() - typed);
        await pause(Math.max(0, letterMs - (performance.now() - typed)));
      }
    }),
    (async () => {
      while (performance.now() < until) {
        const asked = performance.now();
        await (await fetch(node.url)).text();
        pages.push(performance.now() - asked);
        await pause(20);
      }
    })(),
  ]);
  for (const editor of editors) editor.close();
  await node.stop();
  return [
    name,
    String(saved.length),
    `p50 ${ms(quantile(saved, 0.5))}, p99 ${ms(quantile(saved, 0.99))}`,
    `p50 ${ms(quantile(pages, 0.5))}, p99 ${ms(quantile(pages, 0.99))}`,
  ];
}
