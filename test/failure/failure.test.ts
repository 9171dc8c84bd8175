import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginWith, killed, says } from '../support/midad.ts';
import { setUpBy, startProcess } from '../support/node-process.ts';
import { ownPostgres, type OwnPostgres } from '../support/own-postgres.ts';
import { freePort } from '../support/postgres.ts';
import { startProxy } from '../support/proxy.ts';
import { tearCatalog } from './catalog.ts';
import { jumpClock } from './clock.ts';
import { fillDisk } from './disk.ts';
import { failOver } from './failover.ts';
import { killNodes } from './kill.ts';
import { newCounts, read, until } from './load.ts';
import type { Outcome } from './outcome.ts';
import { loseDatabase, outages } from './outage.ts';

/** A shorter run of `npm run test:failure`; how long anything took decides nothing here. */
let database: OwnPostgres;
beforeAll(async () => {
  database = await ownPostgres();
});
afterAll(() => database?.remove());

const minutes = 60_000;
const sound = { lost: 0, readsFailed: 0, equal: true, faults: [] };

describe('nothing that was acknowledged is lost, and no reader notices', () => {
  it('when a node on SQLite is killed', { timeout: 5 * minutes }, async () => {
    expect(await killNodes(1)).toMatchObject(sound);
  });

  it('when one of two nodes is killed', { timeout: 5 * minutes }, async () => {
    const address = new URL(database.url);
    address.searchParams.set('schema', 'killed');
    expect(await killNodes(1, address.href)).toMatchObject(sound);
  });

  it('when the database is killed, hangs, or is out of reach', { timeout: 5 * minutes }, async () => {
    const some = outages.filter(({ what }) =>
      ['killed', 'hanging', 'silent'].some((word) => what.includes(word)),
    );
    const outcomes: Outcome[] = await loseDatabase(database, some, 400);
    for (const outcome of outcomes) expect(outcome).toMatchObject(sound);
  });

  it('when a synchronous replica takes the place of the database', { timeout: 5 * minutes }, async () => {
    expect(await failOver(true)).toMatchObject(sound);
  });

  it('when the disk is full', { timeout: 5 * minutes }, async () => {
    // Only root may give a test a disk of its own; what SQLite says of a full one is tested beside it.
    const outcome = await fillDisk(1);
    if (outcome !== undefined) expect(outcome).toMatchObject(sound);
  });

  it('when the clock jumps', { timeout: 5 * minutes }, async () => {
    expect(await jumpClock(1)).toMatchObject(sound);
  });

  it('when files of the catalog are torn or deleted', { timeout: 5 * minutes }, async () => {
    expect(await tearCatalog(2)).toMatchObject(sound);
  });
});

it(
  'what an asynchronous replica had not received is gone, and every node follows the new record',
  { timeout: 5 * minutes },
  async () => {
    expect(await failOver(false)).toMatchObject({ ...sound, lost: expect.any(Number) });
  },
);

it(
  'a node started while the database is away serves readers, and takes up all its work when it is there',
  { timeout: 5 * minutes },
  async () => {
    const line = await startProxy(database.port);
    const address = new URL(database.url);
    address.port = String(line.port);
    address.searchParams.set('schema', 'started_late');
    const data = mkdtempSync(join(tmpdir(), 'midad-late-'));
    const environment = { DATABASE_URL: address.href };
    const port = await freePort();
    const first = await startProcess(data, port, environment);
    const client = await setUpBy(first.url, first.setUpLink);
    await first.stop();
    line.cut();

    const child = beginWith({ ...environment }, 'start', '--data', data, '--port', String(port));
    const [, url = ''] = await says(child, /Readers are served what this node has: (http\S+\d)/);
    const counts = newCounts();
    const stop = new AbortController();
    const reading = read([url], ['/', '/latest', '/readyz'], counts, stop.signal);
    const away = await client.call('me');
    expect([away.status, away.error?.code]).toEqual([503, 'unavailable']);
    line.heal();
    await until(async () => (await client.call('me')).status === 200);
    stop.abort();
    await reading;
    expect(counts.failures).toEqual([]);
    await killed(child, 'SIGTERM');
    await line.stop();
    rmSync(data, { recursive: true, force: true });
  },
);
