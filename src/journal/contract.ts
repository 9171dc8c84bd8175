import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MidadError } from '../model/errors.ts';
import { type Change, type Journal, zeroDigest } from './journal.ts';

/** What the suite must know of a backend. Writers in other processes open it too, so by module and name. */
export interface JournalBackend {
  /** Address of the module that exports `opener`. */
  module: URL;
  /** Name of the function that opens the journal at a place. */
  opener: string;
  open(place: string): Promise<Journal>;
  /** An empty place of its own: a folder, a schema. */
  makePlace(): Promise<string>;
  removePlace(place: string): Promise<void>;
  /** Changes a stored content behind the journal's back. */
  tamper(place: string, seq: number, content: object): Promise<void>;
}

const by = { actor: 'سلمى', at: Date.UTC(2026, 10, 23) };
const story = (id: string, more: Partial<Change> = {}): Change => ({
  kind: 'story',
  id,
  action: 'create',
  expect: 0,
  content: { id, headline: 'افتتاح الميناء القديم' },
  ...more,
});

async function failure(work: Promise<unknown>): Promise<MidadError> {
  const error: unknown = await work.then(
    () => new Error('it should have failed'),
    (e: unknown) => e,
  );
  if (!(error instanceof MidadError)) throw error;
  return error;
}

