import { catchUp } from '../../src/catalog/catch-up.ts';
import { verify } from '../../src/catalog/verify.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { openJournal } from '../../src/journal/open.ts';
import { type Counts, lostOf } from './load.ts';
import type { Outcome } from './outcome.ts';

type Done = Pick<Outcome, 'what' | 'rounds' | 'recoveryMs' | 'faults'>;

/** What became of a stopped node on SQLite: its record against what was acknowledged, and its catalog against the record. */
export async function judge(data: string, counts: Counts, done: Done): Promise<Outcome> {
  const journal = await openJournal(data);
  try {
    await catchUp(data, { upTo: (await journal.head()).seq });
    return await outcomeOf(journal, counts, { ...done, ...(await verify(data)) });
  } finally {
    await journal.close();
  }
}

/**
 * What became of a record, against what was acknowledged.
 * @param done.differences of the catalogs from it.
 */
export async function outcomeOf(
  journal: Journal,
  counts: Counts,
  { what, rounds, recoveryMs, faults, differences }: Done & { differences: readonly string[] },
): Promise<Outcome> {
  const { lost, faults: missing } = await lostOf(journal, counts);
  return {
    what,
    rounds,
    recoveryMs,
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
}
