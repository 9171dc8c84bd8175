import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Block } from '../../model/block.ts';
import type { Media } from '../../model/site.ts';
import { readerStrings } from '../../strings/strings.ts';
import { contentHtml } from './content.ts';

const { DOMParser } = new JSDOM('').window;

const photograph: Media = {
  id: 'p1',
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  width: 1600,
  height: 800,
  alt: 'صيادون على الرصيف',
  credit: 'تصوير: المدار',
};
const context = {
  baseUrl: 'https://example.org',
  edition: { t: readerStrings.ar, clock: () => '١٠:٤٢' },
  media: new Map([['p1', photograph]]),
  linked: new Map([[7, { headline: 'خبر سابق', path: '/politics/7/x' }]]),
};

const everyBlock: Block[] = [
  {
    type: 'paragraph',
    text: [
      { text: 'نص ' },
      { text: 'مهم', strong: true, em: true },
      { text: 'Or. 2210', lang: 'en' },
      { text: 'رابط', href: '/topics/x' },
      { text: 'حاشية', href: '#n1' },
    ],
  },
  { type: 'heading', level: 2, text: [{ text: 'عنوان <داخلي>' }] },
  { type: 'list', ordered: true, items: [[{ text: 'أول' }], []] },
  { type: 'quotation', paragraphs: [[{ text: 'قول' }]], speaker: 'دينا', role: 'باحثة' },
  { type: 'pull-quote', text: 'ما تراه العين' },
  { type: 'image', picture: { media: 'p1', caption: 'شرح "الصورة"' }, size: 'full' },
  { type: 'image', picture: { url: 'https://elsewhere.example/x.jpg' }, size: 'full' },
  { type: 'gallery', pictures: [{ media: 'p1' }, { media: 'gone' }] },
  { type: 'table', caption: 'جدول', head: [[{ text: 'أ' }]], rows: [[[{ text: '١' }]], [[]]] },
  { type: 'embed', provider: 'مقطع', url: 'https://video.example/1?a=1&b=2' },
  { type: 'correction', at: 0, text: 'الصواب ١٨٩٨' },
  { type: 'related', stories: [7, 8] },
  { type: 'unknown', original: { html: '<script>alert(1)</script>' } },
  {
    type: 'live-entry',
    id: 'e1',
    at: 0,
    headline: 'بداية',
    body: [{ type: 'paragraph', text: [{ text: 'دخلوا' }] }],
  },
];

test('every kind of block becomes plain HTML that is well-formed XML too', () => {
  const html = contentHtml(everyBlock, context);
  const asXml = new DOMParser().parseFromString(`<div>${html}</div>`, 'application/xml');
  expect(asXml.querySelector('parsererror')?.textContent).toBeUndefined();
  const asHtml = new DOMParser().parseFromString(html, 'text/html');
  expect(asHtml.body.textContent).toBe(asXml.documentElement.textContent);
  expect(asHtml.querySelectorAll('script, iframe, style, [class], [onclick]')).toHaveLength(0);
});

test('addresses in a feed are absolute, and a place within the page is no link', () => {
  const { body } = new DOMParser().parseFromString(contentHtml(everyBlock, context), 'text/html');
  const addresses = [...body.querySelectorAll('[href], [src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  );
  expect(addresses.every((address) => address.startsWith('https://'))).toBe(true);
  expect(addresses).toContain('https://example.org/topics/x');
  expect(addresses).toContain('https://example.org/politics/7/x');
  expect(body.textContent).toContain('حاشية');
});

test('a picture that we do not hold is left out, one that we hold has its size and its alternative text', () => {
  const { body } = new DOMParser().parseFromString(contentHtml(everyBlock, context), 'text/html');
  const pictures = [...body.querySelectorAll('img')];
  expect(pictures).toHaveLength(2);
  expect(pictures[0]?.outerHTML).toBe(
    '<img src="https://example.org/media/p1/1280.jpg" width="1280" height="640" alt="صيادون على الرصيف">',
  );
});
