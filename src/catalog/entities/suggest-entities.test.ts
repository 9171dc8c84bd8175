import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entity, EntityKind } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { makeStory, Newsroom } from '../fixtures/newsroom.ts';
import { type EntitySuggestions, suggestEntities } from './suggest-entities.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

/** What is suggested now, when all that was saved is applied. */
async function suggested(story: Story): Promise<EntitySuggestions> {
  const catalog = await newsroom.catalog();
  try {
    return suggestEntities(catalog, story);
  } finally {
    catalog.close();
  }
}

const record = (kind: EntityKind, id: string, name: string, more: Partial<Entity> = {}) =>
  newsroom.save(kind, id, { id, name, slug: id, otherNames: [], ...more });
const paragraphs = (...texts: string[]) =>
  texts.map((text) => ({ type: 'paragraph' as const, text: [{ text }] }));

describe('the people, places and organisations of a story', () => {
  it('are suggested with the records of the newsroom, or as new', async () => {
    await record('person', 'p1', 'نضال الأخضري');
    await record('organisation', 'o1', 'نادي ضفاف النهر');
    const story = makeStory(1, {
      headline: 'الأخضري يعود إلى نادي ضفاف النهر',
      people: ['p1'],
      body: paragraphs('عاد نضال الأخضري إلى تونس، وقال سمير الكوكي إن الأخضري في أحسن حال.'),
    });
    const { certain, uncertain } = await suggested(story);
    expect(uncertain).toEqual([]);
    expect(
      certain.map(({ name, record: id, linked, mentions }) => [name, id, linked, mentions.length]),
    ).toEqual([
      ['نضال الأخضري', 'p1', true, 3],
      ['نادي ضفاف النهر', 'o1', false, 1],
      ['تونس', 'new', false, 1],
      ['سمير الكوكي', 'new', false, 1],
    ]);
    const [first] = certain[0]?.mentions ?? [];
    expect(story.headline.slice(first?.start, first?.end)).toBe('الأخضري');
  });

  it('follow the records: another spelling, a merge, a removal', async () => {
    await record('organisation', 'o1', 'نادي ضفاف النهر');
    await record('organisation', 'o2', 'نادي النهر القديم');
    const story = makeStory(1, { headline: 'فاز نادي النهر القديم', body: paragraphs('نص.') });
    const ids = async () => (await suggested(story)).certain.map(({ record: id }) => id);
    expect(await ids()).toEqual(['o2']);
    await record('organisation', 'o2', 'نادي النهر القديم', { mergedInto: 'o1' });
    expect(await ids()).toEqual(['o1']);
  });

  it('who may be either of two are not certain', async () => {
    await record('person', 'p1', 'لافروف', { slug: 'a' });
    const story = makeStory(1, { headline: 'لافروف في القاهرة', body: paragraphs('نص.') });
    const { certain, uncertain } = await suggested(story);
    expect(certain.map(({ name }) => name)).toEqual(['القاهرة']);
    expect(uncertain.map(({ record: id }) => id)).toEqual(['p1']);
  });
});
