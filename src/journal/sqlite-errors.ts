import { MidadError } from '../model/errors.ts';

/** Primary result codes, https://sqlite.org/rescode.html; the low byte of the extended ones. */
const meaning = new Map([
  [3, 'data-folder-denied'], // SQLITE_PERM
  [5, 'unavailable'], // SQLITE_BUSY: someone else held the write lock for longer than the busy timeout
  [6, 'unavailable'], // SQLITE_LOCKED
  [8, 'data-folder-denied'], // SQLITE_READONLY
  [10, 'unavailable'], // SQLITE_IOERR
  [11, 'data-folder-damaged'], // SQLITE_CORRUPT
  [13, 'disk-full'], // SQLITE_FULL
  [14, 'data-folder-denied'], // SQLITE_CANTOPEN
  [23, 'data-folder-denied'], // SQLITE_AUTH
  [26, 'data-folder-damaged'], // SQLITE_NOTADB
] as const);

/** SQLITE_IOERR_SHMSIZE: no room for the index of the log, the first thing that a full disk refuses. */
const noRoomForIndex = 10 | (19 << 8);

const systemMeaning = new Map<unknown, 'data-folder-denied' | 'disk-full'>([
  ['EACCES', 'data-folder-denied'],
  ['EPERM', 'data-folder-denied'],
  ['EROFS', 'data-folder-denied'],
  ['ENOTDIR', 'data-folder-denied'],
  // What `mkdir` with `recursive` says of a read-only disk.
  ['ENOENT', 'data-folder-denied'],
  ['EEXIST', 'data-folder-denied'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
]);

/**
 * What went wrong with a SQLite file or its folder, in terms that a person can act on. This is the only
 * place that knows SQLite's result codes; what is no failure of the store comes back as it was.
 *
 * @param path named in the message to the operator (param `path`).
 */
export function explainSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof MidadError) return error;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  const found =
    errcode === noRoomForIndex
      ? 'disk-full'
      : typeof errcode === 'number'
        ? meaning.get((errcode & 0xff) as 5)
        : systemMeaning.get(code);
  return found === undefined
    ? error
    : new MidadError(found, { path, detail: error.message }, { cause: error });
}
