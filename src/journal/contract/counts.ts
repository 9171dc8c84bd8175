import { describe, expect, test } from 'vitest';
import { failure, keptFor, type JournalBackend } from './backend.ts';

/** What is kept beside the record: numbers for new documents, counts of reads, secrets. Run on each backend. */
export function countsContract(name: string, backend: JournalBackend): void {
  describe(`counts and secrets kept by ${name}`, () => {
    const kept = keptFor(backend);

    test('reserves numbers that are never given twice', async () => {
      expect(await kept.journal.reserve('story', 1)).toBe(1);
      expect(await kept.journal.reserve('story', 10)).toBe(2);
      const other = await backend.open(kept.place);
      const firsts = await Promise.all(
        [kept.journal, other, kept.journal, other].map((j) => j.reserve('story', 5)),
      );
      await other.close();
      expect(firsts.sort((a, b) => a - b)).toEqual([12, 17, 22, 27]);
      expect(await kept.journal.reserve('desk', 1)).toBe(1);
      expect((await failure(kept.journal.reserve('story', 0))).code).toBe('bad-request');
    });

    test('counts a batch of reads once, however often it is sent', async () => {
      const counts = [
        { story: 1, hour: 3_600_000, reads: 5 },
        { story: 2, hour: 3_600_000, reads: 1 },
      ];
      const sent = await Promise.all(
        Array.from({ length: 5 }, () => kept.journal.addTallies({ key: 'a', at: 1, counts })),
      );
      expect(sent.filter(Boolean).length).toBe(1);
      expect(await kept.journal.addTallies({ key: 'b', at: 2, counts: counts.slice(1) })).toBe(true);
      await kept.reopen();
      expect(await kept.journal.addTallies({ key: 'a', at: 1, counts })).toBe(false);
      expect(await kept.journal.tallies(0, 10)).toEqual([
        { seq: 1, key: 'a', at: 1, counts },
        { seq: 2, key: 'b', at: 2, counts: counts.slice(1) },
      ]);
      expect(await kept.journal.tallies(1, 10)).toMatchObject([{ seq: 2 }]);
      expect(await kept.journal.tallies(0, 1)).toMatchObject([{ seq: 1 }]);
    });

    test('keeps a secret for ever, and the same for everyone', async () => {
      const other = await backend.open(kept.place);
      const asked = await Promise.all([
        kept.journal.secret('reads'),
        other.secret('reads'),
        kept.journal.secret('x'),
      ]);
      await other.close();
      expect(asked[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(asked[1]).toBe(asked[0]);
      expect(asked[2]).not.toBe(asked[0]);
      await kept.reopen();
      expect(await kept.journal.secret('reads')).toBe(asked[0]);
    });
  });
}
