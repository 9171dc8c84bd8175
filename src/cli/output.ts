/** Whoever reads our output may have seen enough («| head»): then there is nothing left to do, and nothing went wrong. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** What the operator asked for: standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What the operator should know beside it: standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
