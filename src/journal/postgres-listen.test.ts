import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPostgres, type TestPostgres } from '../../test/support/postgres.ts';
import { type Journal, zeroDigest } from './journal.ts';
import { usualPostgres } from './place.ts';
import { listenPostgres } from './postgres-listen.ts';
import { openPostgresJournal } from './postgres.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server?.stop());

const writers = 8;
const each = 25;

/** A node as far as following goes: reads on when it is told, and seldom by itself. */
type Seen = { seq: number; digest: string }[];
function follow(journal: Journal, url: string, seen: Seen = []) {
  const stopping = new AbortController();
  let wake = new AbortController();
  const listening = listenPostgres(
    { ...usualPostgres, url },
    { heard: () => wake.abort(), connected: () => wake.abort(), onError: () => {} },
  );
  const work = (async () => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      const entries = await journal.entries(seen.length, 7).catch(() => []);
      seen.push(...entries.map(({ seq, digest }) => ({ seq, digest })));
      const either = AbortSignal.any([wake.signal, stopping.signal]);
      if (entries.length === 0) await pause(500, undefined, { signal: either }).catch(() => {});
    }
  })();
  return {
    seen,
    async stop() {
      stopping.abort();
      await Promise.all([work, listening.stop()]);
    },
  };
}

const cutListeners = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'midad' AND (query = 'SELECT 1' OR query LIKE 'LISTEN %')`;

test('followers miss and reorder nothing while eight write, lines are cut and followers come and go', async () => {
  const place = server.place();
  const journal = await openPostgresJournal(place);
  const steady = follow(journal, place);
  let restless = follow(journal, place);
  const chaos = new AbortController();
  const breaking = (async () => {
    const client = await server.connect(place);
    while (!chaos.signal.aborted) {
      await client.query(cutListeners);
      await restless.stop();
      restless = follow(journal, place, restless.seen);
      await pause(40);
    }
    await client.end();
  })();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const own = await openPostgresJournal(place, { connections: 2 });
      for (let n = 0; n < each; n++) {
        const change = {
          kind: 'story' as const,
          id: `${writer}-${n}`,
          action: 'create' as const,
          expect: 0,
          content: {},
        };
        await own.append([change], { actor: `writer ${writer}`, at: n });
      }
      await own.close();
    }),
  );
  chaos.abort();
  await breaking;
  const all = writers * each;
  await expect
    .poll(() => [steady.seen.length, restless.seen.length], { timeout: 10_000 })
    .toEqual([all, all]);
  const recorded = await journal.entries(0, all);
  const expected = recorded.map(({ seq, digest }) => ({ seq, digest }));
  expect(expected.map(({ seq }) => seq)).toEqual(Array.from({ length: all }, (_, i) => i + 1));
  expect(steady.seen).toEqual(expected);
  expect(restless.seen).toEqual(expected);
  expect(await journal.verify()).toEqual({ entries: all });
  expect(expected[0]?.digest).not.toBe(zeroDigest);
  await Promise.all([steady.stop(), restless.stop()]);
  await journal.close();
  await server.remove(place);
});
