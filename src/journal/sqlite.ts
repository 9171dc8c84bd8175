import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { type DocumentKind, schemaVersion } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import { admit } from './admit.ts';
import { chainDigest, digestContent } from './digest.ts';
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
import type { BeginDraft, Draft, DraftLog } from './drafts.ts';
import { refuseUnfinished } from './copy/sides.ts';
import { connect } from './sqlite-connect.ts';
import { type EntryRow, type HeadRow, hex, prepareAll, toEntry } from './sqlite-entries.ts';
import { SqliteDrafts } from './sqlite-drafts.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { SqliteJobs } from './sqlite-jobs.ts';
import { SqliteTallies } from './sqlite-tallies.ts';

/** Most entries that one question returns. */
const maxEntries = 5000;
/** Letters of content after which an answer ends early, so that huge documents do not add up in a reader's memory. */
const mostLetters = 4 * 1024 * 1024;
/** Entries verified between two looks at what else waits; some tens of milliseconds. */
const verifyStep = 500;

/**
 * The journal in one SQLite file (WAL). Methods run to their end when called, on the calling thread; a server
 * uses it through `thread.ts`. Several processes may have the same file open: writers take turns by `BEGIN
 * IMMEDIATE`, readers are never blocked.
 */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #jobs: SqliteJobs;
  readonly #tallies: SqliteTallies;
  readonly #drafts: SqliteDrafts;
  readonly #sql: ReturnType<typeof prepareAll>;
  readonly #journalId: string;

  /** @param options `unfinished`: also one that is being copied to. @throws MidadError as `connect` does; `journal-incomplete`. */
  constructor(path: string, options: { readOnly?: boolean; unfinished?: boolean } = {}) {
    this.#path = path;
    this.#db = connect(path, options);
    try {
      this.#sql = prepareAll(this.#db);
      this.#jobs = new SqliteJobs(this.#db);
      this.#tallies = new SqliteTallies(this.#db);
      this.#drafts = new SqliteDrafts(this.#db);
      this.#journalId = String(this.#sql.journalId.get()?.['journal_id']);
      if (options.unfinished !== true) refuseUnfinished(this.#journalId, path);
    } catch (error) {
      this.#db.close();
      throw explainSqlite(error, path);
    }
  }

  async head(): Promise<Head> {
    return this.#ask(() => {
      const { seq, digest } = this.#head();
      return { journalId: this.#journalId, seq, digest };
    });
  }

  async append(changes: readonly Change[], by: Author): Promise<Receipt[]> {
    admit(changes, by);
    if (changes.length === 0) return [];
    // Made outside the transaction: others wait for it.
    const contents = changes.map((change) => JSON.stringify(change.content));
    return this.#transact(() => {
      const head = this.#head();
      const receipts = changes.map((change, i) => {
        const actual = this.#version(change.kind, change.id);
        if (actual !== change.expect) {
          const { kind, id, expect } = change;
          throw new MidadError('conflict', { kind, id, expected: expect, actual });
        }
        for (const { space, name } of change.free ?? []) {
          this.#sql.freeClaim.run(space, name, change.kind, change.id);
        }
        for (const { space, name } of change.take ?? []) this.#take(space, name, change);
        for (const job of change.jobs ?? []) this.#jobs.add(job);
        const receipt = this.#record(head, change, contents[i] ?? 'null', by, null);
        if (change.draft !== undefined) this.#drafts.saved(Number(change.id), change.draft, receipt.version);
        return receipt;
      });
      this.#sql.setHead.run(head.seq, Buffer.from(head.digest, 'hex'));
      return receipts;
    });
  }

  async entries(after: number, limit: number): Promise<Entry[]> {
    return this.#ask(() => {
      const entries: Entry[] = [];
      let letters = 0;
      for (const row of this.#sql.entriesAfter.iterate(
        after,
        Math.min(limit, maxEntries),
      ) as Iterable<EntryRow>) {
        entries.push(toEntry(row));
        letters += row.content?.length ?? 0;
        if (letters >= mostLetters) break;
      }
      return entries;
    });
  }

  async digestAt(seq: number): Promise<string | undefined> {
    if (seq === 0) return zeroDigest;
    const row = this.#ask(() => this.#sql.digestAt.get(seq) as { digest: Uint8Array } | undefined);
    return row && hex(row.digest);
  }

  async current(kind: DocumentKind, id: string): Promise<Entry | undefined> {
    const row = this.#ask(() => this.#sql.newest.get(kind, id) as EntryRow | undefined);
    return row && toEntry(row);
  }

  async revisions(kind: DocumentKind, id: string): Promise<Entry[]> {
    return this.#ask(() => this.#sql.revisions.all(kind, id) as EntryRow[]).map(toEntry);
  }

  async holders(space: string, names: readonly string[]): Promise<Map<string, Holder>> {
    if (names.length > 1000) throw new MidadError('too-large', { limit: 1000 });
    return this.#ask(() => {
      const found = new Map<string, Holder>();
      for (const name of names) {
        const holder = this.#sql.holder.get(space, name);
        // Copied: rows of node:sqlite have no prototype and would not survive deep comparison.
        if (holder) found.set(name, { kind: holder['kind'] as DocumentKind, id: String(holder['id']) });
      }
      return found;
    });
  }

  async reserve(counter: string, count: number): Promise<number> {
    if (!Number.isSafeInteger(count) || count < 1) throw new MidadError('bad-request', { field: 'count' });
    return this.#transact(() => Number(this.#sql.reserve.get(counter, count)?.['next']) - count);
  }

  async redact(target: RedactTarget, by: Author): Promise<Receipt> {
    const { kind, id, why, replacement } = target;
    admit([{ kind, id, action: 'redact', expect: 0, content: replacement, note: why }], by);
    const erase = () => {
      const newest = this.#version(kind, id);
      if (newest === 0) throw new MidadError('not-found', { kind, id });
      const versions = target.versions
        ? [...new Set(target.versions)].sort((a, b) => a - b)
        : Array.from({ length: newest }, (_, i) => i + 1);
      for (const version of versions) {
        const { changes } = this.#sql.blank.run(kind, id, version);
        if (changes !== 1) throw new MidadError('not-found', { kind, id, version });
      }
      if (kind === 'story') this.#drafts.erase(Number(id));
      const head = this.#head();
      const change: Change = { kind, id, action: 'redact', expect: newest, content: replacement, note: why };
      const redacts = JSON.stringify(versions);
      const receipt = this.#record(head, change, JSON.stringify(replacement), by, redacts);
      this.#sql.setHead.run(head.seq, Buffer.from(head.digest, 'hex'));
      return receipt;
    };
    // No word of it stays in pages that are free, nor in the log: zeros are written over it, and the log is emptied when nobody
    // reads it just now (else it is at the next checkpoint).
    this.#db.exec('PRAGMA secure_delete = ON');
    try {
      return this.#transact(erase);
    } finally {
      this.#db.exec('PRAGMA secure_delete = OFF; PRAGMA wal_checkpoint(TRUNCATE)');
    }
  }

  async secret(name: string): Promise<string> {
    const kept = this.#ask(() => this.#sql.secret.get(name)?.['value']);
    if (kept !== undefined) return String(kept);
    return this.#transact(() => {
      this.#sql.addSecret.run(name, randomBytes(32).toString('hex'));
      return String(this.#sql.secret.get(name)?.['value']);
    });
  }

  async addTallies(batch: TallyBatch): Promise<boolean> {
    return this.#transact(() => this.#tallies.add(batch));
  }

  async tallies(after: number, limit: number): Promise<StoredTallyBatch[]> {
    return this.#ask(() => this.#tallies.after(after, limit));
  }

  async takeJob(kinds: readonly string[], now: number, leaseMs: number): Promise<Job | undefined> {
    // Asked first without the write lock: a runner asks often, and mostly there is nothing.
    if (!this.#ask(() => this.#jobs.due(kinds, now))) return undefined;
    return this.#transact(() => this.#jobs.take(kinds, now, leaseMs));
  }

  async queue(now: number): Promise<{ waiting: number; due: number }> {
    return this.#ask(() => this.#jobs.count(now));
  }

  async finishJob(id: number, retryAt?: number): Promise<void> {
    this.#transact(() => this.#jobs.finish(id, retryAt));
  }

  async draft(story: number): Promise<Draft | undefined> {
    return this.#ask(() => this.#drafts.draft(story));
  }

  async beginDraft(begin: BeginDraft): Promise<Draft | undefined> {
    return this.#transact(() => this.#drafts.begin(begin, this.#version('story', String(begin.story))));
  }

  async draftLog(story: number, generation?: number, after?: number): Promise<DraftLog> {
    return this.#ask(() => this.#drafts.log(story, generation, after));
  }

  async appendDraft(story: number, generation: number, update: Uint8Array, at: number): Promise<number> {
    return this.#transact(() => this.#drafts.append(story, generation, update, at));
  }

  async compactDraft(story: number, generation: number, upTo: number, merged: Uint8Array): Promise<void> {
    this.#transact(() => this.#drafts.compact(story, generation, upTo, merged));
  }

  async verify(): Promise<{ entries: number; brokenAt?: number; reason?: string }> {
    const head = await this.head();
    let previous = zeroDigest;
    let seq = 0;
    while (seq < head.seq) {
      const rows = this.#ask(() => this.#sql.entriesAfter.all(seq, verifyStep) as EntryRow[]);
      for (const row of rows) {
        const redactions = async () => this.#ask(() => this.#redactionsAfter(row));
        const reason = row.seq === seq + 1 ? await faultIn(row, previous, redactions) : 'missing';
        if (reason !== undefined) return { entries: seq, brokenAt: seq + 1, reason };
        previous = hex(row.digest);
        seq = row.seq;
        if (seq === head.seq) break;
      }
      if (rows.length === 0) return { entries: seq, brokenAt: seq + 1, reason: 'missing' };
      await setImmediate();
    }
    if (previous !== head.digest) return { entries: seq, brokenAt: seq, reason: 'head' };
    const beyond = this.#ask(() => this.#sql.entriesAfter.get(this.#head().seq, 1));
    return beyond ? { entries: seq, brokenAt: Number(beyond['seq']), reason: 'head' } : { entries: seq };
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  #ask<T>(question: () => T): T {
    try {
      return question();
    } catch (error) {
      throw explainSqlite(error, this.#path);
    }
  }

  #transact<T>(work: () => T): T {
    return this.#ask(() => {
      this.#sql.begin.run();
      try {
        const result = work();
        this.#sql.commit.run();
        return result;
      } catch (error) {
        // After a full disk SQLite may have rolled back by itself.
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #head(): { seq: number; digest: string } {
    const row = this.#sql.head.get() as HeadRow | undefined;
    if (!row) throw new MidadError('data-folder-damaged', { path: this.#path, detail: 'no head' });
    return { seq: row.seq, digest: hex(row.digest) };
  }

  #version(kind: string, id: string): number {
    return Number(this.#sql.version.get(kind, id)?.['version'] ?? 0);
  }

  #take(space: string, name: string, { kind, id }: Holder): void {
    const { changes } = this.#sql.takeClaim.run(space, name, kind, id);
    if (changes === 1) return;
    const holder = this.#sql.holder.get(space, name);
    if (holder?.['kind'] === kind && holder['id'] === id) return;
    throw new MidadError('claim-taken', {
      space,
      name,
      kind: String(holder?.['kind']),
      id: String(holder?.['id']),
    });
  }

  #redactionsAfter({ kind, id, version }: EntryRow): string[] {
    const later = this.#sql.redactions.all(kind, id, version) as { redacts: string }[];
    return later.map(({ redacts }) => redacts);
  }

  /** Writes one entry after `head` and moves `head` on to it. */
  #record(
    head: { seq: number; digest: string },
    change: Change,
    content: string,
    by: Author,
    redacts: string | null,
  ): Receipt {
    const { kind, id, action } = change;
    const note = change.note ?? null;
    const { actor, at } = by;
    const seq = head.seq + 1;
    const version = change.expect + 1;
    const contentDigest = digestContent(content);
    const link = { seq, kind, id, version, action, schemaVersion, actor, at, note, redacts, contentDigest };
    const digest = chainDigest(head.digest, link);
    this.#sql.insert.run(
      seq,
      kind,
      id,
      version,
      action,
      schemaVersion,
      actor,
      at,
      Buffer.from(contentDigest, 'hex'),
      Buffer.from(digest, 'hex'),
      note,
      redacts,
      content,
    );
    head.seq = seq;
    head.digest = digest;
    return { seq, version };
  }
}
