import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MidadError } from '../model/errors.ts';
import { journalContract } from './contract/contract.ts';
import { journalFile, openJournal, openJournalForReading } from './open.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { openJournalThread } from './thread.ts';

const makePlace = () => mkdtemp(join(tmpdir(), 'midad-'));
const places = {
  makePlace,
  removePlace: (place: string) => rm(place, { recursive: true }),
  tamper: async (place: string, seq: number, content: object) => {
    const db = new DatabaseSync(join(place, journalFile));
    db.prepare('UPDATE entry SET content = ? WHERE seq = ?').run(JSON.stringify(content), seq);
    db.close();
  },
};

const inThisThread = {
  ...places,
  module: new URL('open.ts', import.meta.url),
  opener: 'openJournal',
  open: openJournal,
};

const inOwnThread = {
  ...places,
  module: new URL('thread.ts', import.meta.url),
  opener: 'openJournalThread',
  open: openJournalThread,
};
journalContract('SQLite', inThisThread);
journalContract('SQLite in a thread', inOwnThread);

describe('a data folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await makePlace();
  });
  afterEach(() => rm(folder, { recursive: true }));
  const file = () => join(folder, journalFile);
  const by = { actor: 'cli', at: 1 };
  const code = async (work: Promise<unknown>) =>
    work.then(
      () => 'no failure',
      (error: unknown) => (error instanceof MidadError ? error.code : error),
    );

  test('is made when missing, also several levels deep', async () => {
    const journal = await openJournal(join(folder, 'a', 'b'));
    expect((await journal.head()).seq).toBe(0);
    await journal.close();
  });

  test('of a newer version is refused and left as it is', async () => {
    await (await openJournal(folder)).close();
    const db = new DatabaseSync(file());
    db.exec(`INSERT INTO migration VALUES (99, '0099_future.sql', 0)`);
    db.close();
    for (const open of [openJournal, openJournalThread, openJournalForReading]) {
      expect(await code(open(folder))).toBe('data-folder-newer');
    }
  });

  test('whose journal is no database, or another program’s, is refused and left as it is', async () => {
    const text = 'ليست قاعدة بيانات\n'.repeat(200);
    await writeFile(file(), text);
    expect(await code(openJournal(folder))).toBe('data-folder-damaged');
    expect(await readFile(file(), 'utf8')).toBe(text);
    await rm(file());

    const db = new DatabaseSync(file());
    db.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY)');
    db.close();
    const before = await readFile(file());
    expect(await code(openJournalThread(folder))).toBe('data-folder-damaged');
    expect(await readFile(file())).toEqual(before);
  });

  test('that is a file, or where there is no writing, is said to be so', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await code(openJournal(join(folder, 'file')))).toBe('data-folder-denied');
    expect(await code(openJournal(join(folder, 'file', 'below')))).toBe('data-folder-denied');
    expect(await code(openJournalForReading(join(folder, 'none')))).toBe('data-folder-denied');
  });

  test('opened for reading shows what is written meanwhile and takes no writes', async () => {
    const writer = await openJournal(folder);
    const reader = await openJournalForReading(folder);
    await writer.append([{ kind: 'story', id: '1', action: 'create', expect: 0, content: {} }], by);
    expect((await reader.entries(0, 10)).length).toBe(1);
    const change = { kind: 'story', id: '2', action: 'create', expect: 0, content: {} } as const;
    expect(await code(reader.append([change], by))).toBe('data-folder-denied');
    await reader.close();
    await writer.close();
  });

  test('on a full disk is reported as such', () => {
    const db = new DatabaseSync(file());
    db.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x)');
    const fill = () => db.prepare('INSERT INTO t VALUES (zeroblob(100000))').run();
    let error: unknown;
    try {
      fill();
    } catch (e) {
      error = explainSqlite(e, folder);
    }
    db.close();
    expect(error).toMatchObject({ code: 'disk-full', params: { path: folder } });
  });

  test('first opened by several processes at once is made once', async () => {
    const journals = await Promise.all(Array.from({ length: 6 }, () => openJournalThread(folder)));
    const ids = await Promise.all(journals.map(async (j) => (await j.head()).journalId));
    expect(new Set(ids).size).toBe(1);
    await Promise.all(journals.map((j) => j.close()));
  });

  test('locked by another process does not stall the thread that serves', async () => {
    const journal = await openJournalThread(folder);
    const other = new DatabaseSync(file());
    other.exec('BEGIN IMMEDIATE');
    const change = { kind: 'story', id: '1', action: 'create', expect: 0, content: {} } as const;
    const appended = journal.append([change], by);
    let worst = 0;
    for (let i = 0; i < 30; i++) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 10));
      worst = Math.max(worst, performance.now() - before);
    }
    // 300 ms of a foreign lock; the loop went on turning (the margin is for a busy machine).
    expect(worst).toBeLessThan(200);
    other.exec('ROLLBACK');
    other.close();
    expect(await appended).toEqual([{ seq: 1, version: 1 }]);
    await journal.close();
  });

  test('a journal that is closed answers no more, and may be closed again', async () => {
    const journal = await openJournalThread(folder);
    await journal.close();
    await journal.close();
    expect(await code(journal.head())).toBe('unavailable');
  });
});
