import { describe, expect, test } from 'vitest';
import { by, keptFor, story, type JournalBackend } from './backend.ts';

/** Jobs that come with an entry and are done later. Run on each backend. */
export function jobsContract(name: string, backend: JournalBackend): void {
  describe(`jobs kept by ${name}`, () => {
    const kept = keptFor(backend);

    test('hands out due jobs one at a time, oldest first, and again when a runner dies', async () => {
      const job = (n: number, dueAt: number, kind = 'index') => ({ kind, payload: { n }, dueAt });
      await kept.journal.append(
        [story('1', { jobs: [job(1, 20), job(2, 10), job(3, 99), job(4, 0, 'mail')] })],
        by,
      );
      const take = () => kept.journal.takeJob(['index', 'purge'], 50, 100);
      const first = await take();
      expect(first).toMatchObject({ kind: 'index', payload: { n: 2 }, dueAt: 10, attempts: 0 });
      const second = await take();
      expect(second).toMatchObject({ payload: { n: 1 } });
      expect(await take()).toBeUndefined();

      await kept.journal.finishJob(first?.id ?? 0);
      await kept.journal.finishJob(second?.id ?? 0, 60);
      expect(await kept.journal.queue(59)).toMatchObject({ due: expect.any(Number) });
      const { waiting, due } = await kept.journal.queue(1_000_000);
      expect([waiting > 0, due]).toEqual([true, waiting]);
      expect(await take()).toBeUndefined();
      const again = await kept.journal.takeJob(['index'], 60, 10);
      expect(again).toMatchObject({ payload: { n: 1 }, attempts: 1 });
      // Its lease ran out: someone else has it, and that was an attempt.
      expect(await kept.journal.takeJob(['index'], 70, 10)).toMatchObject({ id: again?.id, attempts: 2 });
    });

    test('never hands one job to two runners', async () => {
      const jobs = Array.from({ length: 30 }, (_, n) => ({ kind: 'index', payload: { n }, dueAt: 0 }));
      await kept.journal.append([story('1', { jobs })], by);
      const other = await backend.open(kept.place);
      const taken = await Promise.all(
        Array.from({ length: 40 }, (_, i) => (i % 2 ? kept.journal : other).takeJob(['index'], 1, 1000)),
      );
      await other.close();
      const ids = taken.flatMap((j) => (j ? [j.id] : []));
      expect(new Set(ids).size).toBe(30);
      expect(ids.length).toBe(30);
    });
  });
}
