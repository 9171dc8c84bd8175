import { describe, expect, it } from 'vitest';
import { readStoryLine } from './story-line.ts';

const read = (line: object | string) =>
  readStoryLine(typeof line === 'string' ? line : JSON.stringify(line), 'Asia/Riyadh');
const story = (line: object) => {
  const result = read(line);
  if ('problem' in result) throw new Error(JSON.stringify(result));
  return result.story;
};

describe('a story on a line', () => {
  it('under our own names', () => {
    expect(
      story({
        id: 0,
        title: 'افتتاح الجسر',
        abstract: 'بعد عام من العمل',
        text: 'فقرة أولى.\nفقرة ثانية.',
        category: 'local',
        published: '2015-08-05',
        url: 'https://a.example/1',
        authors: ['منى حسن'],
        tags: ['جسور', 'نقل'],
        image: 'https://a.example/1.jpg',
      }),
    ).toEqual({
      id: '0',
      headline: 'افتتاح الجسر',
      standfirst: 'بعد عام من العمل',
      body: [
        { type: 'paragraph', text: [{ text: 'فقرة أولى.' }] },
        { type: 'paragraph', text: [{ text: 'فقرة ثانية.' }] },
      ],
      category: 'local',
      published: Date.UTC(2015, 7, 4, 21),
      url: 'https://a.example/1',
      authors: ['منى حسن'],
      tags: ['جسور', 'نقل'],
      image: 'https://a.example/1.jpg',
    });
  });

  it('under the names of other systems', () => {
    expect(
      story({
        _id: { $oid: 'abc' },
        headline: 'خبر',
        description: 'ملخص',
        content_html: '<p>نص <b>مهم</b></p><script>1</script>',
        categories: [{ name: 'رياضة' }],
        datePublished: '2015-08-05T12:30:00Z',
        permalink: 'https://a.example/2',
        author: { name: 'علي' },
        keywords: 'كرة، قدم',
        thumbnail: { url: 'https://a.example/2.jpg' },
      }),
    ).toMatchObject({
      id: 'abc',
      headline: 'خبر',
      standfirst: 'ملخص',
      body: [{ type: 'paragraph', text: [{ text: 'نص ' }, { text: 'مهم', strong: true }] }],
      category: 'رياضة',
      published: Date.UTC(2015, 7, 5, 12, 30),
      authors: ['علي'],
      tags: ['كرة', 'قدم'],
      image: 'https://a.example/2.jpg',
    });
    expect(
      story({
        guid: 'g',
        title: { rendered: 'عنوان' },
        content: { rendered: '<p>نص</p>' },
        pubDate: 'Wed, 05 Aug 2015 12:30:00 GMT',
      }),
    ).toMatchObject({ id: 'g', headline: 'عنوان', published: Date.UTC(2015, 7, 5, 12, 30) });
  });

  it('dates as archives write them', () => {
    const at = (published: unknown) => story({ id: 1, title: 'ت', published }).published;
    expect(at('05/08/2015')).toBe(Date.UTC(2015, 7, 4, 21));
    expect(at('2015-08-05T123000')).toBe(Date.UTC(2015, 7, 5, 9, 30));
    expect(at(1438777800)).toBe(Date.UTC(2015, 7, 5, 12, 30));
    expect(at('')).toBeUndefined();
    expect(at(null)).toBeUndefined();
  });

  it('an address is the id where there is no other', () => {
    expect(story({ title: 'ت', link: 'https://a.example/3' }).id).toBe('https://a.example/3');
  });

  it('a summary that is the beginning of the text is not kept twice', () => {
    expect(
      story({ id: 1, title: 'ت', abstract: 'فقرة أولى', text: 'فقرة أولى وبقيتها.' }).standfirst,
    ).toBeUndefined();
  });

  it('an empty title is taken from the text, and said to be', () => {
    const result = read({ id: 1, title: ' ', text: 'فاض النهر ليلة أمس. ولم يصب أحد.' });
    expect(result).toMatchObject({ derivedHeadline: true, story: { headline: 'فاض النهر ليلة أمس' } });
  });

  it('text is cleaned; what is too long is cut at a word', () => {
    const made = story({ id: 1, title: `\u202bعنوان\u202c ${'كلمة '.repeat(200)}`, text: 'أ\u0000ب' });
    expect(made.headline.startsWith('عنوان كلمة')).toBe(true);
    expect(made.headline.length).toBeLessThanOrEqual(400);
    expect(made.headline.endsWith('…')).toBe(true);
    expect(made.body).toEqual([{ type: 'paragraph', text: [{ text: 'أب' }] }]);
  });

  it('addresses that are none are left out', () => {
    expect(story({ id: 1, title: 'ت', url: 'javascript:alert(1)', image: 'x.jpg' })).toEqual({
      id: '1',
      headline: 'ت',
      authors: [],
      tags: [],
      body: [],
    });
  });
});

describe('a line that is no story', () => {
  const cases: [string | object, object][] = [
    ['{"id": 1, "title": "ت"', { problem: 'not-json' }],
    ['[1]', { problem: 'not-object' }],
    ['null', { problem: 'not-object' }],
    [{ id: 1 }, { problem: 'no-title' }],
    [{ id: 1, title: '', text: '' }, { problem: 'no-title' }],
    [{ title: 'ت' }, { problem: 'no-id' }],
    [
      { id: 1, title: ['ت'] },
      { problem: 'wrong-type', field: 'title' },
    ],
    [
      { id: true, title: 'ت' },
      { problem: 'wrong-type', field: 'id' },
    ],
    [
      { id: 1, title: 'ت', text: { a: 1 } },
      { problem: 'wrong-type', field: 'text' },
    ],
    [
      { id: 1, title: 'ت', published: 'أمس' },
      { problem: 'bad-date', field: 'published', value: '"أمس"' },
    ],
    [{ id: 1, title: 'ت', published: '2015-02-30' }, { problem: 'bad-date' }],
    [
      { id: 'x'.repeat(501), title: 'ت' },
      { problem: 'too-long-field', field: 'id' },
    ],
  ];
  for (const [line, problem] of cases) {
    it(JSON.stringify(line).slice(0, 60), () => expect(read(line)).toMatchObject(problem));
  }
});
