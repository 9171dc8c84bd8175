import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Story } from '../../model/story.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { Database } from '../sqlite.ts';
import { verify } from '../verify.ts';
import { nearDuplicates, openCurrentSimilar, type NearDuplicate } from './near-duplicates.ts';
import { openSimilar } from './similar.ts';

const wire =
  'افتتحت بلدية المدينة صباح اليوم سوق الخضار الجديدة قرب المرفأ القديم بعد أعمال استمرت ثلاث سنوات. وقال رئيس البلدية إن السوق ' +
  'تضم مئتي متجر ومواقف للسيارات وحديقة صغيرة للأطفال، وإنها تعمل من السادسة صباحا حتى العاشرة مساء كل أيام الأسبوع.';
const edited = wire.replace('صباح اليوم', 'ظهر أمس').replace('مئتي', '٢٠٠');
const other =
  'فاز منتخب كرة اليد على ضيفه بفارق هدفين في المباراة التي أقيمت مساء السبت في القاعة الكبرى، وحجز بذلك مقعده في نصف النهائي للمرة ' +
  'الأولى منذ تسع سنوات.';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const withText = (id: number, text: string, changes: Partial<Story> = {}) =>
  makeStory(id, { body: [{ type: 'paragraph', text: [{ text }] }], ...changes });

async function near(of: Parameters<typeof nearDuplicates>[1]): Promise<NearDuplicate[]> {
  (await newsroom.catalog({ search: true })).close();
  const current = openCurrentSimilar(newsroom.dataDir);
  try {
    return nearDuplicates(current.files(), of);
  } finally {
    current.close();
  }
}
const ids = async (of: Parameters<typeof nearDuplicates>[1]) => (await near(of)).map(({ id }) => id);

test('the same agency story, lightly edited, is found with its headline and status, drafts included', async () => {
  await newsroom.story(withText(1, wire, { headline: 'افتتاح السوق', status: 'draft' }));
  await newsroom.story(withText(2, other));
  await newsroom.story(withText(3, edited, { headline: 'سوق جديدة' }));
  expect(await near(3)).toEqual([
    { id: 1, headline: 'افتتاح السوق', status: 'draft', similarity: expect.closeTo(0.6, 0) },
  ]);
  expect(await ids(1)).toEqual([3]);
  expect(await ids(2)).toEqual([]);
});

test('a text that is being written is compared before it is stored, without its own story', async () => {
  await newsroom.story(withText(1, wire));
  await newsroom.story(withText(2, edited));
  expect((await ids({ text: wire })).toSorted()).toEqual([1, 2]);
  expect((await near({ text: wire }))[0]).toMatchObject({ id: 1, similarity: 1 });
  expect(await ids({ text: wire, except: 1 })).toEqual([2]);
  expect(await ids({ text: 'ثلاث كلمات فقط' })).toEqual([]);
  expect(await ids({ text: '' })).toEqual([]);
});

test('harakat, hamza and punctuation make no difference', async () => {
  await newsroom.story(withText(1, wire));
  const careless = wire
    .replaceAll('أ', 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('.', ' ، ')
    .replace('سوق', 'سُوق');
  expect(await near({ text: careless })).toMatchObject([{ id: 1, similarity: 1 }]);
});

test('an edit, a kill and a removal take a story out, and what was alike is so no more', async () => {
  for (const id of [1, 2, 3, 4]) await newsroom.story(withText(id, wire));
  expect(await ids(4)).toEqual([3, 2, 1]);
  await newsroom.story(withText(1, other));
  await newsroom.story(withText(2, wire, { status: 'killed' }), 'kill');
  await newsroom.story(withText(3, wire, { status: 'unpublished' }), 'unpublish');
  expect(await ids(4)).toEqual([3]);
  expect(await ids(1)).toEqual([]);
  expect(await ids(2)).toEqual([]);
  expect(await ids({ text: other })).toEqual([1]);
  expect((await verify(newsroom.dataDir)).differences).toEqual([]);
});

test('of a redacted story no number stays in the file, and no word was ever there', async () => {
  await newsroom.story(withText(1, wire));
  await newsroom.story(withText(2, other));
  (await newsroom.catalog({ search: true })).close();
  const sketch = (story: number) => {
    const db = new Database(newsroom.file('similar'), { readOnly: true });
    const found = db.get('SELECT sketch FROM text WHERE story = ?', story)?.[0];
    db.close();
    return found as Uint8Array | undefined;
  };
  const before = Buffer.from(sketch(1) ?? []);
  expect(before.length).toBeGreaterThan(50);
  await newsroom.journal.redact(
    {
      kind: 'story',
      id: '1',
      why: 'حكم قضائي',
      replacement: { ...makeStory(1, { body: [] }), status: 'killed' },
    },
    { actor: 'editor', at: noon },
  );
  expect(await ids({ text: wire })).toEqual([]);
  expect(sketch(1)).toBeUndefined();
  for (const file of [newsroom.file('similar'), `${newsroom.file('similar')}-wal`]) {
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    expect(bytes.includes(before)).toBe(false);
    expect(bytes.includes('البلدية')).toBe(false);
  }
});

test('the public catalog knows nothing of it', async () => {
  await newsroom.story(withText(1, wire, { status: 'draft' }));
  (await newsroom.catalog({ search: true })).close();
  expect(readFileSync(newsroom.file('public')).includes('sketch')).toBe(false);
});

test('a text repeated a thousand times costs each copy a bounded number of pairs, and stays one group', async () => {
  await newsroom.stories(Array.from({ length: 1000 }, (_, i) => withText(i + 1, wire)));
  await newsroom.stories([withText(2001, other), withText(2002, other)]);
  expect((await ids({ text: wire })).length).toBe(32);
  const similar = openSimilar(newsroom.file('similar'));
  const groups = [...similar.groups()];
  expect(groups.map(({ stories }) => stories.length)).toEqual([2, 1000]);
  expect(groups[0]).toEqual({ stories: [2002, 2001], least: 1, most: 1 });
  expect([...similar.pairs(2001, 2002)]).toEqual([{ story: 2002, other: 2001, likeness: 1 }]);
  expect([...similar.pairs(1, 1000)].length).toBeLessThanOrEqual(32_000);
  similar.close();
  expect((await verify(newsroom.dataDir)).differences).toEqual([]);
});

test('it is rebuilt with the catalog, and a data folder of before gets it', async () => {
  await newsroom.story(withText(1, wire));
  await newsroom.story(withText(2, edited));
  (await newsroom.catalog({ search: true })).close();
  const { rebuild } = await import('../rebuild.ts');
  const old = newsroom.file('similar');
  await rebuild(newsroom.dataDir);
  expect(newsroom.file('similar')).not.toBe(old);
  expect(await ids(1)).toEqual([2]);

  const { catalogFile, readCurrent } = await import('../files.ts');
  const { writeFileSync } = await import('node:fs');
  const { similar: _, ...before } = readCurrent(newsroom.dataDir) ?? { similar: '' };
  writeFileSync(catalogFile(newsroom.dataDir, 'current.json'), JSON.stringify(before));
  expect(await ids(1)).toEqual([2]);
  expect(readCurrent(newsroom.dataDir)).toMatchObject(
    Object.fromEntries(Object.entries(before).filter(([key]) => key !== 'generation')),
  );
});
