import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { by, failure, story, type JournalBackend } from './backend.ts';

/** Whatever is appended, against a model of what should be there. Run on each backend. */
export function modelContract(name: string, backend: JournalBackend): void {
  describe(`whatever is kept by ${name}`, () => {
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
