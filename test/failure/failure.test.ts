import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPostgres, type OwnPostgres } from '../support/own-postgres.ts';
import { tearCatalog } from './catalog.ts';
import { failOver } from './failover.ts';
import { killNodes } from './kill.ts';
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
  it('when a node on SQLite is killed', { timeout: 2 * minutes }, async () => {
    expect(await killNodes(1)).toMatchObject(sound);
  });

  it('when one of two nodes is killed', { timeout: 2 * minutes }, async () => {
    const address = new URL(database.url);
    address.searchParams.set('schema', 'killed');
    expect(await killNodes(1, address.href)).toMatchObject(sound);
  });

  it('when the database is killed, hangs, or is out of reach', { timeout: 2 * minutes }, async () => {
    const some = outages.filter(({ what }) =>
      ['killed', 'hanging', 'silent'].some((word) => what.includes(word)),
    );
    const outcomes: Outcome[] = await loseDatabase(database, some, 400);
    for (const outcome of outcomes) expect(outcome).toMatchObject(sound);
  });

  it('when a synchronous replica takes the place of the database', { timeout: 2 * minutes }, async () => {
    expect(await failOver(true)).toMatchObject(sound);
  });

  it('when files of the catalog are torn or deleted', { timeout: 2 * minutes }, async () => {
    expect(await tearCatalog(2)).toMatchObject(sound);
  });
});

it(
  'what an asynchronous replica had not received is gone, and every node follows the new record',
  { timeout: 2 * minutes },
  async () => {
    expect(await failOver(false)).toMatchObject({ ...sound, lost: expect.any(Number) });
  },
);
