import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import type { Entry, StoredTallyBatch } from '../journal/journal.ts';
import { DeskApplier, openDesk, supplyFrom } from './desk/apply.ts';
import { applyToBoard, boardCursor } from './desk/readership.ts';
import { catalogFile, type Part } from './files.ts';
import { type Cursor, readCursor } from './meta.ts';
import { applyTallies, tallyCursor } from './public/apply-tallies.ts';
import { openPublic, PublicApplier } from './public/apply.ts';
import { siteIn } from './public/settings.ts';
import { DamagedFile, Database } from './sqlite.ts';
import { touchedSince } from './public/touched.ts';

/** Catalog files that follow the journal together, open for applying. */
export interface Target {
  /** How far each file is; the least decides what is read next. */
  cursors(): Cursor[];
  /** Applies entries; `guard` as in `PublicApplier.apply`. */
  apply(journalId: string, entries: readonly Entry[], guard?: () => boolean): void;
  tallies?: { cursor(): number; apply(batches: readonly StoredTallyBatch[]): void };
  /** Dependency keys touched since an entry, `everything` when that is too long ago. */
  touchedSince?(seq: number): string[];
  /** Takes the files' write lock, so that nobody applies until `release`. */
  hold(): void;
  release(): void;
  /** Has SQLite read the whole of the files. @throws DamagedFile */
  check(): void;
  /**
   * For files that nobody else has open and that are thrown away if this process dies: no log, no waiting for the disk.
   */
  beginBuilding(): void;
  /** Writes everything to the disk, for files that are about to become the current ones. */
  settle(): void;
  close(): void;
}

export interface TargetKind {
  parts: readonly Part[];
  /** @param names of catalog files; empty ones are given their tables. */
  open(dataDir: string, names: Readonly<Record<Part, string>>): Target;
}

/** public.db and desk.db: desk first, because public.db takes pictures and live entries from it. */
export const catalogKind: TargetKind = {
  parts: ['public', 'desk'],
  open(dataDir, names) {
    const desk = openDesk(catalogFile(dataDir, names.desk));
    let publicDb: Database;
    try {
      publicDb = openPublic(catalogFile(dataDir, names.public));
    } catch (error) {
      desk.close();
      throw error;
    }
    const deskApplier = new DeskApplier(desk);
    const publicApplier = new PublicApplier(publicDb, supplyFrom(desk));
    return {
      ...commonOf([publicDb, desk]),
      apply(journalId, entries, guard) {
        const { seq } = deskApplier.apply(journalId, entries, guard);
        // Desk may be behind only if it could not take them; then public.db waits too.
        if (seq >= (entries.at(-1)?.seq ?? 0)) publicApplier.apply(journalId, entries, guard);
      },
      touchedSince: (seq) => touchedSince(publicDb, seq),
      tallies: {
        cursor: () => Math.min(tallyCursor(publicDb), boardCursor(desk)),
        apply(batches) {
          applyTallies(publicDb, batches);
          applyToBoard(desk, batches, siteIn(publicDb).timeZone);
        },
      },
    };
  },
};

/** What every target does alike. @param dbs the first one is locked while files are exchanged. */
export function commonOf(dbs: readonly [Database, ...Database[]]): Omit<Target, 'apply'> {
  return {
    cursors: () => dbs.map(readCursor),
    hold: () => dbs[0].exec('BEGIN IMMEDIATE'),
    release() {
      if (dbs[0].raw.isTransaction) dbs[0].exec('ROLLBACK');
    },
    check() {
      for (const { path } of dbs) {
        // Opened anew: what this connection has read before is not asked of the disk again.
        const db = new Database(path, { readOnly: true });
        try {
          const [verdict] = db.get('PRAGMA quick_check(1)') ?? [];
          if (verdict !== 'ok') throw new DamagedFile(`${path}: ${String(verdict)}`);
        } finally {
          db.close();
        }
      }
    },
    beginBuilding() {
      for (const db of dbs) db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    },
    settle() {
      for (const db of dbs) {
        db.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL');
        flushToDisk(db.path);
        db.exec('PRAGMA synchronous = NORMAL');
      }
    },
    close() {
      for (const db of dbs) db.close();
    },
  };
}

/**
 * Refuses a file that is missing, empty, or shorter than its header says (https://sqlite.org/fileformat.html, page
 * size at 16, number of pages at 28), before SQLite opens it: a missing one it would make anew, behind the back of those
 * who have the old one open.
 *
 * @throws DamagedFile
 */
export function inspectFile(path: string): void {
  if (!existsSync(path)) throw new DamagedFile(`${path}: missing`);
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 100, 0);
  } finally {
    closeSync(file);
  }
  const { size } = statSync(path);
  const logged = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  if (size === 0 && logged) return;
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new DamagedFile(`${path}: no database`);
  const written = header.readUInt16BE(16);
  const pageSize = written === 1 ? 65_536 : written;
  // With a log, pages may stand there that the file has yet to get.
  if (!logged && size < header.readUInt32BE(28) * pageSize) throw new DamagedFile(`${path}: cut short`);
}

/** What was written without waiting is waited for once. */
function flushToDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
