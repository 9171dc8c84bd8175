import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoryImport } from '../src/commands/import-stories.ts';
import { importFile } from '../src/interchange/ndjson/import-file.ts';
import { linksOf, storyPath } from './support/site.ts';
import { siteInBrowser } from './support/site-in-browser.ts';

const foreign = 'https://evil.example';
const script = `<script>window.stolen=1;fetch('${foreign}/a')</script>`;
const image = `<img src=x onerror="window.stolen=1">`;
const escape = `"'></title></textarea></style></script>--><svg onload="window.stolen=1">${script}${image}`;

/**
 * Shapes by which markup became script in sanitisers and content systems: OWASP's filter evasion list, and the mutation
 * shapes published against DOMPurify, sanitize-html and Markdown renderers.
 */
const markup = [
  script,
  image,
  '<scr<script>ipt>window.stolen=1</scr</script>ipt>',
  '<svg><script>window.stolen=1</script><animate onbegin="window.stolen=1" attributeName=x dur=1s></svg>',
  '<svg/onload=window.stolen=1>',
  '<a href="javascript:window.stolen=1">رابط</a><a href="jav&#x09;ascript:window.stolen=1">رابط</a>',
  '<a href=" &#14; javascript:window.stolen=1">رابط</a><a href="data:text/html,<script>parent.stolen=1</script>">رابط</a>',
  '<a href="vbscript:x">رابط</a><a href="https://ok.example/" onclick="window.stolen=1" style="x:y" target=_blank>رابط</a>',
  '<a href="//evil.example/x">رابط</a><a href="/\\evil.example">رابط</a><a href="https://a.example/&quot;onmouseover=&quot;window.stolen=1">رابط</a>',
  `<iframe src="javascript:parent.stolen=1"></iframe><iframe srcdoc="<script>parent.stolen=1</script>"></iframe>`,
  `<iframe src="${foreign}/frame?a=&quot;><script>window.stolen=1</script>" title='"><script>window.stolen=1</script>'></iframe>`,
  `<style>@import '${foreign}/x.css';body{background:url(${foreign}/b)}</style><p style="background:url(${foreign}/c)">نص</p>`,
  `<link rel=stylesheet href="${foreign}/l.css"><base href="${foreign}/"><meta http-equiv=refresh content="0;url=${foreign}">`,
  `<form action="${foreign}"><input name=q><button formaction="javascript:window.stolen=1">أرسل</button></form>`,
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.stolen=1&gt;"></style></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=window.stolen=1>"></noscript>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=window.stolen=1 src>"></svg></math></form>',
  '<svg></p><style><a id="</style><img src=1 onerror=window.stolen=1>">',
  '<xmp><p title="</xmp><img src=x onerror=window.stolen=1>">',
  '<textarea><p title="</textarea><img src=x onerror=window.stolen=1>">',
  '<template><script>window.stolen=1</script></template><object data="javascript:window.stolen=1"></object><embed src="javascript:window.stolen=1">',
  `<img src="${foreign}/pixel.gif" srcset="${foreign}/2.gif 2x" alt='"><script>window.stolen=1</script>' width=600 height=400>`,
  `<video src="${foreign}/v.mp4" poster="${foreign}/p.jpg" onerror="window.stolen=1"></video><audio src="${foreign}/a.mp3" autoplay></audio>`,
  `<p lang='ar"><script>window.stolen=1</script>'>نص</p><p id="x" name="stolen" dir='"><script>'>نص</p>`,
  '&lt;script&gt;window.stolen=1&lt;/script&gt; &amp;lt;img src=x onerror=window.stolen=1&amp;gt;',
  '<table><tr><th><script>window.stolen=1</script>رأس</th><th onclick=x>رأس</th></tr><tr><td><img src=x onerror=window.stolen=1></td><td>خلية</td></tr></table>',
  '<blockquote cite="javascript:window.stolen=1"><p>قول</p><cite><script>window.stolen=1</script>قائل</cite></blockquote>',
  '<![CDATA[<script>window.stolen=1</script>]]> ]]> <?xml-stylesheet href="x"?> <!--><script>window.stolen=1</script>-->',
  '<p>\u2028\u2029 \u0000 \u0008 \ufffe \ud800 \u202e نص</p>',
];

