import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled to the last byte. */
export interface SmallDisk {
  folder: string;
  fill(): void;
  /** Gives the room back. */
  free(): void;
  /** Changes what it is mounted with: `size=64m`, `ro`. */
  remount(option: string): void;
  remove(): void;
}

/**
 * @param megabytes of memory that it may take.
 * @returns nothing where a disk may not be mounted (not Linux, not root, or a container without the right).
 */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'midad-small-disk-'));
  const mount = (...options: string[]) => execFileSync('mount', [...options, folder], { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs');
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      // Down to single bytes: what is left of a page would let the next small write pass.
      for (let block = Buffer.alloc(1 << 16); block.length > 0;) {
        try {
          writeSync(file, block);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
          block = block.subarray(0, block.length >> 1);
        }
      }
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remount: (option) => mount('-o', `remount,${option}`),
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
