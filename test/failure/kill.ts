import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { catchUp } from '../../src/catalog/catch-up.ts';
import { verify } from '../../src/catalog/verify.ts';
import { openJournal } from '../../src/journal/open.ts';
import { type PostgresPlace, usualPostgres } from '../../src/journal/place.ts';
import { openEditor } from '../support/editor.ts';
import { cookieOf, setUpBy, startProcess, type NodeProcess } from '../support/node-process.ts';
import { freePort } from '../support/postgres.ts';
import { clientOf } from '../support/staff.ts';
import { outcomeOf } from './judge.ts';
import { newCounts, publish, read } from './load.ts';
import type { Outcome } from './outcome.ts';

/** Load before each kill, at random: within a start, a commit, an applying, or in the middle of nothing. */
const shortestMs = 100;
const longestMs = 900;

/**
 * Nodes under load are killed at random moments and started again: one on SQLite, or two on PostgreSQL, of which readers are served by
 * the other one meanwhile.
 */
export async function killNodes(rounds: number, database?: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-kill-'));
  const postgres: PostgresPlace | undefined =
    database === undefined ? undefined : { ...usualPostgres, url: database };
  const names = postgres === undefined ? ['a'] : ['a', 'b'];
  const places = await Promise.all(
    names.map(async (name) => ({ data: join(folder, name), port: await freePort() })),
  );
  const begin = ({ data, port }: (typeof places)[number]) =>
    startProcess(data, port, database === undefined ? {} : { DATABASE_URL: database });
  const nodes: NodeProcess[] = [];
  for (const place of places) nodes.push(await begin(place));
  const urls = nodes.map(({ url }) => url);
  const counts = newCounts();
  const faults: string[] = [];
  const journal = await openJournal(places[0]?.data ?? '', postgres);
  let recoveryMs = 0;
  try {
    const first = await setUpBy(urls[0] ?? '', nodes[0]?.setUpLink);
    const clients = urls.map((url) => {
      const client = clientOf({ url });
      for (const [name, value] of first.cookies) client.cookies.set(name, value);
      return client;
    });
    const { said: story } = await first.call('createStory', {
      body: { fields: { headline: 'نص', section: 'culture' } },
    });
    const { said: draft } = await first.call('openDraft', { params: { id: story.id } });
    // Writes at the last node, so that with two it outlives the kills of the first.
    const editor = openEditor(urls.at(-1) ?? '', cookieOf(first), draft.room);
    let kept = '';
    const typing = new AbortController();
    const typist = (async () => {
      while (!typing.signal.aborted) {
        editor.type('ن');
        const typed = editor.text();
        await editor.saved();
        kept = typed;
        await pause(5);
      }
    })();

    for (let round = 0; round < rounds; round++) {
      const victim = round % nodes.length;
      const place = places[victim];
      const stop = new AbortController();
      const writing = clients.flatMap((client) => [
        publish(client, counts, stop.signal),
        publish(client, counts, stop.signal),
      ]);
      const reading = read(urls, ['/', '/latest', '/culture'], counts, stop.signal);
      await pause(shortestMs + Math.random() * (longestMs - shortestMs));
      // With one node there is nobody to read from until it is there again.
      if (nodes.length === 1) {
        stop.abort();
        await reading;
      }
      const promised = kept;
      await nodes[victim]?.kill();
      const before = performance.now();
      if (place !== undefined) nodes[victim] = await begin(place);
      recoveryMs = Math.max(recoveryMs, performance.now() - before);
      stop.abort();
      await Promise.all([...writing, reading]);
      const typed = await draftText(journal, Number(story.id));
      if (!typed.startsWith(promised))
        faults.push(`round ${round}: typed words that were called saved are gone`);
    }
    typing.abort();
    await typist;
    editor.close();
    await Promise.all(nodes.map((node) => node.stop()));
    const differences: string[] = [];
    const { seq } = await journal.head();
    for (const { data } of places) {
      await catchUp(data, { upTo: seq, postgres });
      differences.push(...(await verify(data, postgres)).differences);
    }
    return await outcomeOf(journal, counts, {
      what: `node killed, ${postgres === undefined ? 'SQLite' : 'PostgreSQL'}`,
      rounds,
      recoveryMs,
      faults,
      differences,
    });
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
    await journal.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function draftText(journal: Awaited<ReturnType<typeof openJournal>>, story: number): Promise<string> {
  const doc = new Y.Doc();
  for (const update of (await journal.draftLog(story)).updates) Y.applyUpdate(doc, update);
  return doc.getText('headline').toString();
}
