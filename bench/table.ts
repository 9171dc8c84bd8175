import { cpus } from 'node:os';

/** A table for the terminal and, as it stands, for docs/benchmarks.md. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `### ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${process.platform} ${process.arch}`;

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const rate = (value: number, what: string) => `${Math.round(value).toLocaleString('en')} ${what}/s`;
export const ratio = (value: number) => value.toFixed(2);
