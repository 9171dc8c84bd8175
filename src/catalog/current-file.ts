import { MidadError } from '../model/errors.ts';
import { catalogFile, isOfThisVersion, type Part, readCurrent } from './files.ts';
import { isDamage } from './sqlite.ts';

/** A catalog file that is read while others prepare its successor. */
export interface CurrentFile<T> {
  /** As of the last look; stays open until `refresh` finds another one. @throws MidadError `unavailable` while there is none. */
  get(): T;
  /** Looks whether another file has become the current one, and goes over to it. @returns whether it did. */
  refresh(): boolean;
  close(): void;
}

/** What is being made from it may still hold the file that was exchanged; nothing takes this long. */
const lastReaderMs = 30_000;

/** Opens the file of a part that `current.json` names. */
export function openCurrentFile<T extends { close(): void }>(
  dataDir: string,
  part: Part,
  open: (path: string) => T,
): CurrentFile<T> {
  let name = '';
  let now: T | undefined;
  const refresh = () => {
    const current = readCurrent(dataDir);
    if (current === undefined || !isOfThisVersion(part, current[part])) return false;
    if (current[part] === name && now !== undefined) return false;
    let next: T;
    try {
      next = open(catalogFile(dataDir, current[part]));
    } catch (error) {
      // What is open goes on; the applying thread replaces the damaged file.
      if (isDamage(error)) return false;
      throw error;
    }
    const before = now;
    if (before !== undefined) setTimeout(() => before.close(), lastReaderMs).unref();
    now = next;
    name = current[part];
    return true;
  };
  refresh();
  return {
    get() {
      if (now === undefined) refresh();
      if (now === undefined) throw new MidadError('unavailable', { what: part });
      return now;
    },
    refresh,
    close() {
      now?.close();
      now = undefined;
    },
  };
}
