import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { body } from '../model/block.ts';
import { htmlToBlocks, textToBlocks } from './html.ts';

describe('HTML becomes blocks', () => {
  it('paragraphs with bold, links and foreign words', () => {
    const { blocks } = htmlToBlocks(
      '<p>زار <b>الوزير</b> <a href="https://a.example/x">الميناء</a> مع <span lang="fr">Jean Petit</span>.</p>',
    );
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        text: [
          { text: 'زار ' },
          { text: 'الوزير ', strong: true },
          { text: 'الميناء', href: 'https://a.example/x' },
          { text: ' مع ' },
          { text: 'Jean Petit', lang: 'fr' },
          { text: '.' },
        ],
      },
    ]);
  });
  it('headings, lists, quotations, tables', () => {
    const { blocks } =
      htmlToBlocks(`<h1>أ</h1><h4>ب</h4><ol><li>واحد<ul><li>فرع</li></ul></li><li>اثنان</li></ol>
      <blockquote><p>الماء حياة.</p><cite>— حكيم</cite></blockquote>
      <table><caption>الأسعار</caption><tr><th>السلعة</th><th>السعر</th></tr><tr><td>قمح</td><td>5</td></tr></table>`);
    expect(blocks).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'أ' }] },
      { type: 'heading', level: 3, text: [{ text: 'ب' }] },
      { type: 'list', ordered: true, items: [[{ text: 'واحد' }], [{ text: 'فرع' }], [{ text: 'اثنان' }]] },
      { type: 'quotation', paragraphs: [[{ text: 'الماء حياة.' }]], speaker: 'حكيم' },
      {
        type: 'table',
        caption: 'الأسعار',
        head: [[{ text: 'السلعة' }], [{ text: 'السعر' }]],
        rows: [[[{ text: 'قمح' }], [{ text: '5' }]]],
      },
    ]);
  });
  it('pictures become references with caption and description, counting pixels none', () => {
    const { blocks } =
      htmlToBlocks(`<figure><img data-src="/a.jpg" src="data:image/gif;base64,xx" alt="النهر"><figcaption>النهر صباحا</figcaption></figure>
      <p>نص <img src="https://b.example/b.png"> تابع</p><img src="https://c.example/p.gif" width="1" height="1">`);
    expect(blocks).toEqual([
      { type: 'image', size: 'full', picture: { url: '/a.jpg', alt: 'النهر', caption: 'النهر صباحا' } },
      { type: 'paragraph', text: [{ text: 'نص تابع' }] },
      { type: 'image', size: 'full', picture: { url: 'https://b.example/b.png' } },
    ]);
  });
  it('frames of other sites become cards', () => {
    const { blocks } = htmlToBlocks(
      '<iframe src="https://www.video.example/e/1" title="فيديو"></iframe><iframe src="http://plain.example/"></iframe>',
    );
    expect(blocks).toEqual([
      { type: 'embed', provider: 'video.example', url: 'https://www.video.example/e/1', title: 'فيديو' },
    ]);
  });
  it('text in tables for layout and between line breaks is paragraphs', () => {
    const { blocks } = htmlToBlocks(
      '<table><tr><td><p>أول.</p><p>ثان.</p></td></tr></table>ثالث.<br><br>رابع.',
    );
    expect(blocks.map((block) => (block.type === 'paragraph' ? block.text[0]?.text : block.type))).toEqual([
      'أول.',
      'ثان.',
      'ثالث.',
      'رابع.',
    ]);
  });
  it('direction marks and invisible characters go, words stay apart', () => {
    const { blocks } = htmlToBlocks('<p>\u200fقال\u00a0&nbsp;<i>\u202bالوزير\u202c</i>&#8203; اليوم </p>');
    expect(blocks).toEqual([
      { type: 'paragraph', text: [{ text: 'قال ' }, { text: 'الوزير', em: true }, { text: ' اليوم' }] },
    ]);
  });
});

describe('nothing harmful survives', () => {
  const hostile = [
    '<script>alert(1)</script><p>نص</p>',
    '<p onclick="alert(1)">نص</p>',
    '<a href="javascript:alert(1)">نص</a>',
    '<a href=" jav&#x09;ascript:alert(1)">نص</a>',
    '<a href="data:text/html,<script>alert(1)</script>">نص</a>',
    '<a href="//evil.example">نص</a>',
    '<img src="javascript:alert(1)"><img src=x onerror=alert(1)>نص',
    '<svg onload=alert(1)><p>نص</p></svg><p>نص</p>',
    '<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>نص',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>نص',
    '<style>@import "x"</style><p style="background:url(javascript:1)">نص</p>',
    '<form action="/x"><input value="y"><button>زر</button></form><p>نص</p>',
  ];
  for (const html of hostile) {
    it(html.slice(0, 50), () => {
      const { blocks } = htmlToBlocks(html);
      const json = JSON.stringify(blocks);
      expect(json).not.toMatch(/javascript|alert|onerror|onclick|data:|evil/i);
      expect(json).toContain('نص');
      expect(body.safeParse(blocks).success).toBe(true);
    });
  }
  it('what was left out is named', () => {
    expect(htmlToBlocks('<script>1</script><form><p>نص</p></form>').dropped).toEqual(['script', 'form']);
  });
});

describe('any markup', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<a href="https://x.example">',
      '</a>',
      '<ul><li>',
      '</ul>',
      '<table><tr><td>',
      '</table>',
      '<blockquote>',
      '<img src="/x.jpg">',
      '<br>',
      '<h2>',
      '<iframe src="https://x.example">',
      '&amp;',
      '&lt;script&gt;',
      '<!--',
      '-->',
      '<![CDATA[',
      '<figure>',
      '<figcaption>',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  it('gives blocks that fit the schema', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(body.safeParse(htmlToBlocks(pieces.join('')).blocks).success).toBe(true);
      }),
    );
  });
  it('is read in bounded time, however deep or broken', () => {
    for (const html of [
      '<div>'.repeat(100_000),
      '<b>'.repeat(100_000),
      '<table><tr><td>'.repeat(20_000),
      '<ul><li>'.repeat(30_000),
      '<'.repeat(300_000),
      '<a href='.repeat(50_000),
      '<!--'.repeat(100_000),
      '<p x="'.repeat(50_000),
    ]) {
      const began = performance.now();
      htmlToBlocks(`${html}نص`);
      expect(performance.now() - began, html.slice(0, 12)).toBeLessThan(5000);
    }
  });
});

describe('plain text', () => {
  it('has a paragraph a line, cleaned', () => {
    expect(textToBlocks('  أول\u200f سطر \r\n\r\n ثان\u0000')).toEqual([
      { type: 'paragraph', text: [{ text: 'أول سطر' }] },
      { type: 'paragraph', text: [{ text: 'ثان' }] },
    ]);
  });
});
