import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { clean } from '../src/arabic/clean.ts';
import { readText } from '../src/arabic/reading/reading.ts';
import { readHtmlStory } from '../src/interchange/page/read-page.ts';
import { table } from './table.ts';

const shared = join(import.meta.dirname, '../../shared/data');
const archive = join(shared, 'ant/articles.ndjson.gz');
const page = join(shared, 'pages/erem-2015-08-05.txt');
/** One in so many stories is also read as a web page: jsdom takes some 30 ms a page. */
const everyNth = 101;

const line = z.object({ title: z.string(), text: z.string() });
interface Sample {
  title: string;
  paragraphs: string[];
}

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

/**
 * Real stories wrapped in a page's furniture and read back: how many paragraphs and headlines are lost or changed, and
 * what furniture stays. Needs the shared data; without them it says so.
 */
export function benchPages(): string {
  if (!existsSync(archive)) return 'pages: needs ../shared/data\n';
  const samples = gunzipSync(readFileSync(archive))
    .toString()
    .trim()
    .split('\n')
    .map((text): Sample => {
      const { title, text: body } = line.parse(JSON.parse(text));
      return {
        title: clean(title.replaceAll('\n', ' ')),
        paragraphs: clean(body).split('\n').filter(Boolean),
      };
    })
    .filter(({ title, paragraphs }) => title !== '' && paragraphs.length > 0);
  const rows = [
    measured('pasted text', samples, ({ title, paragraphs }) =>
      readText(
        [
          title,
          ...paragraphs,
          'الأكثر قراءة',
          'No stories found.',
          'logo',
          'الوادي نيوز',
          'www.example.com',
        ].join('\n\n'),
      ),
    ),
  ];
  const some = samples.filter(({ paragraphs }, i) => i % everyNth === 0 && paragraphs.join('').length > 200);
  for (const [name, layout] of Object.entries(layouts)) {
    rows.push(
      measured(`HTML, ${name}`, some, ({ title, paragraphs }) => {
        const html = `<html><head>${layout(escape(title), paragraphs.map(escape))}</body></html>`;
        return readHtmlStory(html, { file: name, zone: 'UTC' }).reading;
      }),
    );
  }
  const head = ['what', 'stories', 'headline wrong', 'paragraphs lost', 'furniture left in', 'a story'];
  return `${table('Reading pages', head, rows)}${existsSync(page) ? realPage() : ''}`;
}

function measured(
  name: string,
  samples: readonly Sample[],
  read: (sample: Sample) => {
    headline: string | undefined;
    standfirst: string | undefined;
    paragraphs: string[];
  },
): string[] {
  const wrong = { headline: 0, lost: 0, extra: 0, all: 0 };
  const began = performance.now();
  for (const sample of samples) {
    const { headline, standfirst, paragraphs } = read(sample);
    if (headline !== sample.title) wrong.headline++;
    const got = new Set([...paragraphs, standfirst]);
    const want = new Set(sample.paragraphs);
    wrong.all += want.size;
    for (const paragraph of want) if (!got.has(paragraph)) wrong.lost++;
    for (const paragraph of paragraphs) if (!want.has(paragraph)) wrong.extra++;
  }
  const each = (performance.now() - began) / samples.length;
  return [
    name,
    String(samples.length),
    String(wrong.headline),
    `${wrong.lost} of ${wrong.all}`,
    String(wrong.extra),
    `${each.toFixed(2)} ms`,
  ];
}

/** The real page: what it should give is known from the issue that asked for it. */
function realPage(): string {
  const text = readFileSync(page, 'utf8');
  const { headline, dateline, paragraphs, dropped } = readText(text);
  const whole = paragraphs.every((paragraph) => text.includes(paragraph));
  return `\nReal page: headline «${headline ?? ''}», dateline «${dateline ?? ''}», ${paragraphs.length} paragraphs, ${whole ? 'each to the letter' : 'CHANGED'}, ${dropped.length} lines dropped\n`;
}
