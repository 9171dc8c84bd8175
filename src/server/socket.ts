import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The address of a socket may have 107 bytes on Linux and 103 elsewhere. */
const longest = 100;

/**
 * Where the primary of this data folder listens for its own readers and for the command line: a Unix socket in the
 * folder (in the temporary folder if the path would be too long), a named pipe on Windows.
 */
export function socketPath(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\midad-${name}`;
  const inside = join(dataDir, 'midad.sock');
  return Buffer.byteLength(inside) <= longest ? inside : join(tmpdir(), `midad-${name}.sock`);
}
