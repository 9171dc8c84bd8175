import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DocumentKind } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import { admit } from './admit.ts';
import { refuseUnfinished } from './copy/sides.ts';
import type { BeginDraft, Draft, DraftLog } from './drafts.ts';
import { faultIn } from './fault.ts';
import {
  type Author,
  type Change,
  type Entry,
  type Head,
  type Holder,
  type Job,
  type Journal,
  type Receipt,
  type RedactTarget,
  type StoredTallyBatch,
  type TallyBatch,
  zeroDigest,
} from './journal.ts';
import { appendAll, lockHead, versionOf, writeEntries } from './postgres-append.ts';
import { checkPostgres, migratePostgres, openPool, type PostgresOptions } from './postgres-connect.ts';
import * as drafts from './postgres-drafts.ts';
import { explainPostgres } from './postgres-errors.ts';
import { entryChannel } from './postgres-listen.ts';
import { Reconnection } from './postgres-reconnection.ts';
import * as jobs from './postgres-jobs.ts';
import { type EntryRow, hex, toEntry } from './sqlite-entries.ts';

/** Most entries that one question returns. */
const maxEntries = 5000;
/** Letters of content after which an answer ends early; asked of the database, so that they are not even sent. */
const mostLetters = 4 * 1024 * 1024;
const verifyStep = 500;

/**
 * Opens the journal of a publication in PostgreSQL 15 or newer, and brings it to this program's schema. Several nodes may have it
 * open at once.
 *
 * @param address `postgres://…`; see `openPool` for what may stand in it.
 * @throws MidadError `bad-option`, `database-denied`, `database-newer`, `database-older`, `database-unreachable`; read-only also
 *   `unavailable` while a writer has yet to bring it to this version.
 */
export async function openPostgresJournal(address: string, options: PostgresOptions = {}): Promise<Journal> {
  const opened = openPool(address, options);
  try {
    const journalId = await (options.readOnly === true ? checkPostgres(opened) : migratePostgres(opened));
    if (options.unfinished !== true) refuseUnfinished(journalId, opened.place);
    return new PostgresJournal(opened.pool, opened.place, journalId);
  } catch (error) {
    await opened.pool.end();
    if (
      !(error instanceof MidadError) ||
      error.code !== 'unavailable' ||
      error.params['detail'] === undefined
    )
      throw error;
    // Whoever starts the program is told which database, and what it said.
    throw new MidadError('database-unreachable', error.params, { cause: error });
  }
}

class PostgresJournal implements Journal {
  readonly #pool: Pool;
  readonly #place: string;
  readonly #journalId: string;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #reconnection: Reconnection;
  #appended: Promise<unknown> = Promise.resolve();
  /** When the database was last found to be away by an append. */
  #lostAt = -1;
  #closing: Promise<void> | undefined;

  constructor(pool: Pool, place: string, journalId: string) {
    this.#pool = pool;
    this.#place = place;
    this.#reconnection = new Reconnection(pool, place);
    this.#journalId = journalId;
  }

  async head(): Promise<Head> {
    const [row] = await this.#ask<{ seq: number; digest: Buffer }>('SELECT seq, digest FROM head');
    if (!row) throw new MidadError('unavailable', { path: this.#place });
    return { journalId: this.#journalId, seq: row.seq, digest: hex(row.digest) };
  }

  async append(changes: readonly Change[], by: Author): Promise<Receipt[]> {
    admit(changes, by);
    if (changes.length === 0) return [];
    const contents = changes.map((change) => JSON.stringify(change.content));
    // Writers wait for one another at the head in any case; of one node, they come in the order of their calls.
    const asked = performance.now();
    const append = () => {
      // Nobody waits for the database's silence several times over.
      if (this.#lostAt > asked) throw new MidadError('unavailable', { path: this.#place });
      return this.#appendNow(changes, contents, by);
    };
    const appended = this.#appended.then(append, append);
    this.#appended = appended;
    this.#watch(appended);
    return appended;
  }

  #appendNow(changes: readonly Change[], contents: readonly string[], by: Author): Promise<Receipt[]> {
    return this.#transact(async (client) => {
      const receipts = await appendAll(client, changes, contents, by);
      await client.query('SELECT pg_notify($1, $2)', [entryChannel, String(receipts.at(-1)?.seq)]);
      return receipts;
    }).catch((error: unknown) => {
      if (error instanceof MidadError && error.code === 'unavailable') this.#lostAt = performance.now();
      throw error;
    });
  }

  async entries(after: number, limit: number): Promise<Entry[]> {
    // The running sum of what came before a row decides, so the first always comes.
    const rows = await this.#ask<EntryRow & { before: number | null }>(
      `SELECT * FROM (
         SELECT entry.*, sum(length(content)) OVER (ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
         FROM entry WHERE seq > $1 ORDER BY seq LIMIT $2
       ) AS batch WHERE before IS NULL OR before < $3 ORDER BY seq`,
      [after, Math.min(limit, maxEntries), mostLetters],
    );
    return rows.map(toEntry);
  }

