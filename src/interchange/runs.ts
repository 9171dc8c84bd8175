import type { Run, Runs } from '../model/block.ts';
import { clean } from '../arabic/clean.ts';

/** The text of runs as one string. */
export function textOf(runs: Runs): string {
  return runs.map((run) => run.text).join('');
}

/** `clean` for a piece of a line: the spaces at its ends are one space each, for they part it from its neighbours. */
function cleanPiece(text: string): string {
  const core = clean(text.replace(/[\n\r]+/g, ' '));
  if (core === '') return /\s/.test(text) ? ' ' : '';
  // U+FEFF is both space and format character: in both classes it would make the search quadratic.
  return `${/^\p{Cf}*\s/u.test(text) ? ' ' : ''}${core}${/[^\S\ufeff]\p{Cf}*$/u.test(text) ? ' ' : ''}`;
}

function sameMarks(a: Run, b: Run): boolean {
  return a.strong === b.strong && a.em === b.em && a.href === b.href && a.lang === b.lang;
}

/**
 * Cleans a line of runs: text cleaned, single spaces also across runs, none at the ends, neighbours with the
 * same marks joined, empty ones gone. At most 5,000 runs of 100,000 characters, as the block schema allows.
 */
export function tidyRuns(source: readonly Run[]): Runs {
  const runs: Run[] = [];
  for (const run of source) {
    const last = runs.at(-1);
    let text = cleanPiece(run.text);
    if (last === undefined || last.text.endsWith(' ')) text = text.replace(/^ +/, '');
    if (text === '') continue;
    if (last && sameMarks(last, run)) last.text += text;
    else if (last && text === ' ') last.text += text;
    else runs.push({ ...run, text });
  }
  const last = runs.at(-1);
  if (last) {
    last.text = last.text.replace(/ +$/, '');
    if (last.text === '') runs.pop();
  }
  for (const run of runs) if (run.text.length > 100_000) run.text = run.text.slice(0, 100_000);
  return runs.slice(0, 5000);
}

/** The part of a line between two positions of its text. */
export function sliceRuns(runs: Runs, start: number, end: number): Runs {
  const out: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    if (from < to) out.push({ ...run, text: run.text.slice(from, to) });
    at += run.text.length;
  }
  return tidyRuns(out);
}
