import { readHtmlStory } from '../../src/interchange/page/read-page.ts';
import { table } from '../table.ts';
import type { Gold } from './gold.ts';

const nav = '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav>';
const links =
  '<ul><li><a href="/1">خبر أول عن البحر والمدينة</a></li><li><a href="/2">خبر ثان عن الجبل</a></li></ul>';
const foot = '<footer><p>جميع الحقوق محفوظة © 2017 صحيفة الوادي</p><a href="/about">من نحن</a></footer>';
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** How pages are built: present-day, tables and line breaks, nothing but divisions, other stories in the middle. */
const layouts: Record<string, (title: string, paragraphs: string[]) => string> = {
  'publishing system': (title, ps) =>
    `<title>${title} - صحيفة الوادي</title></head><body>${nav}<article><h1>${title}</h1><div class="entry-content"><p>${ps.join('</p><p>')}</p><div class="related"><h3>اقرأ أيضا</h3>${links}</div></div></article>${foot}`,
  'tables and line breaks': (title, ps) =>
    `<title>صحيفة الوادي | ${title}</title></head><body>${nav}<table><tr><td><h2>${title}</h2><font size=3>${ps.join('<br><br>')}</font></td><td><b>الأكثر قراءة</b>${links}</td></tr></table>${foot}`,
  'divisions only': (title, ps) =>
    `<meta property="og:title" content="${title}"><title>${title}</title></head><body>${nav}<div id="main"><h1>${title}</h1><div>${ps.map((p) => `<div>${p}</div>`).join('')}</div></div><div class="sidebar">${links}</div>${foot}`,
  'links in the middle': (title, ps) =>
    `<title>${title}</title></head><body>${nav}<main><h1>${title}</h1><p>${ps[0] ?? ''}</p><div class="related"><h3>اقرأ أيضا</h3>${links}</div>${ps
      .slice(1)
      .map((p) => `<p>${p}</p>`)
      .join('')}</main>${foot}`,
};

/** One in so many stories is read as a web page: jsdom takes some 30 ms a page. */
const everyNth = 101;

/** Real stories as web pages of four layouts, read back. */
export function benchHtml(golds: readonly Gold[]): string {
  const some = golds.filter(({ paragraphs }, i) => i % everyNth === 0 && paragraphs.join('').length > 200);
  const rows = Object.entries(layouts).map(([name, layout]) => {
    const wrong = { headline: 0, lost: 0, extra: 0, all: 0 };
    const began = performance.now();
    for (const { headline, paragraphs } of some) {
      const html = `<html><head>${layout(escape(headline), paragraphs.map(escape))}</body></html>`;
      const { reading } = readHtmlStory(html, { file: name, zone: 'UTC' });
      if (reading.headline !== headline) wrong.headline++;
      const got = new Set([...reading.paragraphs, reading.standfirst]);
      const want = new Set(paragraphs);
      wrong.all += want.size;
      for (const paragraph of want) if (!got.has(paragraph)) wrong.lost++;
      for (const paragraph of reading.paragraphs) if (!want.has(paragraph)) wrong.extra++;
    }
    const each = (performance.now() - began) / some.length;
    const lost = `${wrong.lost} of ${wrong.all}`;
    return [
      name,
      String(some.length),
      String(wrong.headline),
      lost,
      String(wrong.extra),
      `${each.toFixed(1)} ms`,
    ];
  });
  const head = ['layout', 'stories', 'headline wrong', 'paragraphs lost', 'furniture left in', 'a story'];
  return table('Stories as web pages', head, rows);
}
