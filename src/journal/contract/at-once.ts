import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { by, keptFor, story, type JournalBackend } from './backend.ts';

/** What holds while several write at once, and when one of them is killed. Run on each backend. */
export function atOnceContract(name: string, backend: JournalBackend): void {
  describe(`writers at once in the journal kept by ${name}`, () => {
    const kept = keptFor(backend);

    test('of two editors who save the same version at once, one is told', async () => {
      await kept.journal.append([story('1')], by);
      const other = await backend.open(kept.place);
      const results = await Promise.allSettled(
        [kept.journal, other].map((j) => j.append([story('1', { expect: 1 })], by)),
      );
      await other.close();
      expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await kept.journal.head()).seq).toBe(2);
    });

    test('numbers without a gap while eight writers append at once', async () => {
      const writers = Array.from({ length: 8 }, (_, i) => kept.write(`w${i}`, 25));
      const codes = await Promise.all(writers.map(async (w) => ((await once(w, 'exit')) as [number])[0]));
      expect(codes).toEqual(Array(8).fill(0));
      const entries = await kept.journal.entries(0, 5000);
      expect(entries.map((e) => e.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      for (let w = 0; w < 8; w++) {
        const own = entries.filter((e) => e.actor === `w${w}`).map((e) => e.at);
        expect(own).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
      }
      expect(await kept.journal.verify()).toEqual({ entries: 200 });
    });

    test('loses nothing acknowledged when its process is killed', async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < 12; round++) {
        const writer = kept.write(`r${round}`, 100_000);
        const output: string[] = [];
        writer.stdout?.setEncoding('utf8').on('data', (text: string) => output.push(text));
        // Not before the first is acknowledged, then at any moment, also in the middle of a commit.
        if (writer.stdout) await Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')]);
        await new Promise((r) => setTimeout(r, Math.random() * 60));
        writer.kill('SIGKILL');
        await once(writer, 'close');
        acknowledged.push(...output.join('').split('\n').slice(0, -1));
      }
      await kept.reopen();
      expect(acknowledged.length).toBeGreaterThanOrEqual(12);
      for (const line of acknowledged) {
        const [seq, id = ''] = line.split(' ');
        expect(await kept.journal.current('story', id)).toMatchObject({ seq: Number(seq), version: 1 });
        expect((await kept.journal.holders('address', [`/${id}`])).size).toBe(1);
      }
      const { seq } = await kept.journal.head();
      expect(await kept.journal.verify()).toEqual({ entries: seq });
      // Jobs came with their entries, one each, also for those in the middle of which it was killed.
      let jobs = 0;
      while (await kept.journal.takeJob(['index'], 1_000_000, 1_000_000)) jobs++;
      expect(jobs).toBe(seq);
    });

    test('closing waits for what is under way', async () => {
      const appended = Promise.all(
        Array.from({ length: 20 }, (_, i) => kept.journal.append([story(`${i}`)], by)),
      );
      await kept.journal.close();
      expect((await appended).flat().map((r) => r.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      await kept.reopen();
      expect((await kept.journal.head()).seq).toBe(20);
    });
  });
}
