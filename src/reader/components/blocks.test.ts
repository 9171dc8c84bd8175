import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';
import type { Block } from '../../model/block.ts';
import type { Media, Site } from '../../model/site.ts';
import { renderBody, type BodyContext } from './blocks.ts';
import { editionOf } from './edition.ts';
import { html } from './html.ts';

const site: Site = {
  name: 'المدار',
  language: 'ar',
  country: 'sy',
  timeZone: 'Asia/Damascus',
  digits: 'arab',
  hijri: true,
  about: [],
};
/** Of a catalog only what `editionOf` asks: who the site is. */
const edition = editionOf({ site: () => site, sections: () => [] } as unknown as PublicCatalog);
const media: Media = {
  id: 'm1',
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  width: 1000,
  height: 500,
  alt: 'قلعة على تلّ',
};
const card: StoryCard = {
  id: 7,
  section: 'culture',
  kind: 'news',
  headline: 'سوق الورّاقين تعود',
  slug: 'سوق-الوراقين-تعود',
  language: 'ar',
  publishedAt: 0,
  writers: [],
  words: 100,
};
const context: BodyContext = {
  edition,
  language: 'ar',
  media: new Map([['m1', media]]),
  cards: new Map([[7, card]]),
};
const render = (blocks: Block[], more: Partial<BodyContext> = {}) =>
  new JSDOM(renderBody(blocks, { ...context, ...more }).toString()).window.document.body;
const words = (text: string) => [{ text }];
const at = Date.UTC(2026, 10, 23, 7, 15);

