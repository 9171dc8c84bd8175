import { catchUp } from '../../src/catalog/catch-up.ts';
import { verify } from '../../src/catalog/verify.ts';
import { openJournal } from '../../src/journal/open.ts';
import { type Counts, lostOf } from './load.ts';
import type { Outcome } from './outcome.ts';

/** What became of a stopped node on SQLite: its record against what was acknowledged, and its catalog against the record. */
export async function judge(
  data: string,
  counts: Counts,
  { faults, ...done }: Pick<Outcome, 'what' | 'rounds' | 'recoveryMs' | 'faults'>,
): Promise<Outcome> {
  const journal = await openJournal(data);
  try {
    const { lost, faults: missing } = await lostOf(journal, counts);
    await catchUp(data, { upTo: (await journal.head()).seq });
    const { differences } = await verify(data);
    return {
      ...done,
      acknowledged: counts.acknowledged.size,
      lost,
      reads: counts.reads,
      readsFailed: counts.readsFailed,
      equal: differences.length === 0,
      faults: [
        ...faults,
        ...differences,
        ...missing,
        ...counts.wrong.slice(0, 5),
        ...counts.failures.slice(0, 5),
      ],
    };
  } finally {
    await journal.close();
  }
}
