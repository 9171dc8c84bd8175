import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListMaker, OpenList } from './lists.ts';
import { ListSeeker } from './list-seeker.ts';

const lists = fc.uniqueArray(fc.nat({ max: 60_000 }), { maxLength: 2000, size: 'max' });

test('a story looked up alone weighs what it weighs in the list that is read whole', () => {
  const maker = new ListMaker();
  const seeker = new ListSeeker();
  fc.assert(
    fc.property(lists, fc.array(fc.nat({ max: 60_100 }), { maxLength: 40 }), (inList, others) => {
      const slots = inList.toSorted((a, b) => a - b);
      for (const slot of slots) maker.add(slot, 1 + (slot % 255));
      const made = maker.take();
      const list = { ...made, bytes: made.bytes.slice() };
      expect([...new OpenList().read(list.bytes).slots.subarray(0, slots.length)]).toEqual(slots);
      const some = slots.filter((_, i) => i % 97 === 0);
      const asked = [...new Set([...some, ...others])].sort((a, b) => a - b);
      seeker.open(list);
      const there = new Set(slots);
      for (const slot of asked)
        expect(seeker.weightAt(slot), String(slot)).toBe(there.has(slot) ? 1 + (slot % 255) : 0);
    }),
    { numRuns: 60 },
  );
});
