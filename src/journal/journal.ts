import type { Action, DocumentKind } from '../model/document.ts';
import type { Drafts } from './drafts.ts';

/**
 * The journal: every accepted revision, in order. One interface, several backends (`sqlite.ts`, later
 * `postgres.ts`), one contract suite (`contract.ts`) that runs on each. Everything is asynchronous because
 * a backend may live across a network or in another thread (`thread.ts`).
 *
 * Entries are numbered without gaps by a head row updated in the append's own transaction, so that a
 * follower who has read up to n has missed nothing up to n.
 */
export interface Journal extends Drafts {
  /** Who this journal is and how far it goes. `seq` 0 and a digest of 64 zeros when empty. */
  head(): Promise<Head>;

  /**
   * Appends the changes in one transaction, all or nothing, in the given order.
   * @returns one receipt for each change, in order.
   * @throws MidadError `conflict` (params kind, id, expected, actual) when a version is not the expected one;
   *   `claim-taken` (params space, name, kind, id of the holder); `disk-full`; `unavailable`.
   */
  append(changes: readonly Change[], by: Author): Promise<Receipt[]>;

  /**
   * Entries with `seq` greater than `after`, ascending, at most `limit` (≤ 5,000); fewer where documents are large, but
   * at least one while there is one.
   */
  entries(after: number, limit: number): Promise<Entry[]>;

  /** The digest recorded at `seq` (hex), or undefined if there is no such entry. 0 gives the zero digest. */
  digestAt(seq: number): Promise<string | undefined>;

  /** The newest revision of a document. */
  current(kind: DocumentKind, id: string): Promise<Entry | undefined>;

  /** All revisions of a document, oldest first. */
  revisions(kind: DocumentKind, id: string): Promise<Entry[]>;

  /** Who holds each of the names, for those that are held. At most 1,000 names. */
  holders(space: string, names: readonly string[]): Promise<Map<string, Holder>>;

  /** Reserves `count` numbers of a counter and returns the first. Numbers may be lost, never given twice. */
  reserve(counter: string, count: number): Promise<number>;

  /**
   * Blanks the content of the named revisions and records who, when and why as an entry of action `redact`.
   * Digests stay, so the chain still verifies. What a story's draft holds is erased with it.
   */
  redact(target: RedactTarget, by: Author): Promise<Receipt>;

  /** A random secret of 32 bytes (hex) kept under this name, made on first asking, the same ever after. */
  secret(name: string): Promise<string>;

  /**
   * Adds a batch of readership counts once: a batch whose key was seen is ignored.
   * @returns whether the batch was new.
   */
  addTallies(batch: TallyBatch): Promise<boolean>;

  /** Batches after `seq`, ascending, at most `limit`. */
  tallies(after: number, limit: number): Promise<StoredTallyBatch[]>;

  /** Takes the oldest job that is due at `now` and hides it for `leaseMs`; undefined when there is none. */
  takeJob(kinds: readonly string[], now: number, leaseMs: number): Promise<Job | undefined>;

  /** Jobs that wait, and how many of them are due at `now`. */
  queue(now: number): Promise<{ waiting: number; due: number }>;

  /** Forgets a finished job, or with `retryAt` puts it back with one more attempt. */
  finishJob(id: number, retryAt?: number): Promise<void>;

  /**
   * Walks the whole chain and compares every digest.
   * @returns the number of entries and the first broken one, if any.
   */
  verify(): Promise<{ entries: number; brokenAt?: number; reason?: string }>;

  close(): Promise<void>;
}

export interface Head {
  journalId: string;
  seq: number;
  /** SHA-256 chained over all entries, hex. */
  digest: string;
}

export interface Author {
  /** A user's id, or `cli:import`, `demo`, `scheduler`, … */
  actor: string;
  /** Milliseconds since the epoch. */
  at: number;
}

export interface Claim {
  /** `source:ant`, `address`, `slug:topic`, … */
  space: string;
  name: string;
}

export interface Holder {
  kind: DocumentKind;
  id: string;
}

export interface Change {
  kind: DocumentKind;
  id: string;
  action: Action;
  /** Version that the document must have now: 0 = must not exist yet. */
  expect: number;
  /** The whole document as it is after the change, already valid by its schema. */
  content: object;
  take?: readonly Claim[];
  free?: readonly Claim[];
  /** Why, for the audit trail and never for readers: «طلب المصدر حذف اسمه». At most 2,000 characters. */
  note?: string;
  jobs?: readonly NewJob[];
  /**
   * Of a story: the generation of the draft that this revision was taken from; `follows` for a revision that changes nothing
   * of what a draft holds, such as an approval: a draft that was up to date stays so. Otherwise the draft is out of date.
   */
  draft?: number | 'follows';
}

export interface Receipt {
  seq: number;
  version: number;
}

export interface Entry extends Author {
  seq: number;
  kind: DocumentKind;
  id: string;
  version: number;
  action: Action;
  schemaVersion: number;
  /** Parsed JSON, upcast to today's schema; null where it was redacted. */
  content: unknown;
  digest: string;
  /** Why, where somebody said. */
  note?: string;
  /** On an entry of action `redact`: which versions of the document it blanked; `note` says why. */
  redacts?: number[];
}

export interface RedactTarget {
  kind: DocumentKind;
  id: string;
  /** Versions to blank; all when absent. */
  versions?: readonly number[];
  why: string;
  /** What stands instead from now on (for a story: killed, with a notice). */
  replacement: object;
}

export interface TallyBatch {
  /** Unique for ever, made by the node that counted. */
  key: string;
  at: number;
  counts: readonly TallyCount[];
}
export interface TallyCount {
  story: number;
  /** Start of the hour in which they were read, ms since the epoch. */
  hour: number;
  reads: number;
}
export interface StoredTallyBatch extends TallyBatch {
  seq: number;
}

export interface NewJob {
  kind: string;
  payload: object;
  /** Not before; ms since the epoch. */
  dueAt: number;
}
export interface Job extends NewJob {
  id: number;
  attempts: number;
}

/** The digest of nothing, before the first entry. */
export const zeroDigest = '0'.repeat(64);
