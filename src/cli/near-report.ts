import { closeSync, openSync, writeSync } from 'node:fs';
import type { DeskCatalog } from '../catalog/desk/desk.ts';
import { openCurrentSimilar } from '../catalog/similar/near-duplicates.ts';
import type { SeenBefore } from '../commands/compare-incoming.ts';
import { MidadError } from '../model/errors.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import type { IdRanges } from './id-ranges.ts';
import { cliLanguage } from './language.ts';
import { print } from './output.ts';

/** So many are shown one by one; the rest are counted, and named in the report file. */
const mostShown = 20;

/** A line of `--report FILE`: a story that came in, or was left out, and those it is nearly the same as. */
export interface NearLine {
  /** Ours; of one left out, its line and foreign id. */
  story?: number;
  line?: number;
  id?: string;
  headline: string;
  leftOut: boolean;
  near: SeenBefore[];
}

/** `--report FILE`, one JSON object a line; opened at once, so that a path that cannot be written is told before the work. */
export interface ReportFile {
  write(line: NearLine): void;
  close(): void;
}

/** @throws MidadError `bad-option` when the file cannot be written. */
export function openReport(path: string | undefined): ReportFile {
  if (path === undefined) return { write() {}, close() {} };
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new MidadError('bad-option', { name: 'report', value: path, expected: code }, { cause });
  }
  return {
    write: (line) => void writeSync(file, `${JSON.stringify(line)}\n`),
    close: () => closeSync(file),
  };
}

/**
 * Reports which of the stories that an import brought are nearly the same as others: how many, the first of them, and all in the
 * report file. A pair of two of them is told once, under the later.
 */
export function reportNear(dataDir: string, brought: IdRanges, report: ReportFile): void {
  const t = cliStrings[cliLanguage()];
  const current = openCurrentSimilar(dataDir);
  try {
    const { desk, similar } = current.files();
    let count = 0;
    const told = (story: number, near: SeenBefore[]): void => {
      const headline = desk.story(story)?.headline ?? '';
      near.sort((a, b) => b.similarity - a.similarity);
      report.write({ story, headline, leftOut: false, near });
      const [first] = near;
      count++;
      if (count > mostShown || first === undefined) return;
      if (count === 1) print(t.importNearFirst);
      print(
        fill(t.importNearLine, {
          id: story,
          headline,
          other: first.story ?? '',
          otherHeadline: first.headline,
          percent: percent(first.similarity),
        }),
      );
    };
    for (const { from, to } of brought) {
      let at = { story: 0, near: [] as SeenBefore[] };
      for (const { story, other, likeness } of similar.pairs(from, to)) {
        if (other > story && brought.has(other)) continue;
        if (story !== at.story) {
          if (at.near.length > 0) told(at.story, at.near);
          at = { story, near: [] };
        }
        at.near.push(seen(desk, other, likeness));
      }
      if (at.near.length > 0) told(at.story, at.near);
    }
    if (count > mostShown) print(t.importNearMore);
    if (count > 0) print(fill(t.importNear, { count }));
  } finally {
    current.close();
  }
}

function seen(desk: DeskCatalog, story: number, similarity: number): SeenBefore {
  const known = desk.story(story);
  return { story, headline: known?.headline ?? '', ...(known && { status: known.status }), similarity };
}

export const percent = (likeness: number): number => Math.round(likeness * 100);