describe('a body', () => {
  test('shows paragraphs with strong words, links and Latin names kept apart', () => {
    const body = render([
      {
        type: 'paragraph',
        text: [
          { text: 'قالت شركة Nordwind إن ' },
          { text: 'القرار', strong: true },
          { text: 'نهائي', href: 'https://example.org/x' },
          { text: 'بونجور', lang: 'fr' },
        ],
      },
    ]);
    expect(body.querySelector('p bdi[lang=en][dir=ltr]')?.textContent).toBe('Nordwind');
    expect(body.querySelector('strong')?.textContent).toBe('القرار');
    expect(body.querySelector('a[href="https://example.org/x"]')?.getAttribute('rel')).toBe('noopener');
    expect(body.querySelector('bdi[lang=fr]')?.getAttribute('dir')).toBe('ltr');
  });

  test('sets the dateline before the first words, inline', () => {
    const dateline = html`<span class="dateline">موسكو ـ</span>`;
    const body = render(
      [
        { type: 'image', picture: { media: 'm1' }, size: 'full' },
        { type: 'paragraph', text: words('أعلن المختبر') },
      ],
      { dateline },
    );
    expect(body.querySelector('p')?.textContent).toBe('موسكو ـ أعلن المختبر');
    expect(
      render([{ type: 'pull-quote', text: 'نعم' }], { dateline }).querySelector('p .dateline'),
    ).not.toBeNull();
  });

  test('skips no level of headings', () => {
    const levels = (blocks: Block[]) =>
      [...render(blocks).querySelectorAll('h2,h3,h4')].map((heading) => heading.tagName);
    const heading = (level: 2 | 3): Block => ({ type: 'heading', level, text: words('عنوان') });
    expect(levels([heading(3), heading(2), heading(3)])).toEqual(['H2', 'H2', 'H3']);
    expect(levels([heading(3), heading(3)])).toEqual(['H2', 'H2']);
    expect(levels([{ type: 'live-entry', id: 'a', at, headline: 'انطلقوا', body: [heading(2)] }])).toEqual([
      'H3',
      'H4',
    ]);
  });

  test('shows lists, tables, quotations and pull quotes', () => {
    const body = render([
      { type: 'list', ordered: true, items: [words('أول'), words('ثان')] },
      { type: 'list', ordered: false, items: [words('شيء')] },
      { type: 'table', caption: 'النتائج', head: [words('الفريق')], rows: [[words('الساحل')]] },
      { type: 'quotation', paragraphs: [words('لا نعرف')], speaker: 'دينا القاضي', role: 'باحثة' },
      { type: 'pull-quote', text: 'ما تراه العين' },
    ]);
    expect(body.querySelectorAll('ol > li')).toHaveLength(2);
    expect(body.querySelector('ul > li')?.textContent).toBe('شيء');
    expect(body.querySelector('.tabular[tabindex="0"] table caption')?.textContent.trim()).toBe('النتائج');
    expect(body.querySelector('th[scope=col]')?.textContent).toBe('الفريق');
    expect(body.querySelector('blockquote p')?.textContent).toBe('«لا نعرف»');
    expect(body.querySelector('blockquote footer')?.textContent).toBe('دينا القاضي، باحثة');
    expect(body.querySelector('.pull')?.textContent).toBe('ما تراه العين');
  });

  test('does not quote twice what was stored with its marks', () => {
    const quote = (text: string) =>
      render([{ type: 'quotation', paragraphs: [words(text)] }]).textContent.trim();
    expect(quote('«كنا نظن أن الهامش فارغ».')).toBe('«كنا نظن أن الهامش فارغ».');
    expect(quote('كنا نظن.')).toBe('«كنا نظن.»');
  });

  test('shows own pictures with room kept for them, in the widths that are offered', () => {
    const body = render([
      { type: 'image', picture: { media: 'm1', caption: 'شرح', credit: 'وكالة' }, size: 'inset' },
      { type: 'gallery', pictures: [{ media: 'm1' }, { media: 'm1', alt: 'غيره' }] },
    ]);
    const first = body.querySelector('figure.inset img');
    expect(first?.getAttribute('alt')).toBe('قلعة على تلّ');
    expect([first?.getAttribute('width'), first?.getAttribute('height')]).toEqual(['1000', '500']);
    expect(first?.getAttribute('srcset')).toBe(
      '/media/m1/320.webp 320w, /media/m1/640.webp 640w, /media/m1/960.webp 960w',
    );
    const lighter = first?.closest('picture')?.querySelector('source');
    expect([lighter?.getAttribute('type'), lighter?.getAttribute('srcset')]).toEqual([
      'image/avif',
      '/media/m1/320.avif 320w, /media/m1/640.avif 640w, /media/m1/960.avif 960w',
    ]);
    expect(first?.getAttribute('loading')).toBe('lazy');
    expect(body.querySelector('figcaption')?.textContent.trim()).toBe('شرح وكالة');
    expect(body.querySelectorAll('.strip figure.a200')).toHaveLength(2);
  });

  test('loads nothing from elsewhere: pictures and embeds of other sites are links', () => {
    const body = render([
      { type: 'image', picture: { url: 'https://other.example/a.jpg', caption: 'المكان' }, size: 'full' },
      { type: 'gallery', pictures: [{ url: 'https://other.example/b.jpg' }] },
      { type: 'image', picture: { url: 'javascript:alert(1)' }, size: 'full' },
      { type: 'embed', provider: 'YouTube', url: 'https://www.youtube.com/watch?v=abc', title: 'تسجيل' },
    ]);
    expect(body.querySelectorAll('img, iframe, video, script')).toHaveLength(0);
    expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://other.example/a.jpg',
      'https://other.example/b.jpg',
      'https://www.youtube.com/watch?v=abc',
    ]);
  });

  test('dates corrections and live entries by the clock, and links related stories that exist', () => {
    const body = render([
      { type: 'correction', at, text: 'والصحيح ١٨٩٨.' },
      {
        type: 'live-entry',
        id: 'e1',
        at,
        headline: 'انطلقوا',
        body: [{ type: 'paragraph', text: words('بدأ') }],
      },
      { type: 'related', stories: [7, 99] },
    ]);
    expect(body.querySelector('.note time')?.textContent).toBe('٢٣ تشرين الثاني ٢٠٢٦، ١٠:١٥');
    expect(body.querySelector('.entry time')?.getAttribute('datetime')).toBe('2026-11-23T07:15:00Z');
    expect(body.querySelectorAll('.inline-rel a')).toHaveLength(1);
    expect(render([{ type: 'related', stories: [99] }]).textContent.trim()).toBe('');
  });

  test('shows an unknown block as nothing', () => {
    expect(render([{ type: 'unknown', original: { html: '<b>x</b>' } }]).textContent.trim()).toBe('');
  });

  test('turns no text into markup, wherever it stands', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const blocks: Block[] = [
      {
        type: 'paragraph',
        text: [{ text: evil, strong: true, href: `https://x.example/${evil}`, lang: evil }],
      },
      { type: 'heading', level: 2, text: words(evil) },
      { type: 'list', ordered: false, items: [words(evil)] },
      { type: 'quotation', paragraphs: [words(evil)], speaker: evil, role: evil },
      { type: 'pull-quote', text: evil },
      { type: 'image', picture: { media: 'm1', alt: evil, caption: evil, credit: evil }, size: 'full' },
      { type: 'image', picture: { url: `https://x.example/${evil}`, caption: evil }, size: 'full' },
      { type: 'gallery', pictures: [{ media: 'm1', alt: evil, caption: evil }] },
      { type: 'table', caption: evil, head: [words(evil)], rows: [[words(evil)]] },
      { type: 'embed', provider: evil, url: `https://x.example/${evil}`, title: evil },
      { type: 'correction', at, text: evil },
      { type: 'related', stories: [7] },
      { type: 'live-entry', id: evil, at, headline: evil, body: [{ type: 'paragraph', text: words(evil) }] },
    ];
    const evilCard = { ...card, headline: evil, slug: evil, section: evil, language: evil };
    const body = render(blocks, { cards: new Map([[7, evilCard]]) });
    expect(body.querySelectorAll('script')).toHaveLength(0);
    expect(body.querySelectorAll('[onerror]')).toHaveLength(0);
    expect(
      [...body.querySelectorAll('img')].every((img) => img.getAttribute('src')?.startsWith('/media/')),
    ).toBe(true);
    expect(body.textContent).toContain('<script>alert(1)</script>');
  });
});
