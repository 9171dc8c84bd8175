/** What the operator asked for: standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What the operator should know beside it: standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
