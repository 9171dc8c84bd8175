import { MidadError } from '../../model/errors.ts';
import { type Journal, zeroDigest } from '../journal.ts';
import { copyingMark, type CopySource, type CopyTarget, refuseUnfinished } from './sides.ts';

export interface CopyOptions {
  from: CopySource;
  to: CopyTarget;
  /** Every table but those with a way of their own: `tablesOf`. */
  tables: readonly string[];
  /** Where it goes, for messages. */
  place: string;
  /** Nothing writes to the source any more: the copy becomes the record. Else nobody can open it yet. */
  finish: boolean;
  /** Opens the target to walk its whole chain; without it only the heads are compared. */
  reopen?: () => Promise<Journal>;
  /** Whatever the target holds is removed first. */
  force?: boolean;
  onProgress?: (done: number, total: number) => void;
}

export interface Copied {
  /** Entries that the copy has. */
  seq: number;
  digest: string;
  /** Entries that this run brought. */
  added: number;
}

/**
 * Copies a journal to the end of what it holds: entries first, in batches and while the site writes on; then, of one moment, the
 * rest of the entries, readership counts, drafts, jobs, claims, sign-in tables. A run that was interrupted goes on where it was; a
 * run after another brings what was written meanwhile.
 *
 * Both sides must be of this program's schema.
 *
 * @throws MidadError `journal-not-empty` when the target holds a finished journal; `journal-differs` when it holds the beginning
 *   of another one, goes further, or has not become the same.
 */
export async function copyJournal(options: CopyOptions): Promise<Copied> {
  const { from, to, tables, place, finish, force = false, onProgress, reopen } = options;
  const source = await from.head();
  refuseUnfinished(source.journalId, place);
  const marked = copyingMark + source.journalId;
  if (force) await to.clear(tables);
  const before = await to.head();
  if (before.seq > 0 && before.journalId !== marked)
    throw new MidadError(before.journalId.startsWith(copyingMark) ? 'journal-differs' : 'journal-not-empty', {
      path: place,
    });
  const same = before.seq === 0 ? zeroDigest : await from.digestAt(before.seq);
  if (before.digest !== same) throw new MidadError('journal-differs', { path: place });
  await to.mark(marked);

  let done = before.seq;
  const bring = async (upTo: number) => {
    for await (const rows of from.entries(done, upTo)) {
      await to.addEntries(rows);
      done = Number(rows.at(-1)?.['seq']);
      onProgress?.(done, upTo);
    }
  };
  await bring(source.seq);
  await from.freeze();
  const last = await from.head();
  await bring(last.seq);
  await to.replace(tables, from, last.tallySeq);
  const copied = await to.head();
  if (copied.seq !== last.seq || copied.digest !== last.digest)
    throw new MidadError('journal-differs', { path: place });
  if (reopen !== undefined) await walk(await reopen(), copied.seq, place);
  if (finish) await to.finish(source.journalId);
  return { seq: copied.seq, digest: copied.digest, added: copied.seq - before.seq };
}

/** As `copyJournal`; lets both sides go, whatever happens. */
export async function copyAndClose(options: CopyOptions): Promise<Copied> {
  try {
    return await copyJournal(options);
  } finally {
    await Promise.all([options.from.close(), options.to.close()]);
  }
}

async function walk(journal: Journal, seq: number, place: string): Promise<void> {
  try {
    const { entries, brokenAt } = await journal.verify();
    if (brokenAt !== undefined || entries !== seq) throw new MidadError('journal-differs', { path: place });
  } finally {
    await journal.close();
  }
}
