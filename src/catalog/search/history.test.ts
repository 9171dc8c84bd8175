import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexTerms } from '../../arabic/analyse.ts';
import type { Story } from '../../model/story.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { Days } from '../public/days.ts';
import { Database } from '../sqlite.ts';
import { find } from './find.ts';
import { readQuestion } from './question.ts';

const words = ['مطر', 'قمح', 'جسر', 'ميناء', 'حصاد', 'سوق'];
const some = (least: number, most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most }).map((all) => all.join(' '));
/** What happens to one of a few stories: written (anew), or taken from readers; then perhaps the index follows. */
const step = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  headline: some(1, 3),
  body: some(0, 6),
  public: fc.boolean(),
  section: fc.constantFrom('politics', 'sports'),
  day: fc.integer({ min: 0, max: 3 }),
  follow: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const storyOf = ({ id, headline, body, public: open, section, day }: Step): Story =>
  makeStory(id, {
    headline,
    section,
    status: open ? 'published' : 'unpublished',
    firstPublishedAt: noon + day * 86_400_000,
    body: body === '' ? [] : [{ type: 'paragraph', text: [{ text: body }] }],
  });

/** The stories that a plain reading of all texts finds. */
function plainly(stories: readonly Step[], holds: (texts: string[]) => boolean): number[] {
  return stories
    .filter((one) => one.public && holds([one.headline, one.body].map((text) => ` ${indexTerms(text)} `)))
    .map(({ id }) => id)
    .toSorted((a, b) => a - b);
}

test('whatever was written and taken back before, the index finds what a plain reading finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const newsroom = await Newsroom.open();
      try {
        const present = new Map<number, Step>();
        for (const one of steps) {
          await newsroom.story(storyOf(one));
          present.set(one.id, one);
          if (one.follow) (await newsroom.catalog({ search: true })).close();
        }
        (await newsroom.catalog({ search: true })).close();
        const stories = [...present.values()];
        const db = new Database(newsroom.file('search'), { readOnly: true });
        const ask = (q: string, more: Partial<Parameters<typeof find>[2]> = {}) =>
          find(
            db,
            readQuestion(q),
            { limit: 10, offset: 0, sort: 'relevance', ...more },
            new Days('UTC'),
          ).stories.toSorted((a, b) => a - b);
        const stems = words.map((word) => ` ${indexTerms(word)} `);
        for (const [i, word] of words.entries()) {
          const own = stems[i] ?? '';
          const other = stems[(i + 1) % stems.length] ?? '';
          const next = words[(i + 1) % words.length] ?? '';
          const has = (texts: string[], stem: string) => texts.some((text) => text.includes(stem));
          const single = plainly(stories, (texts) => has(texts, own));
          expect([word, ask(word)]).toEqual([word, single]);
          expect([word, ask(`${word} -${next}`)]).toEqual([
            word,
            plainly(stories, (texts) => has(texts, own) && !has(texts, other)),
          ]);
          const pair = own + other.trimStart();
          expect([word, next, ask(`"${word} ${next}"`)]).toEqual([
            word,
            next,
            plainly(stories, (texts) => texts.some((text) => text.includes(pair))),
          ]);
          const inSports = (id: number) => present.get(id)?.section === 'sports';
          expect(ask(word, { section: 'sports' })).toEqual(single.filter(inSports));
          const onDay = (id: number) => (present.get(id)?.day ?? 0) >= 2;
          expect(ask(word, { from: '2026-10-03' })).toEqual(single.filter(onDay));
        }
        db.close();
      } finally {
        await newsroom.close();
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
