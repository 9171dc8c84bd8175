import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../src/journal/open.ts';
import { usualPostgres } from '../src/journal/place.ts';
import { copyJournal } from '../src/journal/copy/copy.ts';
import { postgresSide } from '../src/journal/copy/postgres-side.ts';
import { sqliteSide, tablesOf } from '../src/journal/copy/sqlite-side.ts';
import { midad, midadWith } from './support/midad.ts';
import { startPostgres, type TestPostgres } from './support/postgres.ts';
import { startSite, type TestSite } from './support/site.ts';
import { clientOf, password, setUpAs, tokenOf } from './support/staff.ts';

let server: TestPostgres;
let site: TestSite;
let folder = '';
beforeAll(async () => {
  [server, site] = await Promise.all([startPostgres(), startSite({ demo: false })]);
  folder = await mkdtemp(join(tmpdir(), 'midad-copy-'));
}, 120_000);
afterAll(async () => {
  await site?.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const note = (id: string) => ({
  kind: 'topic' as const,
  id,
  action: 'create' as const,
  expect: 0,
  content: { id, name: 'الميناء', slug: id, aliases: [] },
});
const by = { actor: 'cli:test', at: 1 };

describe('a record that moves', () => {
  it('goes to PostgreSQL while the site serves and writes, and back, to the last draft and account', async () => {
    const { journal, data } = site;
    const place = server.place();
    const admin = await setUpAs(site);
    const person = {
      email: 'salma@paper.example',
      name: 'سلمى',
      role: 'reporter',
      sections: [],
      language: 'ar',
    };
    const { said } = await admin.call('inviteUser', { body: person });
    await clientOf(site).call('setPassword', { body: { token: tokenOf(said.link), password } });
    const story = 7;
    const begun = await journal.beginDraft({
      story,
      after: undefined,
      schema: 1,
      version: 0,
      seed: new Uint8Array([1, 0, 255]),
      at: 2,
    });
    await journal.addTallies({ key: 'one', at: 5, counts: [{ story, hour: 0, reads: 3 }] });

    // Writers go on while it runs.
    const writer = { on: true };
    let written = 0;
    const writing = (async () => {
      while (writer.on) await journal.append([note(`t${written++}`)], by);
    })();
    const first = await midad('journal', 'copy', '--to', place, '--data', data);
    writer.on = false;
    await writing;
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('--finish');
    expect((await site.get('/')).status).toBe(200);
    const opening = openJournal(folder, { url: place, ...usualPostgres });
    await expect(opening).rejects.toMatchObject({ code: 'journal-incomplete' });
    expect((await midad('journal', 'copy', '--to', place, '--data', data, '--finish')).err).toContain(
      'running',
    );

    // Erased after it was copied: the copy erases it too.
    await journal.redact(
      { kind: 'topic', id: 't0', why: 'طلب', replacement: { ...note('t0').content, name: '—' } },
      by,
    );
    const head = await journal.head();
    const still = join(folder, 'still');
    await cp(data, still, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    const last = await midad('journal', 'copy', '--to', place, '--data', still, '--finish');
    expect(last).toMatchObject({ code: 0 });
    expect(last.out).toContain(head.digest);
    expect((await midad('journal', 'copy', '--to', place, '--data', still)).err).toContain('--force');

    const moved = await startSite({ demo: false, environment: { DATABASE_URL: place } });
    expect(await moved.journal.head()).toEqual(head);
    expect((await moved.journal.revisions('topic', 't0')).map(({ content }) => content === null)).toEqual([
      true,
      false,
    ]);
    expect(await moved.journal.draft(story)).toEqual(begun);
    expect((await moved.journal.draftLog(story)).updates.map((update) => [...update])).toEqual([[1, 0, 255]]);
    expect(await moved.journal.tallies(0, 10)).toEqual(await journal.tallies(0, 10));
    const salma = clientOf(moved);
    expect((await salma.call('signIn', { body: { email: person.email, password } })).status).toBe(200);
    // Numbers go on: jobs and sign-in events are appended there.
    await moved.journal.append([{ ...note('later'), jobs: [{ kind: 'x', payload: {}, dueAt: 0 }] }], by);
    const after = await moved.journal.head();

    const back = join(folder, 'back');
    const returned = await midadWith(
      { DATABASE_URL: place },
      'journal',
      'copy',
      '--to',
      back,
      '--data',
      folder,
      '--finish',
    );
    expect(returned).toMatchObject({ code: 0 });
    await moved.stop();
    const home = await openJournal(back);
    expect(await home.head()).toEqual(after);
    expect(await home.verify()).toEqual({ entries: after.seq });
    expect(await home.draft(story)).toEqual(begun);
    await home.close();
    await server.remove(place);
  }, 180_000);

  it('goes on where it was interrupted, and never into another record', async () => {
    const path = join(folder, 'source', 'journal.db');
    const source = await openJournal(join(folder, 'source'));
    for (let i = 0; i < 30; i++) await source.append([note(`n${i}`)], by);
    await source.close();
    const place = server.place();
    const copy = async (interruptAt?: number) => {
      const [from, to] = [sqliteSide(path), await postgresSide({ url: place, ...usualPostgres })];
      const many = from.entries;
      from.entries = async function* one(after, upTo) {
        for await (const rows of many(after, upTo))
          for (const row of rows) {
            if (Number(row['seq']) === interruptAt) throw new Error('cut');
            yield [row];
          }
      };
      try {
        return await copyJournal({ from, to, tables: tablesOf(path), place: 'there', finish: true });
      } finally {
        await Promise.all([from.close(), to.close()]);
      }
    };
    await expect(copy(11)).rejects.toThrow('cut');
    expect(await copy()).toMatchObject({ seq: 30, added: 20 });
    await expect(copy()).rejects.toMatchObject({ code: 'journal-not-empty' });
    const client = await server.connect(place);
    await client.query(`UPDATE meta SET journal_id = 'copying:' || journal_id`);
    await client.query('UPDATE head SET digest = decode(repeat($1, 32), $2)', ['ab', 'hex']);
    await client.end();
    await expect(copy()).rejects.toMatchObject({ code: 'journal-differs' });
    await server.remove(place);
  }, 180_000);
});