  async digestAt(seq: number): Promise<string | undefined> {
    if (seq === 0) return zeroDigest;
    const [row] = await this.#ask<{ digest: Buffer }>('SELECT digest FROM entry WHERE seq = $1', [seq]);
    return row && hex(row.digest);
  }

  async current(kind: DocumentKind, id: string): Promise<Entry | undefined> {
    if (id.includes('\0')) return undefined;
    const [row] = await this.#ask<EntryRow>(
      'SELECT * FROM entry WHERE kind = $1 AND id = $2 ORDER BY version DESC LIMIT 1',
      [kind, id],
    );
    return row && toEntry(row);
  }

  async revisions(kind: DocumentKind, id: string): Promise<Entry[]> {
    if (id.includes('\0')) return [];
    const rows = await this.#ask<EntryRow>(
      'SELECT * FROM entry WHERE kind = $1 AND id = $2 ORDER BY version',
      [kind, id],
    );
    return rows.map(toEntry);
  }

  async holders(space: string, names: readonly string[]): Promise<Map<string, Holder>> {
    if (names.length > 1000) throw new MidadError('too-large', { limit: 1000 });
    const rows = await this.#ask<{ name: string; kind: DocumentKind; id: string }>(
      'SELECT name, kind, id FROM claim WHERE space = $1 AND name = ANY ($2)',
      [space, names.filter((name) => !name.includes('\0'))],
    );
    return new Map(rows.map(({ name, kind, id }) => [name, { kind, id }]));
  }

  async reserve(counter: string, count: number): Promise<number> {
    if (!Number.isSafeInteger(count) || count < 1) throw new MidadError('bad-request', { field: 'count' });
    const [row] = await this.#ask<{ next: number }>(
      `INSERT INTO counter VALUES ($1, 1 + $2::bigint)
       ON CONFLICT (name) DO UPDATE SET next = counter.next + $2 RETURNING next`,
      [counter, count],
    );
    return (row?.next ?? 0) - count;
  }

  async redact(target: RedactTarget, by: Author): Promise<Receipt> {
    const { kind, id, why, replacement } = target;
    admit([{ kind, id, action: 'redact', expect: 0, content: replacement, note: why }], by);
    return this.#transact(async (client) => {
      const head = await lockHead(client);
      const newest = await versionOf(client, kind, id);
      if (newest === 0) throw new MidadError('not-found', { kind, id });
      const versions = target.versions
        ? [...new Set(target.versions)].sort((a, b) => a - b)
        : Array.from({ length: newest }, (_, i) => i + 1);
      const { rows } = await client.query<{ version: number }>(
        'UPDATE entry SET content = NULL WHERE kind = $1 AND id = $2 AND version = ANY ($3) RETURNING version',
        [kind, id, versions],
      );
      const blanked = new Set(rows.map(({ version }) => version));
      const missing = versions.find((version) => !blanked.has(version));
      if (missing !== undefined) throw new MidadError('not-found', { kind, id, version: missing });
      if (kind === 'story') await drafts.erase(client, Number(id));
      const change: Change = { kind, id, action: 'redact', expect: newest, content: replacement, note: why };
      const redacts = JSON.stringify(versions);
      const [receipt] = await writeEntries(
        client,
        head,
        [change],
        [JSON.stringify(replacement)],
        by,
        redacts,
      );
      await client.query('SELECT pg_notify($1, $2)', [entryChannel, String(receipt?.seq)]);
      if (!receipt) throw new Error('no receipt');
      return receipt;
    });
  }

  async secret(name: string): Promise<string> {
    await this.#ask('INSERT INTO secret VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      name,
      randomBytes(32).toString('hex'),
    ]);
    const [row] = await this.#ask<{ value: string }>('SELECT value FROM secret WHERE name = $1', [name]);
    return row?.value ?? '';
  }

  async addTallies(batch: TallyBatch): Promise<boolean> {
    return this.#transact((client) => jobs.addTallies(client, batch));
  }

  async tallies(after: number, limit: number): Promise<StoredTallyBatch[]> {
    return this.#use((client) => jobs.talliesAfter(client, after, limit));
  }

  async takeJob(kinds: readonly string[], now: number, leaseMs: number): Promise<Job | undefined> {
    return this.#use((client) => jobs.takeJob(client, kinds, now, leaseMs));
  }

  async queue(now: number): Promise<{ waiting: number; due: number }> {
    const [row] = await this.#ask<{ waiting: number; due: number }>(
      'SELECT count(*) AS waiting, count(*) FILTER (WHERE due_at <= $1) AS due FROM job',
      [now],
    );
    return row ?? { waiting: 0, due: 0 };
  }

  async finishJob(id: number, retryAt?: number): Promise<void> {
    if (retryAt === undefined) await this.#ask('DELETE FROM job WHERE id = $1', [id]);
    else
      await this.#ask(
        'UPDATE job SET due_at = $2, leased_until = NULL, attempts = attempts + 1 WHERE id = $1',
        [id, retryAt],
      );
  }

  async draft(story: number): Promise<Draft | undefined> {
    return this.#use((client) => drafts.draft(client, story));
  }

  async beginDraft(begin: BeginDraft): Promise<Draft | undefined> {
    return this.#transact(async (client) => {
      // Appends of revisions wait meanwhile, so that the newest is the newest.
      await lockHead(client);
      return drafts.begin(client, begin, await versionOf(client, 'story', String(begin.story)));
    });
  }

  async draftLog(story: number, generation?: number, after?: number): Promise<DraftLog> {
    return this.#use((client) => drafts.log(client, story, generation, after));
  }

  async appendDraft(story: number, generation: number, update: Uint8Array, at: number): Promise<number> {
    return this.#transact((client) => drafts.append(client, story, generation, update, at));
  }

  async compactDraft(story: number, generation: number, upTo: number, merged: Uint8Array): Promise<void> {
    await this.#transact((client) => drafts.compact(client, story, generation, upTo, merged));
  }

  async verify(): Promise<{ entries: number; brokenAt?: number; reason?: string }> {
    const head = await this.head();
    let previous = zeroDigest;
    let seq = 0;
    while (seq < head.seq) {
      const rows = await this.#ask<EntryRow>('SELECT * FROM entry WHERE seq > $1 ORDER BY seq LIMIT $2', [
        seq,
        verifyStep,
      ]);
      for (const row of rows) {
        const reason =
          row.seq === seq + 1 ? await faultIn(row, previous, () => this.#redactionsAfter(row)) : 'missing';
        if (reason !== undefined) return { entries: seq, brokenAt: seq + 1, reason };
        previous = hex(row.digest);
        seq = row.seq;
        if (seq === head.seq) break;
      }
      if (rows.length === 0) return { entries: seq, brokenAt: seq + 1, reason: 'missing' };
      await setImmediate();
    }
    if (previous !== head.digest) return { entries: seq, brokenAt: seq, reason: 'head' };
    const [beyond] = await this.#ask<{ seq: number }>(
      'SELECT entry.seq FROM entry, head WHERE entry.seq > head.seq ORDER BY entry.seq LIMIT 1',
    );
    return beyond ? { entries: seq, brokenAt: beyond.seq, reason: 'head' } : { entries: seq };
  }

  close(): Promise<void> {
    // The pool would leave those waiting for a connection waiting for ever.
    return (this.#closing ??= this.#settled().then(() => this.#pool.end()));
  }

  async #settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #redactionsAfter({ kind, id, version }: EntryRow): Promise<string[]> {
    const rows = await this.#ask<{ redacts: string }>(
      'SELECT redacts FROM entry WHERE kind = $1 AND id = $2 AND version > $3 AND redacts IS NOT NULL',
      [kind, id, version],
    );
    return rows.map(({ redacts }) => redacts);
  }

  #ask<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.#use(async (client) => (await client.query<R>(sql, [...values])).rows);
  }

  #use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const used = this.#connected(work);
    this.#watch(used);
    return used;
  }

  #watch(work: Promise<unknown>): void {
    this.#underWay.add(work);
    void Promise.allSettled([work]).then(() => this.#underWay.delete(work));
  }

  async #connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    let broken = false;
    try {
      client = await this.#reconnection.connect();
      return await work(client);
    } catch (error) {
      const explained = explainPostgres(error, this.#place);
      // A connection on which something other than our own refusal happened may be half dead.
      broken = !(error instanceof MidadError);
      throw explained;
    } finally {
      client?.release(broken);
    }
  }

  #transact<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#use(async (client) => {
      await client.query('BEGIN');
      try {
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // Where the line is broken, the database rolls back by itself.
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    });
  }
}
