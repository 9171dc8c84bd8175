import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type StoredBlock, storedBlock } from '../model/block.ts';
import { bodyText } from '../model/plain-text.ts';
import { type Story, story as storySchema } from '../model/story.ts';
import { type DraftFields, fieldsOf, seedOf } from './draft.ts';
import { documentOf } from './from-blocks.ts';
import { editingSchema, textFields, valueFields } from './schema.ts';
import { blocksOf } from './to-blocks.ts';

const blocks: StoredBlock[] = [
  {
    type: 'paragraph',
    text: [
      { text: 'قال ' },
      { text: 'المدير', strong: true },
      { text: ' إن ' },
      { text: 'Port of Coast', lang: 'en', em: true },
      { text: '\nسطر ثان، و' },
      { text: 'رابط', href: 'https://example.org/a?b=1' },
    ],
  },
  { type: 'heading', level: 2, text: [{ text: 'ما قبل الترميم' }] },
  { type: 'list', ordered: true, items: [[{ text: 'أول' }], [{ text: 'ثان', strong: true }]] },
  { type: 'list', ordered: false, items: [[{ text: 'نقطة' }]] },
  {
    type: 'quotation',
    paragraphs: [[{ text: 'عدنا إلى البحر.' }], [{ text: 'وهذا يكفي.' }]],
    speaker: 'سالم الحداد',
    role: 'صيّاد',
  },
  { type: 'pull-quote', text: 'عدنا إلى البحر' },
  {
    type: 'image',
    picture: { media: 'port', alt: 'الميناء', caption: 'الميناء بعد الترميم' },
    size: 'inset',
  },
  { type: 'gallery', pictures: [{ media: 'a' }, { url: 'https://example.org/b.jpg' }] },
  {
    type: 'table',
    caption: 'أسعار السمك',
    head: [[{ text: 'الصنف' }], [{ text: 'السعر' }]],
    rows: [
      [[{ text: 'سردين' }], [{ text: '٣ دنانير' }]],
      [[{ text: 'دنيس' }], []],
    ],
  },
  { type: 'embed', provider: 'YouTube', url: 'https://youtube.example/v/1', title: 'جولة في الميناء' },
  { type: 'correction', at: 1_764_000_000_000, text: 'كان الاسم خطأ.' },
  { type: 'related', stories: [4, 8] },
  { type: 'unknown', original: { kind: 'poll', options: ['نعم', 'لا'] } },
];

const story = storySchema.parse({
  id: 7,
  kind: 'news',
  status: 'draft',
  section: 'economy',
  slug: 'افتتاح-الميناء',
  headline: 'افتتاح ميناء الصيد القديم بعد ترميمه',
  kicker: 'تراث',
  standfirst: 'عادت القوارب.',
  byline: { people: [{ name: 'هدى', person: 'huda' }], agency: 'وكالة' },
  dateline: 'الساحل',
  body: blocks,
  lead: { media: 'port' },
  topics: ['sea'],
  people: [],
  places: ['coast'],
  organisations: [],
  language: 'ar',
  urgency: 3,
  embargoUntil: 1_764_000_000_000,
  corrections: [],
  related: [3],
  translations: { en: 9 },
  seo: { title: 'الميناء' },
  tags: ['بحر'],
});

/** All that is said, in order, without lines and marks. */
const lettersOf = (body: readonly StoredBlock[]) => bodyText(body).replaceAll(/\n+/g, '');

const opened = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};

describe('a draft', () => {
  test('says what the story said, field by field', () => {
    const fields = fieldsOf(opened(seedOf(story)));
    for (const field of [...textFields, ...valueFields, 'body'] as const)
      expect([field, fields[field]]).toEqual([field, story[field]]);
  });

  test('of a story with few fields has the others empty', () => {
    const bare: Story = { ...story, body: [], kicker: undefined, tags: undefined, seo: undefined, slug: '' };
    const fields = fieldsOf(opened(seedOf(bare)));
    expect(fields).toMatchObject({ body: [], slug: '' });
    expect(fields.kicker).toBeUndefined();
    expect(fields.tags).toBeUndefined();
  });

  test('joins what two people typed at once', () => {
    const seed = seedOf(story);
    const [mine, theirs] = [opened(seed), opened(seed)];
    mine.getText('headline').insert(0, 'عاجل: ');
    const headline = theirs.getText('headline');
    headline.insert(headline.length, ' اليوم');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    expect(fieldsOf(mine)).toEqual(fieldsOf(theirs));
    expect(fieldsOf(mine).headline).toBe('عاجل: افتتاح ميناء الصيد القديم بعد ترميمه اليوم');
  });

  test('that an editor filled with nonsense is read without failing', () => {
    const doc = opened(seedOf(story));
    doc.getMap('values').set('byline', 'لا شيء');
    const strange = new Y.XmlElement('iframe');
    strange.setAttribute('src', 'https://evil.example');
    doc.getXmlFragment('body').insert(0, [strange]);
    const fields = fieldsOf(doc);
    expect(fields.byline).toBe('لا شيء');
    expect((fields.body as StoredBlock[])[0]?.type).toBe('unknown');
  });
});

describe('the body in the editor', () => {
  test('is a document that the schema accepts', () => {
    for (const body of [
      blocks,
      [],
      [{ type: 'list', ordered: true, items: [] }],
      [{ type: 'table', head: [], rows: [] }],
    ])
      expect(() => editingSchema.nodeFromJSON(documentOf(body as StoredBlock[])).check()).not.toThrow();
  });

  test('leaves out what says nothing: empty paragraphs, lists and tables', () => {
    const empty = [
      { type: 'paragraph', text: [] },
      { type: 'table', head: [], rows: [[[]]] },
    ] as StoredBlock[];
    expect(blocksOf(documentOf(empty))).toEqual([]);
  });

  test('comes back as it went in, whatever is in it', () => {
    const run = fc.record(
      {
        text: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
          .filter((text) => !text.includes('\r')),
        strong: fc.constant(true as const),
        lang: fc.constantFrom('en', 'fr'),
      },
      { requiredKeys: ['text'] },
    );
    const runs = fc.array(run, { minLength: 1, maxLength: 4 });
    const block: fc.Arbitrary<StoredBlock> = fc.oneof(
      runs.map((text) => ({ type: 'paragraph' as const, text })),
      fc
        .array(runs, { minLength: 1, maxLength: 3 })
        .map((items) => ({ type: 'list' as const, ordered: true, items })),
      fc
        .array(runs, { minLength: 1, maxLength: 3 })
        .map((paragraphs) => ({ type: 'quotation' as const, paragraphs })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (body) => {
        const once = blocksOf(documentOf(body));
        expect(lettersOf(once)).toBe(lettersOf(body));
        expect(blocksOf(documentOf(once))).toEqual(once);
        const fields = fieldsOf(opened(seedOf({ ...story, body: once }))) as DraftFields;
        expect(fields.body).toEqual(once);
        for (const one of once) expect(storedBlock.safeParse(one).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
