import { expect, test } from 'vitest';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { Days } from '../public/days.ts';
import { Database } from '../sqlite.ts';
import { find } from './find.ts';
import { readQuestion } from './question.ts';

const words =
  'مطر قمح جسر ميناء حصاد سوق نهر جبل طريق مدرسة كتاب قلم شمس قمر ليل بحر سفينة قطار زيتون عنب تفاح خبز ملح سكر ذهب فضة نحاس حديد خشب حجر'.split(
    ' ',
  );
const stories = 3000;

/** Numbers that are the same each time (Mulberry32, Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('stories that are passed over unread are none of the best', async () => {
  const random = seeded(11);
  // The first of the words stand in most stories, the last ones in few.
  const draw = () => words[Math.floor(random() ** 2.5 * words.length)] ?? '';
  const several = (n: number) => Array.from({ length: n }, draw).join(' ');
  const newsroom = await Newsroom.open();
  try {
    await newsroom.stories(
      Array.from({ length: stories }, (_, i) =>
        makeStory(i + 1, {
          headline: several(3),
          body: [{ type: 'paragraph', text: [{ text: several(4 + Math.floor(random() * 30)) }] }],
          firstPublishedAt: noon + Math.floor(random() * 1000) * 86_400_000,
        }),
      ),
    );
    (await newsroom.catalog({ search: true })).close();
    const db = new Database(newsroom.file('search'), { readOnly: true });
    const ask = (q: string, limit: number) =>
      find(db, readQuestion(q), { limit, offset: 0, sort: 'relevance', mostReadWhole: 0 }, new Days('UTC'));
    let passed = 0;
    for (let i = 0; i < 120; i++) {
      const q = several(1 + (i % 5));
      // Who asks for all of them has all of them read.
      const whole = ask(q, stories);
      const best = ask(q, 10);
      expect(best.stories, q).toEqual(whole.stories.slice(0, 10));
      expect(whole.capped, q).toBe(false);
      expect(best.total, q).toBeLessThanOrEqual(whole.total);
      if (best.capped) passed++;
      else expect(best.total, q).toBe(whole.total);
    }
    expect(passed).toBeGreaterThan(10);
    db.close();
  } finally {
    await newsroom.close();
  }
});
