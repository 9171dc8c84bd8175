import { describe, expect, it } from 'vitest';
import { headline, paragraphs, themes } from '../fixtures/themes.ts';
import { readHtmlStory } from './read-page.ts';

describe('a story is read whole, and alone, from a page of', () => {
  for (const [name, { html, dateline, agency, reporter }] of Object.entries(themes)) {
    it(name, () => {
      const { reading } = readHtmlStory(html, { file: 'page.html', zone: 'UTC' });
      expect(reading.headline).toBe(headline);
      expect(reading.paragraphs).toEqual(paragraphs);
      if (dateline !== undefined) expect(reading.dateline).toBe(dateline);
      if (agency !== undefined) expect(reading.agency).toBe(agency);
      if (reporter !== undefined) expect(reading.reporter).toBe(reporter);
    });
  }
});
