import { setTimeout as pause } from 'node:timers/promises';
import { verify } from '../../src/catalog/verify.ts';
import { usualPostgres } from '../../src/journal/place.ts';
import { ownPostgres } from '../support/own-postgres.ts';
import { startProxy } from '../support/proxy.ts';
import { startSite } from '../support/site.ts';
import { setUpAs } from '../support/staff.ts';
import { outcomeOf } from './judge.ts';
import { newCounts, publish, read, until } from './load.ts';
import type { Outcome } from './outcome.ts';

/**
 * The database is lost under load, and a replica takes its place. Synchronous: nothing that was acknowledged may be gone. Otherwise what the
 * replica had not received is gone, and the node, which has it in its catalog, must notice and follow the new record.
 */
export async function failOver(synchronous: boolean): Promise<Outcome> {
  const database = await ownPostgres();
  const wire = await startProxy(database.port);
  const replica = await database.replica('standby', wire.port);
  const line = await startProxy(database.port);
  const address = new URL(database.url);
  address.port = String(line.port);
  address.searchParams.set('schema', 'failover');
  const site = await startSite({
    demo: false,
    environment: { DATABASE_URL: address.href, MIDAD_DATABASE_TIMEOUT: '2' },
  });
  try {
    if (synchronous) {
      await database.ask(`ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
      await database.ask('SELECT pg_reload_conf()');
    }
    const admin = await setUpAs(site);
    const streaming = async () =>
      (
        await database.ask<{ state: string; sync_state: string }>(
          'SELECT state, sync_state FROM pg_stat_replication',
        )
      ).some(({ state, sync_state }) => state === 'streaming' && (sync_state === 'sync') === synchronous);
    await until(streaming);
    const counts = newCounts();
    const stop = new AbortController();
    const load = Promise.all([
      read([site.url], ['/', '/latest', '/culture', '/readyz'], counts, stop.signal),
      publish(admin, counts, stop.signal),
      publish(admin, counts, stop.signal),
    ]);
    await pause(500);
    if (!synchronous) {
      // The replica's own line breaks first, so that it misses the last words.
      wire.cut();
      const atCut = counts.acknowledged.size;
      await until(async () => counts.acknowledged.size > atCut + 3);
    }
    await database.kill();
    line.cut();
    await pause(300);
    const atLoss = (await replica.ask<{ seq: string }>('SELECT seq FROM failover.head'))[0]?.seq;
    await replica.promote();
    line.heal(replica.port);
    const before = counts.acknowledged.size;
    const recoveryMs = await until(async () => counts.acknowledged.size > before);
    await pause(300);
    stop.abort();
    await load;
    await site.caughtUp((await site.journal.head()).seq);
    const checked = new URL(replica.url);
    checked.searchParams.set('schema', 'failover');
    const { differences } = await verify(site.data, { ...usualPostgres, url: checked.href });
    const outcome = await outcomeOf(site.journal, counts, {
      what: `failover, ${synchronous ? 'synchronous' : 'asynchronous, line to the replica cut before'}`,
      rounds: 1,
      recoveryMs,
      faults: [],
      differences,
    });
    if (!synchronous && outcome.lost === 0)
      outcome.faults.push(`the replica was to miss something, and had all up to ${atLoss}`);
    return outcome;
  } finally {
    await site.stop();
    await Promise.all([line.stop(), wire.stop()]);
    await Promise.all([database.remove(), replica.remove()]);
  }
}
