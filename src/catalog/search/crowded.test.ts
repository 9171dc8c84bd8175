import { expect, test } from 'vitest';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { Database, number } from '../sqlite.ts';
import { Days } from '../public/days.ts';
import { find } from './find.ts';
import { readQuestion } from './question.ts';

test('an archive whose stories all say midnight is indexed whole, and ranked within bounds', async () => {
  const newsroom = await Newsroom.open();
  try {
    await newsroom.stories(
      Array.from({ length: 4200 }, (_, i) =>
        makeStory(i + 1, {
          headline: i === 17 ? 'الحصاد القديم وفير' : `تقرير ${i}`,
          body: [{ type: 'paragraph', text: [{ text: 'الحصاد في القرية' }] }],
          firstPublishedAt: noon + (i < 100 ? 0 : 86_400_000),
        }),
      ),
    );
    (await newsroom.catalog({ search: true })).close();
    const db = new Database(newsroom.file('search'), { readOnly: true });
    expect(number(db.get('SELECT count(*) FROM doc')?.[0])).toBe(4200);
    const ask = (q: string, sort: 'relevance' | 'newest', from?: string) =>
      find(
        db,
        readQuestion(q),
        { limit: 5, offset: 0, sort, ...(from === undefined ? {} : { from }) },
        new Days('UTC'),
      );
    const found = ask('الحصاد', 'relevance');
    expect(found).toMatchObject({ total: 4200, capped: false });
    // Older than the newest three thousand, but it says so in the headline.
    expect(found.stories[0]).toBe(18);
    expect(ask('الحصاد', 'newest').stories).not.toContain(18);
    expect(ask('الحصاد', 'relevance', '2026-10-02').total).toBe(4100);
    db.close();
  } finally {
    await newsroom.close();
  }
});
