import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyAndClose } from '../journal/copy/copy.ts';
import { sqliteSide, tablesOf } from '../journal/copy/sqlite-side.ts';
import type { Head } from '../journal/journal.ts';
import { journalFile } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { SqliteJournal } from '../journal/sqlite.ts';
import type { FileStore, ListedFile } from '../storage/files.ts';
import { archived, jsonPart, type Part } from './archive.ts';
import { journalName, type Manifest, manifestName, mediaFolder } from './manifest.ts';
import { vacuumInto } from './vacuum.ts';

export interface BackupOptions {
  dataDir: string;
  /** Where the record is, if not in the folder. */
  postgres?: PostgresPlace | undefined;
  /** Originals of pictures; undefined leaves them out. */
  originals?: FileStore | undefined;
  to: { files: FileStore; path: string };
  version: string;
  now: number;
  /** Bytes so far, of how many. */
  onProgress?: (done: number, total: number) => void;
}

export interface Backup {
  manifest: Manifest;
  pictures: number;
  /** Of what is in it, uncompressed. */
  bytes: number;
}

/**
 * Takes a backup of a site that serves and writes: the record as it is at one moment, then the originals of its pictures, in one
 * file. Whoever restores it has everything up to that moment, and nothing after it but pictures that nothing names yet.
 *
 * The copy of the record waits in the data folder, so that needs as much room as the record has.
 *
 * @throws MidadError `disk-full`, `data-folder-denied`, `unavailable`, `storage-unreachable`, `storage-denied`. Nothing is left
 *   half-written.
 */
export async function takeBackup(options: BackupOptions): Promise<Backup> {
  const { dataDir, postgres, originals, to, version, now, onProgress } = options;
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(join(dataDir, 'backup-'));
  try {
    const copy = join(folder, journalName);
    const { journalId, seq, digest } = await copyRecord(dataDir, postgres, copy);
    const pictures: ListedFile[] = [];
    if (originals !== undefined) for await (const file of originals.list('originals/')) pictures.push(file);
    const { size } = await stat(copy);
    const total = size + pictures.reduce((sum, picture) => sum + picture.size, 0);
    const takenAt = new Date(now).toISOString();
    const manifest: Manifest = {
      format: 1,
      version,
      takenAt,
      journalId,
      seq,
      digest,
      media: originals !== undefined,
    };
    let bytes = 0;
    const parts = partsOf(manifest, { copy, size }, originals, pictures);
    const archive = archived(to.path, parts, (count) => onProgress?.((bytes += count), total));
    await to.files.write(to.path, archive, { type: 'application/x-tar' });
    return { manifest, pictures: pictures.length, bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyRecord(dataDir: string, postgres: PostgresPlace | undefined, copy: string): Promise<Head> {
  if (postgres === undefined) await vacuumInto(join(dataDir, journalFile), copy);
  else {
    const { postgresSide } = await import('../journal/copy/postgres-side.ts');
    const [from, to] = [await postgresSide(postgres), sqliteSide(copy)];
    await copyAndClose({ from, to, tables: tablesOf(copy), place: copy, finish: true });
  }
  const journal = new SqliteJournal(copy);
  try {
    return await journal.head();
  } finally {
    await journal.close();
  }
}

async function* partsOf(
  manifest: Manifest,
  { copy, size }: { copy: string; size: number },
  originals: FileStore | undefined,
  pictures: readonly ListedFile[],
): AsyncGenerator<Part> {
  yield jsonPart(manifestName, manifest);
  yield { name: journalName, size, open: async () => createReadStream(copy) };
  for (const { path, size: length } of pictures)
    yield {
      name: mediaFolder + path,
      size: length,
      open: async () => (await originals?.open(path))?.stream,
    };
}