const story = (id: number, more: object) => ({
  id,
  title: `خبر الحديقة ${id}`,
  html: `<p>فقرة أولى عن حديقة البلدية في الخبر ${id}.</p>`,
  category: 'society',
  published: Date.now() - id * 60_000,
  ...more,
});
const lines = [
  ...markup.map((html, id) => story(id, { html: `<p>حديقة البلدية</p>${html}<p>خاتمة</p>` })),
  ...markup.map((text, i) => story(100 + i, { html: undefined, text: `حديقة البلدية\n${text}\nخاتمة` })),
  story(200, {
    title: `حديقة ${escape}`,
    abstract: `ملخص ${escape}`,
    kicker: `عنوان ${escape}`.slice(0, 100),
    authors: [`كاتب ${escape}`],
    agency: `وكالة ${escape}`,
    dateline: `عمّان ${escape}`.slice(0, 100),
    tags: [`وسم ${escape}`, 'a"b<c>&d'],
    category: `قسم ${escape}`,
    language: 'en"><script>',
    url: `https://evil.example/"><script>window.stolen=1</script>`,
    image: `https://evil.example/"onerror="window.stolen=1`,
  }),
  story(201, { url: 'javascript:window.stolen=1', image: 'javascript:window.stolen=1' }),
  story(202, {
    image: { url: `data:image/svg+xml,${encodeURIComponent('<svg onload="window.stolen=1"/>')}` },
  }),
  story(203, {
    title: 'حديقة \u0000 \u0001\u001b[31m \ufffe\uffff \ud800 \u202e ]]> &amp;#0; خاتمة',
    tags: ['\u0000', '\ud800', ']]>', `${'ا'.repeat(99)}😀`],
    authors: ['\u0003كاتب\u0000', 7, null, { name: '\ud83d' }],
  }),
  story(204, { title: `${'ح'.repeat(398)}😀😀 حديقة`, abstract: `${'م'.repeat(1998)}😀😀` }),
  story(205, { category: 'admin' }),
  story(206, { category: '../../newsroom' }),
  story(207, { category: 'api' }),
  story(208, { category: 'search' }),
];

let folder: string;
const { site, newContext } = siteInBrowser({ demo: false });
let stories: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-attack-'));
  const file = join(folder, 'hostile.ndjson');
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const stored = new StoryImport({
    journal: site.journal,
    actor: 'cli:import',
    source: 'evil "<script>',
    publish: true,
    sections: [],
    now: Date.now,
  });
  const summary = await importFile({
    file,
    import: stored,
    zone: 'UTC',
    strict: false,
    limit: undefined,
    stopped: () => false,
    onProgress() {},
    onProblem: (problem) => console.info(problem),
    onDerivedHeadline() {},
  });
  expect(summary).toMatchObject({ new: lines.length, failed: 0 });
  await site.caughtUp((await site.journal.head()).seq);
  const sitemap = await site.text('/sitemaps/stories-1.xml');
  stories = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  expect(stories.length).toBe(lines.length);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What must be nowhere in a page's own markup, however the page came about. */
function dangerIn(html: string, url: string): string[] {
  const { document } = new JSDOM(html, { url }).window;
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (name === 'script') {
      const src = element.getAttribute('src');
      if (src === null ? element.getAttribute('type') !== 'application/ld+json' : !src.startsWith('/assets/'))
        found.push(element.outerHTML);
      if (src === null) JSON.parse(element.textContent ?? '');
    }
    if (/^(iframe|object|embed|base|style|math|frame|template)$/.test(name)) found.push(element.outerHTML);
    if (name === 'form' && !/^\/(search|archive)$/.test(element.getAttribute('action') ?? ''))
      found.push(element.outerHTML);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(attribute)) found.push(element.outerHTML);
      if (
        /^(href|src|action|cite|poster|data|data-.*)$/.test(attribute) &&
        /^\W*(javascript|vbscript|data):/i.test(value)
      )
        found.push(element.outerHTML);
      if (/^(src|srcset|poster)$/.test(attribute) && /\/\//.test(value)) found.push(element.outerHTML);
    }
  }
  return found;
}

