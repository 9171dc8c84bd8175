/**
 * Limits for each thread's heap, in MB. An import is a stream of short-lived stories: with these V8 collects early instead
 * of letting garbage grow to a gigabyte. Measured with 2, 4, 8 and 16 MB of new space: 4 is the most that stays under 300 MB in
 * all, and costs about a sixth of the speed.
 */
const flags = ['--max-semi-space-size=4', '--max-old-space-size=96'];

/**
 * Begins this very command anew with small heaps, in the same process: V8 takes these limits only at its start. Does nothing
 * the second time, and where the system cannot replace a process (Windows).
 */
export function inSmallHeap(): void {
  if (process.platform === 'win32' || flags.every((flag) => process.execArgv.includes(flag))) return;
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...flags, ...process.argv.slice(1)],
    process.env as Record<string, string>,
  );
}
