import { describe, expect, test } from 'vitest';
import { zeroDigest } from '../journal.ts';
import { by, failure, keptFor, story, type JournalBackend } from './backend.ts';

/** Entries of the record: what is kept, refused, blanked and checked. Run on each backend. */
export function entriesContract(name: string, backend: JournalBackend): void {
  describe(`the journal kept by ${name}`, () => {
    const kept = keptFor(backend);

    test('begins empty, with an identity of its own', async () => {
      const head = await kept.journal.head();
      expect(head).toMatchObject({ seq: 0, digest: zeroDigest });
      expect(head.journalId).toMatch(/^[0-9a-f-]{36}$/);
      expect(await kept.journal.entries(0, 10)).toEqual([]);
      expect(await kept.journal.digestAt(0)).toBe(zeroDigest);
      expect(await kept.journal.digestAt(1)).toBeUndefined();
      expect(await kept.journal.current('story', '1')).toBeUndefined();
      expect(await kept.journal.verify()).toEqual({ entries: 0 });
      expect(await kept.journal.append([], by)).toEqual([]);
    });

    test('numbers entries in order and gives them back as they were written', async () => {
      const content = { id: '1', text: 'مُحَمَّد\u0000 😀 \ud800 "\\', none: null, list: [1, { a: true }] };
      const receipts = await kept.journal.append([story('1', { content }), story('2')], by);
      expect(receipts).toEqual([
        { seq: 1, version: 1 },
        { seq: 2, version: 1 },
      ]);
      const second = { ...story('1'), expect: 1, action: 'update' as const, note: 'خطأ في الاسم' };
      expect(await kept.journal.append([second], { actor: 'نادر', at: 5 })).toEqual([{ seq: 3, version: 2 }]);

      const [first, , third] = await kept.journal.entries(0, 10);
      expect(first).toMatchObject({ seq: 1, kind: 'story', id: '1', version: 1, action: 'create', ...by });
      expect(first?.content).toEqual(content);
      expect(third).toMatchObject({
        seq: 3,
        version: 2,
        action: 'update',
        actor: 'نادر',
        at: 5,
        note: 'خطأ في الاسم',
      });
      expect(await kept.journal.entries(1, 1)).toMatchObject([{ seq: 2 }]);
      expect(await kept.journal.current('story', '1')).toEqual(third);
      expect(await kept.journal.revisions('story', '1')).toEqual([first, third]);
      expect(await kept.journal.digestAt(3)).toBe((await kept.journal.head()).digest);
      expect(await kept.journal.verify()).toEqual({ entries: 3 });
    });

    test('refuses a change to a version that is no longer the newest', async () => {
      await kept.journal.append([story('1')], by);
      const again = await failure(kept.journal.append([story('1')], by));
      expect(again.code).toBe('conflict');
      expect(again.params).toEqual({ kind: 'story', id: '1', expected: 0, actual: 1 });
      expect((await failure(kept.journal.append([story('2', { expect: 1 })], by))).code).toBe('conflict');
    });

    test('changes a document twice in one append', async () => {
      const receipts = await kept.journal.append([story('1'), story('1', { expect: 1 })], by);
      expect(receipts.map((r) => r.version)).toEqual([1, 2]);
    });

    test('gives a name to one document only, until it is freed', async () => {
      const address = { space: 'address', name: '/أرصفة' };
      await kept.journal.append([story('1', { take: [address] })], by);
      const taken = await failure(kept.journal.append([story('2', { take: [address] })], by));
      expect(taken.code).toBe('claim-taken');
      expect(taken.params).toEqual({ ...address, kind: 'story', id: '1' });

      // Its own once more is no fault, and nobody frees another's.
      await kept.journal.append(
        [story('1', { expect: 1, take: [address] }), story('3', { free: [address] })],
        by,
      );
      expect(await kept.journal.holders('address', ['/أرصفة', '/لا أحد'])).toEqual(
        new Map([['/أرصفة', { kind: 'story', id: '1' }]]),
      );
      // The same name in another space is another name; freed and taken in one append it changes hands.
      await kept.journal.append(
        [
          story('1', { expect: 2, free: [address] }),
          story('4', { take: [address, { space: 'slug', name: '/أرصفة' }] }),
        ],
        by,
      );
      expect((await kept.journal.holders('address', ['/أرصفة'])).get('/أرصفة')?.id).toBe('4');
      expect((await failure(kept.journal.holders('address', Array(1001).fill('x')))).code).toBe('too-large');
    });

    test('keeps all of an append or nothing', async () => {
      await kept.journal.append([story('taken', { take: [{ space: 's', name: 'n' }] })], by);
      const before = await kept.journal.head();
      const job = { kind: 'index', payload: {}, dueAt: 0 };
      const spoilers = [story('taken'), story('x', { take: [{ space: 's', name: 'n' }] })];
      for (const spoiler of spoilers) {
        const good = story('good', { take: [{ space: 's', name: 'new' }], jobs: [job] });
        await failure(kept.journal.append([good, spoiler], by));
      }
      expect(await kept.journal.head()).toEqual(before);
      expect(await kept.journal.current('story', 'good')).toBeUndefined();
      expect(await kept.journal.holders('s', ['new'])).toEqual(new Map());
      expect(await kept.journal.takeJob(['index'], 1, 1)).toBeUndefined();
    });

    test('refuses names that no store keeps to the letter', async () => {
      for (const id of ['', 'a\0b', '\ud800', 'x'.repeat(601)]) {
        expect((await failure(kept.journal.append([story(id)], by))).code).toBe('bad-request');
        expect((await failure(kept.journal.append([story('1')], { actor: id, at: 1 }))).code).toBe(
          'bad-request',
        );
        const take = [{ space: 's', name: id }];
        expect((await failure(kept.journal.append([story('1', { take })], by))).code).toBe('bad-request');
      }
      expect((await failure(kept.journal.append([story('1')], { actor: 'x', at: 0.5 }))).code).toBe(
        'bad-request',
      );
    });

    test('blanks what the law removes, says who and why, and still verifies', async () => {
      await kept.journal.append([story('1'), story('1', { expect: 1 }), story('2')], by);
      const receipt = await kept.journal.redact(
        {
          kind: 'story',
          id: '1',
          versions: [1],
          why: 'حكم محكمة',
          replacement: { id: '1', status: 'killed' },
        },
        { actor: 'المحامي', at: 9 },
      );
      expect(receipt).toEqual({ seq: 4, version: 3 });
      const revisions = await kept.journal.revisions('story', '1');
      expect(revisions.map((r) => r.content === null)).toEqual([true, false, false]);
      expect(revisions[2]).toMatchObject({
        action: 'redact',
        actor: 'المحامي',
        content: { id: '1', status: 'killed' },
        redacts: [1],
        note: 'حكم محكمة',
      });
      expect(await kept.journal.verify()).toEqual({ entries: 4 });

      const all = { kind: 'story', id: '2', why: 'طلب', replacement: {} } as const;
      await kept.journal.redact(all, by);
      expect((await kept.journal.revisions('story', '2')).map((r) => r.content)).toEqual([null, {}]);
      expect(await kept.journal.verify()).toEqual({ entries: 5 });
      expect((await failure(kept.journal.redact({ ...all, id: 'none' }, by))).code).toBe('not-found');
      expect((await failure(kept.journal.redact({ ...all, versions: [1, 7] }, by))).code).toBe('not-found');
      expect((await kept.journal.head()).seq).toBe(5);
    });

    test('notices when a stored revision was changed behind its back', async () => {
      await kept.journal.append([story('1'), story('2'), story('3')], by);
      await backend.tamper(kept.place, 2, { id: '2', headline: 'عنوان آخر' });
      expect(await kept.journal.verify()).toEqual({ entries: 1, brokenAt: 2, reason: 'content' });
    });

    test('keeps everything when it is closed and opened again', async () => {
      await kept.journal.append([story('1', { take: [{ space: 's', name: 'n' }] })], by);
      await kept.journal.reserve('story', 3);
      const before = [await kept.journal.head(), await kept.journal.entries(0, 10)];
      await kept.reopen();
      expect([await kept.journal.head(), await kept.journal.entries(0, 10)]).toEqual(before);
      expect((await kept.journal.holders('s', ['n'])).size).toBe(1);
      expect(await kept.journal.reserve('story', 1)).toBe(4);
    });
  });
}
