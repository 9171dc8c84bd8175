import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MidadError } from '../model/errors.ts';
import type { FileStore } from './files.ts';

/** Files in a folder, which is made with the first of them. */
export function diskFiles(folder: string): FileStore {
  const at = (path: string) => join(folder, path);
  return {
    place: folder,
    read: (path) => readFile(at(path)).catch(absent),
    async open(path) {
      const found = await stat(at(path)).catch(absent);
      return found && { size: found.size, stream: createReadStream(at(path)) };
    },
    async write(path, bytes) {
      const beside = `${at(path)}.${randomUUID()}.part`;
      try {
        await mkdir(dirname(beside), { recursive: true });
        await pipeline(Buffer.isBuffer(bytes) ? [bytes] : bytes, createWriteStream(beside, { flags: 'wx' }));
        // On disk before it has its name.
        const file = await open(beside);
        await file.sync().finally(() => file.close());
        await rename(beside, at(path));
      } catch (error) {
        await rm(beside, { force: true });
        throw explain(error, folder);
      }
    },
    async take(local, path) {
      try {
        await mkdir(dirname(at(path)), { recursive: true });
        await rename(local, at(path));
      } catch (error) {
        throw explain(error, folder);
      }
    },
    has: (path) =>
      stat(at(path)).then(
        () => true,
        () => false,
      ),
    async *list(prefix) {
      const root = at(prefix.slice(0, prefix.lastIndexOf('/') + 1));
      const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(absent);
      for (const entry of found ?? []) {
        const full = join(entry.parentPath, entry.name);
        const path = full.slice(join(folder, '/').length).replaceAll('\\', '/');
        if (!entry.isFile() || !path.startsWith(prefix) || path.endsWith('.part')) continue;
        const known = await stat(full).catch(absent);
        if (known) yield { path, size: known.size, changedAt: known.mtimeMs };
      }
    },
    remove: (path) => rm(at(path), { force: true }),
  };
}

function absent(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
  throw error;
}

function explain(error: unknown, path: string): unknown {
  const code = String((error as NodeJS.ErrnoException).code);
  if (['ENOSPC', 'EDQUOT'].includes(code)) return new MidadError('disk-full', { path }, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return new MidadError('data-folder-denied', { path }, { cause: error });
  return error;
}
