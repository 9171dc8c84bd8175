import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForApplying } from '../../src/catalog/meta.ts';
import { openSimilar, type SimilarStories } from '../../src/catalog/similar/similar.ts';
import { SimilarWriter } from '../../src/catalog/similar/writer.ts';

/** A transaction holds as many stories as when a catalog is built. */
const batch = 2000;

/** A similar.db in a temporary folder, written as the catalog writes its own, without a journal before it. */
export interface IndexFile {
  add(story: number, text: string): void;
  /** Opens what was added for reading. */
  open(): SimilarStories;
  bytes(): number;
  close(): void;
}

export function makeIndex(): IndexFile {
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
  const path = join(folder, 'similar.db');
  const db = openForApplying(path, new URL('../../src/catalog/similar/schema.sql', import.meta.url));
  const writer = new SimilarWriter(db);
  let begun = 0;
  const commit = () => {
    if (begun > 0) db.exec('COMMIT');
    begun = 0;
    writer.settle();
  };
  return {
    add(story, text) {
      if (begun++ === 0) db.exec('BEGIN IMMEDIATE');
      writer.put(story, text);
      if (begun === batch) commit();
    },
    open() {
      commit();
      return openSimilar(path);
    },
    bytes: () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
    close() {
      if (begun > 0) db.exec('COMMIT');
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
