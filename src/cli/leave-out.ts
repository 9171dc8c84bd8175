import type { IncomingComparison } from '../commands/compare-incoming.ts';
import type { IncomingStory } from '../commands/import-stories.ts';
import { cliStrings, fill } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { percent, type ReportFile } from './near-report.ts';

/** So many are shown one by one; the rest are counted, and named in the report file. */
const mostShown = 20;

/**
 * `--skip-duplicates`: which stories of a batch are left out, each told. What an earlier run of the same import brought is not: it
 * is updated or found unchanged.
 */
export function leaveOutDuplicates(
  comparison: IncomingComparison,
  {
    source,
    file,
    report,
    say,
  }: { source: string; file: string; report: ReportFile; say(line: string): void },
): (batch: readonly IncomingStory[], lines: readonly number[]) => Promise<boolean[]> {
  const t = cliStrings[cliLanguage()];
  let count = 0;
  return async (batch, lines) => {
    const compared = await comparison.compare(source, batch);
    return compared.map(({ held, near }, i) => {
      const { id = '', headline = '' } = batch[i] ?? {};
      const line = lines[i] ?? 0;
      const [first] = near;
      if (held !== undefined || first === undefined) return false;
      report.write({ line, id, headline, leftOut: true, near });
      count++;
      const { story, id: foreign, headline: otherHeadline } = first;
      const other = story ?? foreign ?? '';
      const shown = { file, line, headline, other, otherHeadline, percent: percent(first.similarity) };
      if (count <= mostShown) say(fill(t.importSkippedLine, shown));
      else if (count === mostShown + 1) say(t.importSkippedMore);
      return true;
    });
  };
}
