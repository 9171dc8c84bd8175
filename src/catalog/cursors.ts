import { catalogFile, type Part, readCurrent } from './files.ts';
import { type Cursor, readCursor } from './meta.ts';
import { Database } from './sqlite.ts';

/**
 * How far a file of the current catalog is, read by opening it for a moment; undefined where there is none that can be
 * read.
 */
export function cursorOf(dataDir: string, part: Part): Cursor | undefined {
  const current = readCurrent(dataDir);
  if (current === undefined) return undefined;
  let db: Database | undefined;
  try {
    db = new Database(catalogFile(dataDir, current[part]), { readOnly: true });
    return readCursor(db);
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}
