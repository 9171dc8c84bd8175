import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../journal.ts';
import { type JournalBackend, keptFor } from './backend.ts';

const by = { actor: 'user:1', at: Date.UTC(2026, 10, 23) };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (updates: readonly Uint8Array[]) => updates.map((one) => new TextDecoder().decode(one));
const story = (more: Partial<Change>): Change => ({
  kind: 'story',
  id: '7',
  action: 'save',
  expect: 0,
  content: { id: 7, headline: 'سوق السمك' },
  ...more,
});

/** What a journal must do with stories being written. Run on each backend. */
export function draftsContract(name: string, backend: JournalBackend): void {
  describe(`drafts kept by ${name}`, () => {
    const kept = keptFor(backend);
    beforeEach(() => kept.journal.append([story({})], by));
    const begin = (generation: number, seed = 'بذرة', on = kept.journal, seen = 1) =>
      on.beginDraft({
        story: 7,
        after: generation === 0 ? undefined : { generation, version: seen },
        schema: 1,
        version: 1,
        seed: bytes(seed),
        at: by.at,
      });
    const append = (generation: number, text: string) =>
      kept.journal.appendDraft(7, generation, bytes(text), by.at);
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error as { code?: string }).code,
      );

    test('there is none before one is begun', async () => {
      expect(await kept.journal.draft(7)).toBeUndefined();
      expect(await kept.journal.draftLog(7)).toEqual({ generation: 0, updates: [], last: 0 });
      expect(await code(append(1, 'نص'))).toBe('draft-replaced');
    });

    test('is not begun from a revision that is no longer the newest, nor over a draft that was saved meanwhile', async () => {
      await kept.journal.append([story({ expect: 1 })], by);
      expect(await begin(0)).toBeUndefined();
      const second = { story: 7, after: undefined, schema: 1, version: 2, seed: bytes('بذرة'), at: by.at };
      await kept.journal.beginDraft(second);
      await kept.journal.append([story({ expect: 2, draft: 1 })], by);
      const stale = { ...second, after: { generation: 1, version: 2 }, version: 3 };
      expect(await kept.journal.beginDraft(stale)).toMatchObject({ generation: 1, version: 3 });
    });

    test('what was appended is there in order, also after a restart', async () => {
      expect(await begin(0)).toEqual({ story: 7, generation: 1, schema: 1, version: 1 });
      expect(await append(1, 'أول')).toBe(2);
      expect(await append(1, 'ثان')).toBe(3);
      await kept.reopen();
      const log = await kept.journal.draftLog(7);
      expect({ ...log, updates: read(log.updates) }).toEqual({
        generation: 1,
        updates: ['بذرة', 'أول', 'ثان'],
        last: 3,
      });
    });

    test('two who begin at once begin one', async () => {
      const other = await backend.open(kept.place);
      const [mine, theirs] = await Promise.all([begin(0, 'لي'), begin(0, 'لهم', other)]);
      await other.close();
      expect(mine).toEqual(theirs);
      expect((await kept.journal.draftLog(7)).updates).toHaveLength(1);
    });

    test('begun anew, it takes nothing from those who have the old one open', async () => {
      await begin(0);
      await append(1, 'قديم');
      expect((await begin(1, 'جديد'))?.generation).toBe(2);
      expect((await begin(1, 'متأخر'))?.generation).toBe(2);
      expect(await code(append(1, 'نص'))).toBe('draft-replaced');
      await kept.journal.compactDraft(7, 1, 9, bytes('قديم'));
      expect(read((await kept.journal.draftLog(7)).updates)).toEqual(['جديد']);
      expect(read((await kept.journal.draftLog(7, 1)).updates)).toEqual(['بذرة', 'قديم']);
      for (let after = 2; after < 12; after++) await begin(after);
      expect((await kept.journal.draftLog(7, 1)).updates).toEqual([]);
      expect(read((await kept.journal.draftLog(7, 2)).updates)).toEqual(['جديد']);
    });

    test('is compacted up to a number, and goes on after it', async () => {
      await begin(0);
      await append(1, 'أول');
      await append(1, 'ثان');
      await kept.journal.compactDraft(7, 1, 2, bytes('بذرة أول'));
      expect(read((await kept.journal.draftLog(7)).updates)).toEqual(['بذرة أول', 'ثان']);
      expect(await append(1, 'ثالث')).toBe(4);
    });

    test('a revision taken from it says so in the same append', async () => {
      await begin(0);
      expect((await kept.journal.draft(7))?.version).toBe(1);
      await kept.journal.append([story({ expect: 1, draft: 1 })], by);
      expect((await kept.journal.draft(7))?.version).toBe(2);
      // From outside, and from a generation that is gone.
      await kept.journal.append([story({ expect: 2 })], by);
      await kept.journal.append([story({ expect: 3, draft: 9 })], by);
      expect((await kept.journal.draft(7))?.version).toBe(2);
    });

    test('a revision that leaves the text alone leaves an up-to-date draft so, and no other', async () => {
      await begin(0);
      await kept.journal.append([story({ expect: 1, action: 'submit', draft: 'follows' })], by);
      expect((await kept.journal.draft(7))?.version).toBe(2);
      await kept.journal.append([story({ expect: 2 })], by);
      await kept.journal.append([story({ expect: 3, action: 'submit', draft: 'follows' })], by);
      expect((await kept.journal.draft(7))?.version).toBe(2);
    });

    test('a redaction erases what was typed, and ends the generation', async () => {
      await begin(0);
      await append(1, 'اسم لا يجوز');
      await kept.journal.redact(
        { kind: 'story', id: '7', why: 'حكم محكمة', replacement: { id: 7, headline: 'محجوب' } },
        by,
      );
      expect(await kept.journal.draftLog(7)).toEqual({ generation: 2, updates: [], last: 0 });
      expect((await kept.journal.draftLog(7, 1)).updates).toEqual([]);
      expect((await kept.journal.draft(7))?.version).toBe(0);
      expect(await code(append(1, 'نص'))).toBe('draft-replaced');
    });
  });
}
