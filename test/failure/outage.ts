import { setTimeout as pause } from 'node:timers/promises';
import { verify } from '../../src/catalog/verify.ts';
import { usualPostgres } from '../../src/journal/place.ts';
import { cookieOf } from '../support/node-process.ts';
import { openEditor } from '../support/editor.ts';
import type { OwnPostgres } from '../support/own-postgres.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { startSite } from '../support/site.ts';
import { setUpAs } from '../support/staff.ts';
import { outcomeOf } from './judge.ts';
import { newCounts, publish, read, until } from './load.ts';
import type { Outcome } from './outcome.ts';

/** How a database goes away, and comes back. */
export interface Outage {
  what: string;
  begin(database: OwnPostgres, line: Proxy): Promise<void> | void;
  end(database: OwnPostgres, line: Proxy): Promise<void> | void;
}

export const outages: readonly Outage[] = [
  {
    what: 'PostgreSQL stopped',
    begin: (database) => database.stop(),
    end: (database) => database.start(),
  },
  {
    what: 'PostgreSQL killed',
    begin: (database) => database.kill(),
    end: (database) => database.start(),
  },
  {
    what: 'PostgreSQL hanging',
    begin: (database) => database.freeze(),
    end: (database) => database.thaw(),
  },
  {
    what: 'PostgreSQL restarted',
    async begin(database) {
      await database.stop();
      await database.start();
    },
    end() {},
  },
  { what: 'line cut', begin: (_, line) => line.cut(), end: (_, line) => line.heal() },
  { what: 'line silent', begin: (_, line) => line.silence(), end: (_, line) => line.heal() },
];

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/**
 * A node loses its database while people read, write, publish and are counted, and gets it back.
 * @param awayMs how long the database stays away.
 */
export async function loseDatabase(
  database: OwnPostgres,
  outagesOf: readonly Outage[],
  awayMs: number,
): Promise<Outcome[]> {
  const line = await startProxy(database.port);
  const address = new URL(database.url);
  address.searchParams.set('schema', `outage_${Date.now()}`);
  const direct = address.href;
  address.port = String(line.port);
  const site = await startSite({
    demo: false,
    environment: { DATABASE_URL: address.href, MIDAD_DATABASE_TIMEOUT: '2' },
  });
  const outcomes: Outcome[] = [];
  try {
    const admin = await setUpAs(site);
    const fields = { headline: 'خبر قبل العطل', section: 'culture' };
    const { said: first } = await admin.call('createStory', { body: { fields } });
    const params = { id: first.id };
    await admin.call('publishStory', { params, body: { expect: 1 } });
    const story = new URL((await site.get(`/${first.id}`)).headers.get('location') ?? '', site.url).pathname;
    const [, token = ''] = /data-read="([^"]+)"/.exec(await site.text(story)) ?? [];
    const { said: draft } = await admin.call('openDraft', { params });
    const editor = openEditor(site.url, cookieOf(admin), draft.room);
    await editor.saved();
    let readings = 0;

    for (const { what, begin, end } of outagesOf) {
      const counts = newCounts();
      const faults: string[] = [];
      const stop = new AbortController();
      const load = Promise.all([
        read([site.url], ['/', story, '/latest', '/culture', '/readyz'], counts, stop.signal),
        publish(admin, counts, stop.signal),
      ]);
      await pause(300);
      await begin(database, line);
      editor.type('+');
      const saved = editor.saved();
      const sent = readings + 20;
      for (; readings < sent; readings++) {
        // Each another reader of another network.
        await fetch(`${site.url}/r`, {
          method: 'POST',
          body: token,
          headers: { 'user-agent': `${browser} ${readings}` },
        });
      }
      await pause(awayMs);
      if (what !== 'PostgreSQL restarted' && (await Promise.race([saved, pause(50, 'waits')])) !== 'waits')
        faults.push('typing was called saved while the database was away');
      await end(database, line);
      const before = counts.acknowledged.size;
      const recoveryMs = await until(async () => counts.acknowledged.size > before);
      await saved;
      stop.abort();
      await load;
      await until(async () => (await site.journal.head()).seq > 0);
      await site.caughtUp((await site.journal.head()).seq);
      const { differences } = await verify(site.data, { ...usualPostgres, url: direct });
      const kept = await site.journal.draftLog(Number(first.id));
      if (kept.updates.length === 0) faults.push('what was typed is not in the journal');
      outcomes.push(
        await outcomeOf(site.journal, counts, { what, rounds: 1, recoveryMs, faults, differences }),
      );
    }
    editor.close();
    const { journal } = site;
    await until(async () => {
      const counted = (await journal.tallies(0, 1000)).flatMap(({ counts }) => counts);
      return counted.reduce((sum, { reads }) => sum + reads, 0) === readings;
    }, 90_000).catch(() => outcomes.at(-1)?.faults.push('readings were lost or counted twice'));
    return outcomes;
  } finally {
    await site.stop();
    await line.stop();
  }
}
