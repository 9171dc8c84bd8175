import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TallyBatch } from '../journal/journal.ts';

const stored = z.object({
  key: z.string().min(1).max(100),
  at: z.number().int(),
  counts: z.array(
    z.object({ story: z.number().int(), hour: z.number().int(), reads: z.number().int().positive() }),
  ),
});

/**
 * Batches that could not be sent, one file each, named by time and key: `tallies/1795392000000-KEY.json`. A
 * file is written beside, forced to disk and renamed, so that a crash leaves a whole one or none.
 */
export class WaitingRoom {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'tallies');
  }

  /**
   * The batches left by an earlier run, oldest first. A file that is not one is put aside as `*.damaged`.
   * @param onDamaged is told its name.
   */
  async batches(onDamaged: (file: string) => void): Promise<TallyBatch[]> {
    await mkdir(this.#folder, { recursive: true });
    const names = await readdir(this.#folder);
    const found: TallyBatch[] = [];
    for (const name of names.filter((n) => n.endsWith('.json')).sort()) {
      const path = join(this.#folder, name);
      const batch = stored.safeParse(parse(await readFile(path, 'utf8')));
      if (batch.success) found.push(batch.data);
      else {
        await rename(path, `${path}.damaged`);
        onDamaged(path);
      }
    }
    return found;
  }

  async keep(batch: TallyBatch): Promise<void> {
    const path = this.#path(batch);
    const file = await open(`${path}.part`, 'w');
    try {
      await file.writeFile(JSON.stringify(batch));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
  }

  async release(batch: TallyBatch): Promise<void> {
    await rm(this.#path(batch), { force: true });
  }

  #path(batch: TallyBatch): string {
    return join(this.#folder, `${batch.at}-${batch.key}.json`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
