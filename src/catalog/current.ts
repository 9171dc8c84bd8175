import {
  catalogFile,
  changeCurrent,
  type Current,
  parts,
  readCurrent,
  removeDatabase,
  reserveGeneration,
} from './files.ts';
import { followKinds, targetKinds } from './kinds.ts';

/**
 * What `current.json` names; where there is none, the first files, empty, which are then followed as they fill.
 * @throws MidadError `data-folder-denied`, `disk-full`.
 */
export function ensureCurrent(dataDir: string): Current {
  const known = readCurrent(dataDir);
  if (known !== undefined) return known;
  const names = reserveGeneration(dataDir, parts);
  try {
    for (const kind of followKinds) targetKinds[kind].open(dataDir, names).close();
  } catch (error) {
    // On a full disk each try would leave empty files behind.
    for (const part of parts) removeDatabase(catalogFile(dataDir, names[part]));
    throw error;
  }
  // Another process may have been first; its files are then the ones, and ours are removed with the old ones.
  const current = changeCurrent(dataDir, (before) => (before === undefined ? names : undefined));
  if (current === undefined) throw new Error(`no catalog at ${catalogFile(dataDir, names.public)}`);
  return current;
}
