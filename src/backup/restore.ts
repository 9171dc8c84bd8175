import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createHash } from 'node:crypto';
import { copyAndClose } from '../journal/copy/copy.ts';
import { sqliteSide, tablesOf } from '../journal/copy/sqlite-side.ts';
import { journalFile, openJournalForReading } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { SqliteJournal } from '../journal/sqlite.ts';
import { isServerRunning } from '../jobs/server-lock.ts';
import { MidadError } from '../model/errors.ts';
import type { FileStore } from '../storage/files.ts';
import { type Extracted, extracted, jsonOf } from './archive.ts';
import {
  journalName,
  manifest as manifestSchema,
  type Manifest,
  manifestName,
  mediaFolder,
} from './manifest.ts';

export interface ReadOptions {
  from: { files: FileStore; path: string };
  onProgress?: (done: number, total: number) => void;
}

export interface Checked {
  manifest: Manifest;
  pictures: number;
}

/**
 * Reads all of a backup: every sum, the record's chain to its last entry, and that each picture has the bytes that its name says.
 *
 * @param folder where the record may wait meanwhile; what it needs is removed again.
 * @throws MidadError `file-missing`, `backup-damaged`.
 */
export async function checkBackup(options: ReadOptions & { folder: string }): Promise<Checked> {
  await mkdir(options.folder, { recursive: true });
  const folder = await mkdtemp(join(options.folder, 'checking-'));
  try {
    return await unpack(options, join(folder, journalName), async () => {});
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface RestoreOptions extends ReadOptions {
  dataDir: string;
  postgres?: PostgresPlace | undefined;
  originals: FileStore;
  /** Writes over a record that is there. One in a file is moved aside, not removed. */
  force: boolean;
  now: number;
}

export interface Restored extends Checked {
  /** Where the record that was there is now. */
  movedTo?: string;
}

/**
 * Puts a backup in the place of what is there. The record is exchanged last, when all of the backup has been read and found good, so
 * that one that is damaged changes nothing but pictures, which are named by their bytes. Catalogs notice that the record is another
 * and are made anew.
 *
 * @throws MidadError `journal-not-empty` without `force`; `data-folder-in-use` while the site runs here; `file-missing`,
 *   `backup-damaged`, `disk-full`, and what the database says.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { dataDir, postgres, originals, force, now } = options;
  if (isServerRunning(dataDir)) throw new MidadError('data-folder-in-use', { path: dataDir });
  if (!force && (await holdsRecord(dataDir, postgres)))
    throw new MidadError('journal-not-empty', { path: postgres === undefined ? dataDir : 'DATABASE_URL' });
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(join(dataDir, 'restoring-'));
  try {
    const path = join(folder, journalName);
    const checked = await unpack(options, path, async (name, stream) => {
      if (await originals.has(name)) for await (const _ of stream);
      else await originals.write(name, stream);
    });
    if (postgres === undefined) return { ...checked, ...(await exchange(dataDir, path, now)) };
    await copyInto(path, postgres);
    return checked;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Keep = (path: string, stream: AsyncIterable<Uint8Array>) => Promise<void>;

async function unpack({ from, onProgress }: ReadOptions, journalPath: string, keep: Keep): Promise<Checked> {
  const file = from.path;
  const opened = await from.files.open(from.path);
  if (opened === undefined) throw new MidadError('file-missing', { file });
  let manifest: Manifest | undefined;
  let pictures = 0;
  let journal = false;
  for await (const part of extracted(file, opened, onProgress)) {
    if (part.name === manifestName) manifest = await jsonOf(file, part, manifestSchema);
    else if (part.name === journalName) {
      await pipeline(part.stream, createWriteStream(journalPath));
      journal = true;
    } else if (part.name.startsWith(`${mediaFolder}originals/`)) {
      await keepPicture(file, part, keep);
      pictures++;
    }
  }
  if (manifest === undefined || !journal)
    throw new MidadError('backup-damaged', {
      file,
      detail: manifest === undefined ? manifestName : journalName,
    });
  await checkRecord(file, journalPath, manifest);
  return { manifest, pictures };
}

/** A picture is only taken over if its bytes are those that its name says. */
async function keepPicture(file: string, { name, stream }: Extracted, keep: Keep): Promise<void> {
  const hash = createHash('sha256');
  async function* checked() {
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
    if (!name.includes(hash.digest('hex'))) throw new MidadError('backup-damaged', { file, detail: name });
  }
  await keep(name.slice(mediaFolder.length), checked());
}

async function checkRecord(file: string, path: string, { seq, digest, journalId }: Manifest): Promise<void> {
  const journal = new SqliteJournal(path);
  try {
    const head = await journal.head();
    const { brokenAt, reason = '' } = await journal.verify();
    if (brokenAt !== undefined)
      throw new MidadError('backup-damaged', { file, detail: `${journalName} ${brokenAt} ${reason}` });
    if (head.seq !== seq || head.digest !== digest || head.journalId !== journalId)
      throw new MidadError('backup-damaged', { file, detail: `${journalName} ≠ ${manifestName}` });
  } finally {
    await journal.close();
  }
}

async function holdsRecord(dataDir: string, postgres: PostgresPlace | undefined): Promise<boolean> {
  if (postgres === undefined && !existsSync(join(dataDir, journalFile))) return false;
  try {
    const journal = await openJournalForReading(dataDir, postgres);
    try {
      return (await journal.head()).seq > 0;
    } finally {
      await journal.close();
    }
  } catch (error) {
    // A database that nobody has set up holds nothing; a file that cannot be read may hold everything.
    if (error instanceof MidadError && error.code === 'unavailable' && postgres !== undefined) return false;
    if (error instanceof MidadError && error.code.startsWith('data-folder')) return true;
    throw error;
  }
}

/** Moves what is there aside, with its log, and puts the restored file in its place. */
async function exchange(dataDir: string, restored: string, now: number): Promise<{ movedTo?: string }> {
  const path = join(dataDir, journalFile);
  const there = existsSync(path);
  const aside = join(dataDir, `journal-before-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.db`);
  if (there)
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(path + suffix)) await rename(path + suffix, aside + suffix);
  await rename(restored, path);
  return there ? { movedTo: aside } : {};
}

async function copyInto(path: string, postgres: PostgresPlace): Promise<void> {
  const { postgresSide } = await import('../journal/copy/postgres-side.ts');
  const { openPostgresJournal } = await import('../journal/postgres.ts');
  const [from, to] = [sqliteSide(path), await postgresSide(postgres)];
  await copyAndClose({
    from,
    to,
    tables: tablesOf(path),
    place: 'DATABASE_URL',
    finish: true,
    force: true,
    reopen: () => openPostgresJournal(postgres.url, { ...postgres, unfinished: true }),
  });
}
