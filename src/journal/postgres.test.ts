import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../test/support/postgres.ts';
import type { JournalBackend } from './contract/backend.ts';
import { journalContract } from './contract/contract.ts';
import { openPostgresJournal } from './postgres.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server?.stop());

const backend: JournalBackend = {
  module: new URL('postgres.ts', import.meta.url),
  opener: 'openPostgresJournal',
  open: openPostgresJournal,
  makePlace: async () => server.place(),
  removePlace: (place) => server.remove(place),
  async tamper(place, seq, content) {
    const client = await server.connect(place);
    await client.query('UPDATE entry SET content = $1 WHERE seq = $2', [JSON.stringify(content), seq]);
    await client.end();
  },
};
journalContract('PostgreSQL', backend);

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

test('an address that is none, a wrong password and a server that is not there are said', async () => {
  const place = server.place();
  expect(await code(openPostgresJournal('mysql://x'))).toBe('bad-option');
  expect(await code(openPostgresJournal('postgres://a@b/c?schema=drop%20table'))).toBe('bad-option');
  const wrong = new URL(place);
  wrong.port = '1';
  expect(await code(openPostgresJournal(wrong.href))).toBe('database-unreachable');
  const nowhere = new URL(place);
  nowhere.pathname = '/no_such_database';
  expect(await code(openPostgresJournal(nowhere.href))).toBe('database-denied');
  expect(await code(openPostgresJournal(`${place}&sslmode=verify-full`))).toBe('database-untrusted');
  expect(await code(openPostgresJournal(`${place}&sslmode=verify-ca`))).toBe('bad-option');
  expect(await code(openPostgresJournal(`${place}&sslmode=verify-full&sslrootcert=/no/such.pem`))).toBe(
    'bad-option',
  );
});

test('whoever only reads waits for a writer to set it up, and is refused when it writes', async () => {
  const place = server.place();
  expect(await code(openPostgresJournal(place, { readOnly: true }))).toBe('unavailable');
  await (await openPostgresJournal(place)).close();
  const journal = await openPostgresJournal(place, { readOnly: true });
  expect((await journal.head()).seq).toBe(0);
  expect(await code(journal.secret('x'))).toBe('unavailable');
  await journal.close();
  await server.remove(place);
});

test('several nodes that start at once on an empty database make one journal', async () => {
  const place = server.place();
  const journals = await Promise.all(Array.from({ length: 4 }, () => openPostgresJournal(place)));
  const heads = await Promise.all(journals.map((journal) => journal.head()));
  expect(new Set(heads.map(({ journalId }) => journalId)).size).toBe(1);
  for (const journal of journals) await journal.close();
  await server.remove(place);
});

test('a database of a newer program is refused', async () => {
  const place = server.place();
  await (await openPostgresJournal(place)).close();
  const client = await server.connect(place);
  await client.query(`INSERT INTO migration VALUES ('0099_future.sql', 0)`);
  await client.end();
  expect(await code(openPostgresJournal(place))).toBe('database-newer');
  await server.remove(place);
});

test('connections that are cut are replaced, and what was committed is there', async () => {
  const place = server.place();
  const journal = await openPostgresJournal(place);
  const story = { kind: 'story' as const, id: '1', action: 'create' as const, expect: 0, content: { id: 1 } };
  await journal.append([story], { actor: 'x', at: 1 });
  const client = await server.connect(place);
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'midad'`,
  );
  await client.end();
  let head: { seq: number } | undefined;
  for (let attempt = 0; head === undefined && attempt < 20; attempt++)
    head = await journal.head().catch(() => undefined);
  expect(head?.seq).toBe(1);
  await journal.close();
  await server.remove(place);
});