/** Everything a journal must do, whatever keeps it. Run on each backend. */
export function journalContract(name: string, backend: JournalBackend): void {
  describe(`the journal kept by ${name}`, () => {
    let place = '';
    let journal: Journal;
    beforeEach(async () => {
      place = await backend.makePlace();
      journal = await backend.open(place);
    });
    afterEach(async () => {
      await journal.close();
      await backend.removePlace(place);
    });
    const reopen = async () => {
      await journal.close();
      journal = await backend.open(place);
    };
    const write = (writer: string, count: number): ChildProcess =>
      spawn(
        process.execPath,
        [
          fileURLToPath(new URL('contract-writer.ts', import.meta.url)),
          backend.module.href,
          backend.opener,
          place,
          writer,
          String(count),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );

    test('begins empty, with an identity of its own', async () => {
      const head = await journal.head();
      expect(head).toMatchObject({ seq: 0, digest: zeroDigest });
      expect(head.journalId).toMatch(/^[0-9a-f-]{36}$/);
      expect(await journal.entries(0, 10)).toEqual([]);
      expect(await journal.digestAt(0)).toBe(zeroDigest);
      expect(await journal.digestAt(1)).toBeUndefined();
      expect(await journal.current('story', '1')).toBeUndefined();
      expect(await journal.verify()).toEqual({ entries: 0 });
      expect(await journal.append([], by)).toEqual([]);
    });

    test('numbers entries in order and gives them back as they were written', async () => {
      const content = { id: '1', text: 'مُحَمَّد\u0000 😀 \ud800 "\\', none: null, list: [1, { a: true }] };
      const receipts = await journal.append([story('1', { content }), story('2')], by);
      expect(receipts).toEqual([
        { seq: 1, version: 1 },
        { seq: 2, version: 1 },
      ]);
      const second = { ...story('1'), expect: 1, action: 'update' as const, note: 'خطأ في الاسم' };
      expect(await journal.append([second], { actor: 'نادر', at: 5 })).toEqual([{ seq: 3, version: 2 }]);

      const [first, , third] = await journal.entries(0, 10);
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
      expect(await journal.entries(1, 1)).toMatchObject([{ seq: 2 }]);
      expect(await journal.current('story', '1')).toEqual(third);
      expect(await journal.revisions('story', '1')).toEqual([first, third]);
      expect(await journal.digestAt(3)).toBe((await journal.head()).digest);
      expect(await journal.verify()).toEqual({ entries: 3 });
    });

    test('refuses a change to a version that is no longer the newest', async () => {
      await journal.append([story('1')], by);
      const again = await failure(journal.append([story('1')], by));
      expect(again.code).toBe('conflict');
      expect(again.params).toEqual({ kind: 'story', id: '1', expected: 0, actual: 1 });
      expect((await failure(journal.append([story('2', { expect: 1 })], by))).code).toBe('conflict');
    });

    test('of two editors who save the same version at once, one is told', async () => {
      await journal.append([story('1')], by);
      const other = await backend.open(place);
      const results = await Promise.allSettled(
        [journal, other].map((j) => j.append([story('1', { expect: 1 })], by)),
      );
      await other.close();
      expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await journal.head()).seq).toBe(2);
    });

    test('changes a document twice in one append', async () => {
      const receipts = await journal.append([story('1'), story('1', { expect: 1 })], by);
      expect(receipts.map((r) => r.version)).toEqual([1, 2]);
    });

    test('gives a name to one document only, until it is freed', async () => {
      const address = { space: 'address', name: '/أرصفة' };
      await journal.append([story('1', { take: [address] })], by);
      const taken = await failure(journal.append([story('2', { take: [address] })], by));
      expect(taken.code).toBe('claim-taken');
      expect(taken.params).toEqual({ ...address, kind: 'story', id: '1' });

      // Its own once more is no fault, and nobody frees another's.
      await journal.append([story('1', { expect: 1, take: [address] }), story('3', { free: [address] })], by);
      expect(await journal.holders('address', ['/أرصفة', '/لا أحد'])).toEqual(
        new Map([['/أرصفة', { kind: 'story', id: '1' }]]),
      );
      // The same name in another space is another name; freed and taken in one append it changes hands.
      await journal.append(
        [
          story('1', { expect: 2, free: [address] }),
          story('4', { take: [address, { space: 'slug', name: '/أرصفة' }] }),
        ],
        by,
      );
      expect((await journal.holders('address', ['/أرصفة'])).get('/أرصفة')?.id).toBe('4');
      expect((await failure(journal.holders('address', Array(1001).fill('x')))).code).toBe('too-large');
    });

    test('keeps all of an append or nothing', async () => {
      await journal.append([story('taken', { take: [{ space: 's', name: 'n' }] })], by);
      const before = await journal.head();
      const job = { kind: 'index', payload: {}, dueAt: 0 };
      const spoilers = [story('taken'), story('x', { take: [{ space: 's', name: 'n' }] })];
      for (const spoiler of spoilers) {
        const good = story('good', { take: [{ space: 's', name: 'new' }], jobs: [job] });
        await failure(journal.append([good, spoiler], by));
      }
      expect(await journal.head()).toEqual(before);
      expect(await journal.current('story', 'good')).toBeUndefined();
      expect(await journal.holders('s', ['new'])).toEqual(new Map());
      expect(await journal.takeJob(['index'], 1, 1)).toBeUndefined();
    });

    test('refuses names that no store keeps to the letter', async () => {
      for (const id of ['', 'a\0b', '\ud800', 'x'.repeat(601)]) {
        expect((await failure(journal.append([story(id)], by))).code).toBe('bad-request');
        expect((await failure(journal.append([story('1')], { actor: id, at: 1 }))).code).toBe('bad-request');
        const take = [{ space: 's', name: id }];
        expect((await failure(journal.append([story('1', { take })], by))).code).toBe('bad-request');
      }
      expect((await failure(journal.append([story('1')], { actor: 'x', at: 0.5 }))).code).toBe('bad-request');
    });

    test('numbers without a gap while eight writers append at once', async () => {
      const writers = Array.from({ length: 8 }, (_, i) => write(`w${i}`, 25));
      const codes = await Promise.all(writers.map(async (w) => ((await once(w, 'exit')) as [number])[0]));
      expect(codes).toEqual(Array(8).fill(0));
      const entries = await journal.entries(0, 5000);
      expect(entries.map((e) => e.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      for (let w = 0; w < 8; w++) {
        const own = entries.filter((e) => e.actor === `w${w}`).map((e) => e.at);
        expect(own).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
      }
      expect(await journal.verify()).toEqual({ entries: 200 });
    });

    test('loses nothing acknowledged when its process is killed', async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < 12; round++) {
        const writer = write(`r${round}`, 100_000);
        const output: string[] = [];
        writer.stdout?.setEncoding('utf8').on('data', (text: string) => output.push(text));
        // Not before the first is acknowledged, then at any moment, also in the middle of a commit.
        if (writer.stdout) await Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')]);
        await new Promise((r) => setTimeout(r, Math.random() * 60));
        writer.kill('SIGKILL');
        await once(writer, 'close');
        acknowledged.push(...output.join('').split('\n').slice(0, -1));
      }
      await reopen();
      expect(acknowledged.length).toBeGreaterThanOrEqual(12);
      for (const line of acknowledged) {
        const [seq, id = ''] = line.split(' ');
        expect(await journal.current('story', id)).toMatchObject({ seq: Number(seq), version: 1 });
        expect((await journal.holders('address', [`/${id}`])).size).toBe(1);
      }
      const { seq } = await journal.head();
      expect(await journal.verify()).toEqual({ entries: seq });
      // Jobs came with their entries, one each, also for those in the middle of which it was killed.
      let jobs = 0;
      while (await journal.takeJob(['index'], 1_000_000, 1_000_000)) jobs++;
      expect(jobs).toBe(seq);
    });

    test('reserves numbers that are never given twice', async () => {
      expect(await journal.reserve('story', 1)).toBe(1);
      expect(await journal.reserve('story', 10)).toBe(2);
      const other = await backend.open(place);
      const firsts = await Promise.all([journal, other, journal, other].map((j) => j.reserve('story', 5)));
      await other.close();
      expect(firsts.sort((a, b) => a - b)).toEqual([12, 17, 22, 27]);
      expect(await journal.reserve('desk', 1)).toBe(1);
      expect((await failure(journal.reserve('story', 0))).code).toBe('bad-request');
    });

    test('blanks what the law removes, says who and why, and still verifies', async () => {
      await journal.append([story('1'), story('1', { expect: 1 }), story('2')], by);
      const receipt = await journal.redact(
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
      const revisions = await journal.revisions('story', '1');
      expect(revisions.map((r) => r.content === null)).toEqual([true, false, false]);
      expect(revisions[2]).toMatchObject({
        action: 'redact',
        actor: 'المحامي',
        content: { id: '1', status: 'killed' },
        redacts: [1],
        note: 'حكم محكمة',
      });
      expect(await journal.verify()).toEqual({ entries: 4 });

      const all = { kind: 'story', id: '2', why: 'طلب', replacement: {} } as const;
      await journal.redact(all, by);
      expect((await journal.revisions('story', '2')).map((r) => r.content)).toEqual([null, {}]);
      expect(await journal.verify()).toEqual({ entries: 5 });
      expect((await failure(journal.redact({ ...all, id: 'none' }, by))).code).toBe('not-found');
      expect((await failure(journal.redact({ ...all, versions: [1, 7] }, by))).code).toBe('not-found');
      expect((await journal.head()).seq).toBe(5);
    });

    test('notices when a stored revision was changed behind its back', async () => {
      await journal.append([story('1'), story('2'), story('3')], by);
      await backend.tamper(place, 2, { id: '2', headline: 'عنوان آخر' });
      expect(await journal.verify()).toEqual({ entries: 1, brokenAt: 2, reason: 'content' });
    });

    test('hands out due jobs one at a time, oldest first, and again when a runner dies', async () => {
      const job = (n: number, dueAt: number, kind = 'index') => ({ kind, payload: { n }, dueAt });
      await journal.append(
        [story('1', { jobs: [job(1, 20), job(2, 10), job(3, 99), job(4, 0, 'mail')] })],
        by,
      );
      const take = () => journal.takeJob(['index', 'purge'], 50, 100);
      const first = await take();
      expect(first).toMatchObject({ kind: 'index', payload: { n: 2 }, dueAt: 10, attempts: 0 });
      const second = await take();
      expect(second).toMatchObject({ payload: { n: 1 } });
      expect(await take()).toBeUndefined();

      await journal.finishJob(first?.id ?? 0);
      await journal.finishJob(second?.id ?? 0, 60);
      expect(await journal.queue(59)).toMatchObject({ due: expect.any(Number) });
      const { waiting, due } = await journal.queue(1_000_000);
      expect([waiting > 0, due]).toEqual([true, waiting]);
      expect(await take()).toBeUndefined();
      const again = await journal.takeJob(['index'], 60, 10);
      expect(again).toMatchObject({ payload: { n: 1 }, attempts: 1 });
      // Its lease ran out: someone else has it, and that was an attempt.
      expect(await journal.takeJob(['index'], 70, 10)).toMatchObject({ id: again?.id, attempts: 2 });
    });

    test('never hands one job to two runners', async () => {
      const jobs = Array.from({ length: 30 }, (_, n) => ({ kind: 'index', payload: { n }, dueAt: 0 }));
      await journal.append([story('1', { jobs })], by);
      const other = await backend.open(place);
      const taken = await Promise.all(
        Array.from({ length: 40 }, (_, i) => (i % 2 ? journal : other).takeJob(['index'], 1, 1000)),
      );
      await other.close();
      const ids = taken.flatMap((j) => (j ? [j.id] : []));
      expect(new Set(ids).size).toBe(30);
      expect(ids.length).toBe(30);
    });

    test('counts a batch of reads once, however often it is sent', async () => {
      const counts = [
        { story: 1, hour: 3_600_000, reads: 5 },
        { story: 2, hour: 3_600_000, reads: 1 },
      ];
      const sent = await Promise.all(
        Array.from({ length: 5 }, () => journal.addTallies({ key: 'a', at: 1, counts })),
      );
      expect(sent.filter(Boolean).length).toBe(1);
      expect(await journal.addTallies({ key: 'b', at: 2, counts: counts.slice(1) })).toBe(true);
      await reopen();
      expect(await journal.addTallies({ key: 'a', at: 1, counts })).toBe(false);
      expect(await journal.tallies(0, 10)).toEqual([
        { seq: 1, key: 'a', at: 1, counts },
        { seq: 2, key: 'b', at: 2, counts: counts.slice(1) },
      ]);
      expect(await journal.tallies(1, 10)).toMatchObject([{ seq: 2 }]);
      expect(await journal.tallies(0, 1)).toMatchObject([{ seq: 1 }]);
    });

    test('keeps a secret for ever, and the same for everyone', async () => {
      const other = await backend.open(place);
      const asked = await Promise.all([journal.secret('reads'), other.secret('reads'), journal.secret('x')]);
      await other.close();
      expect(asked[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(asked[1]).toBe(asked[0]);
      expect(asked[2]).not.toBe(asked[0]);
      await reopen();
      expect(await journal.secret('reads')).toBe(asked[0]);
    });

    test('keeps everything when it is closed and opened again', async () => {
      await journal.append([story('1', { take: [{ space: 's', name: 'n' }] })], by);
      await journal.reserve('story', 3);
      const before = [await journal.head(), await journal.entries(0, 10)];
      await reopen();
      expect([await journal.head(), await journal.entries(0, 10)]).toEqual(before);
      expect((await journal.holders('s', ['n'])).size).toBe(1);
      expect(await journal.reserve('story', 1)).toBe(4);
    });

    test('closing waits for what is under way', async () => {
      const appended = Promise.all(Array.from({ length: 20 }, (_, i) => journal.append([story(`${i}`)], by)));
      await journal.close();
      expect((await appended).flat().map((r) => r.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      await reopen();
      expect((await journal.head()).seq).toBe(20);
    });

    test(
      'versions, numbers and the chain stay consistent whatever is appended',
      { timeout: 120_000 },
      async () => {
        const change = fc.record({
          id: fc.constantFrom('a', 'b', 'c'),
          stale: fc.boolean(),
          name: fc.option(fc.constantFrom('n1', 'n2', 'n3'), { nil: undefined }),
          content: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 3 }),
        });
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
            async (batches) => {
              const own = await backend.makePlace();
              const tried = await backend.open(own);
              // What should be there: a model of versions, names and entries.
              let versions: Record<string, number> = {};
              let holders = new Map<string, string>();
              let entries = 0;
              for (const batch of batches) {
                const then = { versions: { ...versions }, holders: new Map(holders) };
                let wrong = false;
                const changes = batch.map(({ id, stale, name: taken, content }) => {
                  const version = then.versions[id] ?? 0;
                  wrong ||= stale || (taken !== undefined && (then.holders.get(taken) ?? id) !== id);
                  then.versions[id] = version + 1;
                  if (taken !== undefined) then.holders.set(taken, id);
                  const take = taken === undefined ? [] : [{ space: 's', name: taken }];
                  return story(id, { expect: stale ? version + 1 : version, content, take });
                });
                if (wrong) await failure(tried.append(changes, by));
                else {
                  await tried.append(changes, by);
                  ({ versions, holders } = then);
                  entries += changes.length;
                }
              }
              expect(await tried.verify()).toEqual({ entries });
              expect((await tried.head()).seq).toBe(entries);
              for (const id of ['a', 'b', 'c']) {
                expect((await tried.current('story', id))?.version).toBe(versions[id]);
              }
              const kept = await tried.holders('s', ['n1', 'n2', 'n3']);
              expect(new Map([...kept].map(([n, h]) => [n, h.id]))).toEqual(holders);
              await tried.close();
              await backend.removePlace(own);
            },
          ),
          { numRuns: 25 },
        );
      },
    );
  });
}