describe('stories from an archive that means harm', () => {
  it('leave no script, handler, frame or foreign source in any page', async () => {
    const pages = ['/', '/latest', '/society', '/archive', '/topics', '/about', '/corrections', '/most-read'];
    const sections = linksOf(await site.text('/')).filter((path) => /^\/[a-z][a-z0-9-]*$/.test(path));
    for (const path of new Set([...stories, ...pages, ...sections])) {
      const answer = await site.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, dangerIn(await answer.text(), site.url + path)]).toEqual([path, []]);
    }
  });

  it('keep names of sections from taking the addresses of the site', async () => {
    for (const path of stories) expect(path).toMatch(storyPath);
    for (const reserved of ['/api/', '/search/', '/newsroom/'])
      expect(stories.filter((path) => path.startsWith(reserved))).toEqual([]);
    expect((await site.get('/search')).status).toBe(200);
  });

  it('leave feeds and sitemaps that a strict XML parser reads', async () => {
    const { DOMParser } = new JSDOM('').window;
    for (const path of [
      '/rss.xml',
      '/atom.xml',
      '/society/rss.xml',
      '/society/atom.xml',
      '/sitemap.xml',
      '/sitemaps/news.xml',
      '/sitemaps/stories-1.xml',
      '/sitemaps/pages.xml',
      '/opensearch.xml',
    ]) {
      const text = await site.text(path);
      const document = new DOMParser().parseFromString(text, 'application/xml');
      expect([path, document.querySelector('parsererror')?.textContent]).toEqual([path, undefined]);
      for (const content of document.getElementsByTagName('*')) {
        if (/^(encoded|content|description|summary)$/.test(content.localName))
          expect([path, feedDanger(content.textContent ?? '')]).toEqual([path, []]);
        if (/^(loc|link|guid|id)$/.test(content.localName) && content.textContent !== '')
          expect(content.textContent).toMatch(/^(https?:\/\/|tag:|urn:|\d)/);
      }
    }
    for (const path of ['/feed.json', '/society/feed.json', '/most-read.json']) {
      const answer = await site.get(path);
      expect(answer.headers.get('content-type')).toMatch(/json/);
      const feed = (await answer.json()) as { items?: { content_html?: string; url: string }[] };
      for (const item of feed.items ?? [])
        expect([path, feedDanger(item.content_html ?? '')]).toEqual([path, []]);
    }
  });

  it('are found by search, with snippets that are text', async () => {
    for (const word of ['حديقة', 'script', 'onerror', 'stolen', 'وسم', 'ملخص']) {
      const path = `/search?q=${encodeURIComponent(`${word} "><script>window.stolen=1</script>`)}`;
      expect([path, dangerIn(await site.text(path), site.url)]).toEqual([path, []]);
      const answer = await site.get(`/search.json?q=${word}&limit=50`);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      // Plain text with the places of the words beside it: nobody who shows it has to trust our markup.
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const { hits } = (await answer.json()) as {
        hits: { snippet: string; highlights: [number, number][] }[];
      };
      for (const { snippet, highlights } of hits) {
        expect(snippet).not.toContain('<mark');
        for (const [start, end] of highlights) expect(start < end && end <= snippet.length).toBe(true);
      }
    }
  });

  it('run nothing and ask no other site in a real browser', async () => {
    const context = await newContext({ locale: 'ar' });
    const page = await context.newPage();
    const requests: string[] = [];
    const told: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${site.url}/`) && !request.url().startsWith('data:'))
        requests.push(request.url());
    });
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => told.push(dialog.message())));
    page.on('pageerror', (error) => told.push(error.message));
    page.on('console', (message) => {
      if (/Content.Security.Policy|Refused/i.test(message.text())) told.push(message.text());
    });
    for (const path of [...stories, '/', `/search?q=${encodeURIComponent('حديقة')}`]) {
      await page.goto(site.url + path, { waitUntil: 'load' });
      expect([path, await page.evaluate('window.stolen')]).toEqual([path, undefined]);
    }
    await context.close();
    expect({ requests, told }).toEqual({ requests: [], told: [] });
  }, 60_000);
});

/** Feeds are read by programs that may sanitise badly: nothing that runs, and no address that is not one of the web. */
function feedDanger(html: string): string[] {
  const { document } = new JSDOM(html).window;
  const found: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (/^(script|iframe|object|embed|base|style|math|svg|form|link|meta)$/.test(element.localName))
      found.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$/i.test(name)) found.push(element.outerHTML);
      if (/^(href|src)$/.test(name) && !/^(https?:\/\/|mailto:|tel:|#)/.test(value))
        found.push(element.outerHTML);
    }
  }
  return found;
}
