import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { Database } from './sqlite.ts';

/**
 * Raised whenever the shape or the meaning of public.db or desk.db changes; older files are then left alone and new
 * ones prepared.
 */
export const schemaVersion = 9;
/** Raised whenever `arabic/` gives other stems: search, the finder and the terms of related stories are made anew. */
export const analyserVersion = 2;

export const parts = ['public', 'desk', 'search', 'similar'] as const;
export type Part = (typeof parts)[number];

/** `catalog/current.json`: the files that everything reads now. */
export interface Current {
  /** Grows whenever any of the files is exchanged. */
  generation: number;
  public: string;
  desk: string;
  search: string;
  similar: string;
}

export const catalogFolder = (dataDir: string) => join(dataDir, 'catalog');
export const catalogFile = (dataDir: string, name: string) => join(dataDir, 'catalog', name);
const pointerFile = (dataDir: string) => join(dataDir, 'catalog', 'current.json');

/** The name of a file of this program's schema: `public-s1-a1-g3.db`. */
export function fileName(part: Part, generation: number): string {
  const analyser = part === 'similar' ? '' : `-a${analyserVersion}`;
  return `${part}-s${schemaVersion}${analyser}-g${generation}.db`;
}

/** What stands in the pointer, whichever version wrote it; undefined when there is none that can be read. */
export function readCurrent(dataDir: string): Current | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(pointerFile(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
  // Versions before stories were compared named no file for it; the one named here is made anew like any old one.
  const { generation, ...names } = { similar: 'similar-s0-g0.db', ...(parsed as object | null) } as Record<
    string,
    unknown
  >;
  if (typeof generation !== 'number' || !parts.every((part) => isFileName(names[part]))) return undefined;
  return { generation, ...names } as Current;
}

/** A plain name in our folder: a pointer is a file that anybody may have written. */
const isFileName = (name: unknown) =>
  typeof name === 'string' && /^(public|desk|search|similar)-[a-z0-9-]+\.db$/.test(name);

/** Whether the file was made by this program's schema and analyser. */
export function isOfThisVersion(part: Part, name: string): boolean {
  return name.startsWith(fileName(part, 0).replace(/0\.db$/, ''));
}

/**
 * Changes the pointer; one process after the other.
 * @param change what is to stand there now, from what stands there; undefined leaves it.
 * @returns what stands there afterwards.
 */
export function changeCurrent(
  dataDir: string,
  change: (current: Current | undefined) => Omit<Current, 'generation'> | undefined,
): Current | undefined {
  mkdirSync(catalogFolder(dataDir), { recursive: true });
  const lock = new Database(join(catalogFolder(dataDir), 'pointer.lock'));
  try {
    return lock.transact(() => {
      const before = readCurrent(dataDir);
      const names = change(before);
      if (names === undefined) return before;
      const after = {
        generation: Math.max(before?.generation ?? 0, newestGeneration(dataDir)) + 1,
        ...names,
      };
      const path = pointerFile(dataDir);
      writeFileSync(`${path}.new`, `${JSON.stringify(after, null, 2)}\n`, { flush: true });
      renameSync(`${path}.new`, path);
      return after;
    });
  } catch (error) {
    throw explainSqlite(error, catalogFolder(dataDir));
  } finally {
    lock.close();
  }
}

/** Takes a number for new files, which no other process gets; their names then tell the others. */
export function reserveGeneration(dataDir: string, wanted: readonly Part[]): Record<Part, string> {
  const names = { public: '', desk: '', search: '', similar: '' };
  changeCurrent(dataDir, (current) => {
    const generation = Math.max(current?.generation ?? 0, newestGeneration(dataDir)) + 1;
    for (const part of wanted) {
      names[part] = fileName(part, generation);
      writeFileSync(catalogFile(dataDir, names[part]), '');
    }
    return undefined;
  });
  return names;
}

function newestGeneration(dataDir: string): number {
  const numbers = catalogFiles(dataDir).map((name) => Number(/-g(\d+)\.db$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

function catalogFiles(dataDir: string): string[] {
  return existsSync(catalogFolder(dataDir)) ? readdirSync(catalogFolder(dataDir)) : [];
}

/** Removes a database file with its log; a file that another process holds open (Windows) stays for the next time. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    try {
      rmSync(path + suffix, { force: true });
    } catch {
      // Held open elsewhere.
    }
  }
}

/**
 * Removes catalog files older than the previous ones of their part. The previous ones stay: a process that has not
 * looked at the pointer yet opens them, and a file that is still being built is newer than both.
 */
export function removeOldFiles(dataDir: string): void {
  const current = readCurrent(dataDir);
  if (current === undefined) return;
  for (const part of parts) {
    const pattern = new RegExp(`^${part}-.*-g(\\d+)\\.db$`);
    const numberOf = (name: string) => Number(pattern.exec(name)?.[1] ?? -1);
    const inUse = numberOf(current[part]);
    const older = catalogFiles(dataDir)
      .filter((name) => pattern.test(name) && numberOf(name) < inUse)
      .sort((a, b) => numberOf(b) - numberOf(a));
    for (const name of older.slice(1)) removeDatabase(catalogFile(dataDir, name));
  }
}
