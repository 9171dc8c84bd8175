import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { catalogFile, catalogFolder, changeCurrent, fileName, parts, readCurrent } from '../catalog/files.ts';
import { MidadError } from '../model/errors.ts';
import type { FileStore } from '../storage/files.ts';
import { archived, extracted, jsonOf, jsonPart, type Part } from './archive.ts';
import { vacuumInto } from './vacuum.ts';

const manifestName = 'midad-snapshot.json';
const manifestSchema = z.object({ format: z.literal(1), version: z.string(), takenAt: z.iso.datetime() });

export interface SnapshotOptions {
  dataDir: string;
  place: { files: FileStore; path: string };
  onProgress?: (done: number, total: number) => void;
}

/**
 * Puts this node's catalog into one file, while it is read and written: a new node that begins with it has only to catch up.
 *
 * @returns its size in bytes, uncompressed.
 * @throws MidadError `file-missing` when there is no catalog yet; as `takeBackup`.
 */
export async function takeSnapshot(
  options: SnapshotOptions & { version: string; now: number },
): Promise<{ bytes: number }> {
  const { dataDir, place, version, now, onProgress } = options;
  const current = readCurrent(dataDir);
  if (current === undefined) throw new MidadError('file-missing', { file: catalogFolder(dataDir) });
  const folder = await mkdtemp(join(dataDir, 'snapshot-'));
  try {
    const files: { name: string; path: string; size: number }[] = [];
    for (const part of parts) {
      const path = join(folder, part);
      await vacuumInto(catalogFile(dataDir, current[part]), path);
      files.push({ name: current[part], path, size: (await stat(path)).size });
    }
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const manifest = { format: 1, version, takenAt: new Date(now).toISOString() };
    async function* contents(): AsyncGenerator<Part> {
      yield jsonPart(manifestName, manifest);
      for (const { name, path, size } of files)
        yield { name, size, open: async () => createReadStream(path) };
    }
    let done = 0;
    const bytes = archived(place.path, contents(), (count) => onProgress?.((done += count), total));
    await place.files.write(place.path, bytes, { type: 'application/x-tar' });
    return { bytes: total };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Gives a node without a catalog the one of a snapshot. It is of another moment than the record, perhaps of another record: whoever opens
 * it compares, catches up, or makes it anew.
 *
 * @returns false when the node has a catalog already, and nothing was done.
 * @throws MidadError `file-missing`, `backup-damaged`, `disk-full`.
 */
export async function loadSnapshot({ dataDir, place, onProgress }: SnapshotOptions): Promise<boolean> {
  if (readCurrent(dataDir) !== undefined) return false;
  const file = place.path;
  const opened = await place.files.open(file);
  if (opened === undefined) throw new MidadError('file-missing', { file });
  await mkdir(catalogFolder(dataDir), { recursive: true });
  const folder = await mkdtemp(join(catalogFolder(dataDir), 'loading-'));
  const named = new Map<string, string>();
  try {
    let known = false;
    for await (const part of extracted(file, opened, onProgress)) {
      const { name, stream } = part;
      const kind = parts.find((one) => name.startsWith(`${one}-`));
      if (name === manifestName) {
        await jsonOf(file, part, manifestSchema);
        known = true;
      } else if (kind !== undefined && /^[a-z0-9-]+\.db$/.test(name)) {
        await pipeline(stream, createWriteStream(join(folder, kind)));
        named.set(kind, name);
      }
    }
    if (!known || named.size !== parts.length)
      throw new MidadError('backup-damaged', { file, detail: manifestName });
    for (const [part, name] of named) await rename(join(folder, part), catalogFile(dataDir, name));
    const nameOf = (part: (typeof parts)[number]) => named.get(part) ?? fileName(part, 1);
    changeCurrent(dataDir, (current) =>
      current === undefined
        ? {
            public: nameOf('public'),
            desk: nameOf('desk'),
            search: nameOf('search'),
            similar: nameOf('similar'),
          }
        : undefined,
    );
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
