import { describe, expect, it } from 'vitest';
import { body } from '../../model/block.ts';
import { headline, modern, old, paragraphs, standfirst } from '../fixtures/pages.ts';
import { isHtml, readHtmlStory, readPlainStory } from './read-page.ts';

const options = { file: 'page.html', zone: 'Asia/Riyadh' };

describe('a saved page', () => {
  it('of a present-day site is read whole, and its furniture left out', () => {
    const { reading, blocks, url, section, truncated } = readHtmlStory(modern, options);
    expect(reading).toMatchObject({
      headline,
      standfirst,
      dateline: 'بيروت',
      agency: 'رويترز',
      reporter: 'أحمد علي',
      published: Date.UTC(2024, 2, 5, 6, 15),
      paragraphs,
      images: ['https://wadi.example/img/dam.jpg'],
    });
    expect([url, section, truncated]).toEqual(['https://wadi.example/news/77', 'مجتمع', false]);
    expect(body.safeParse(blocks).success).toBe(true);
    expect(blocks[0]).toMatchObject({
      type: 'image',
      picture: { url: 'https://wadi.example/img/dam.jpg', caption: 'السد بعد اكتماله' },
    });
    const dropped = reading.dropped.join('\n');
    for (const text of ['اقرأ أيضا', 'الأكثر قراءة', 'تابعونا', 'جميع الحقوق محفوظة', 'الوسوم'])
      expect(dropped).toContain(text);
  });

  it('of the old kind too: tables, line breaks, the site’s name first in the title', () => {
    const { reading } = readHtmlStory(old('utf-8'), options);
    expect(reading).toMatchObject({ headline, dateline: 'دمشق', agency: 'سانا', paragraphs });
  });

  it('that is cut off still gives what stands before the cut', () => {
    const { reading, truncated } = readHtmlStory(modern.slice(0, modern.indexOf('لم نعد')), options);
    expect(truncated).toBe(true);
    expect(reading.paragraphs.slice(0, 2)).toEqual(paragraphs.slice(0, 2));
  });

  it('whose text only its structured data holds', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline,
          datePublished: '2024-03-05T09:15:00+03:00',
          author: [{ '@type': 'Person', name: 'منى حسن' }],
          articleBody: paragraphs.join('\n'),
        },
      ],
    };
    const { reading } = readHtmlStory(
      `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="root"></div></body></html>`,
      options,
    );
    expect(reading).toMatchObject({
      headline,
      reporter: 'منى حسن',
      paragraphs,
      published: Date.UTC(2024, 2, 5, 6, 15),
    });
  });

  it('keeps lists, subheadings, quotations and tables, in order', () => {
    const html = `<html><body><h1>${headline}</h1><div class="entry-content"><p>${paragraphs[0]}</p><h2>ماء طوال العام</h2><ul><li>كلفة المشروع: 40 ألفا</li><li>مدته: سبعة أشهر</li></ul><blockquote><p>الماء حياة كله.</p></blockquote><p>${paragraphs[1]}</p></div></body></html>`;
    const { blocks, reading } = readHtmlStory(html, options);
    expect(blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'heading',
      'list',
      'quotation',
      'paragraph',
    ]);
    expect(reading.paragraphs).toHaveLength(6);
  });

  it('takes bold over into the blocks although a dateline came off before it', () => {
    const html = `<html><body><h1>${headline}</h1><div class="entry-content"><p>موسكو ـ قالت <b>البلدية</b> إن السد اكتمل قبل موعده.</p><p>${paragraphs[1]}</p></div></body></html>`;
    expect(readHtmlStory(html, options).blocks[0]).toEqual({
      type: 'paragraph',
      text: [{ text: 'قالت ' }, { text: 'البلدية', strong: true }, { text: ' إن السد اكتمل قبل موعده.' }],
    });
  });

  it('without a story says so', () => {
    expect(() => readHtmlStory('<html><body><div></div></body></html>', options)).toThrow(/no-story-found/);
    expect(() => readPlainStory('logo', options)).toThrow(/no-story-found/);
  });

  it('is bounded in time, whatever its markup', () => {
    for (const html of [
      '<div>'.repeat(200_000),
      `<h1>${headline}</h1>${'<p>فقرة قصيرة فيها كلام.</p>'.repeat(40_000)}`,
      '<table><tr><td>'.repeat(30_000),
      '<'.repeat(500_000),
      `<div ${'a="b" '.repeat(200_000)}>`,
    ]) {
      const began = performance.now();
      try {
        readHtmlStory(`<html><body>${html}`, options);
      } catch (error) {
        expect((error as { code?: string }).code).toBe('no-story-found');
      }
      expect(performance.now() - began, html.slice(0, 20)).toBeLessThan(15_000);
    }
  });

  it('is told from plain text', () => {
    expect(isHtml(modern)).toBe(true);
    expect(isHtml('<p>نص</p>')).toBe(true);
    expect(isHtml(paragraphs.join('\n'))).toBe(false);
    expect(isHtml('الأسعار < 5 و > 3')).toBe(false);
  });
});
