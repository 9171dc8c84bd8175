import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteInBrowser } from './support/site-in-browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A folder for pictures of the screens, where somebody wants to look at them. */
const pictures = process.env['MIDAD_PICTURES'];

const { site, look } = siteInBrowser();

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };
const field = '#find-q';
const options = '[role=option]';

/** Types as a reader does and waits for the list. */
async function type(page: Page, words: string): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.url().endsWith(`?q=${encodeURIComponent(words)}`));
  await page.locator(field).pressSequentially(words, { delay: 15 });
  await (await answered).finished();
  await page.locator(options).first().waitFor();
}

const findings = async (page: Page) => {
  await page.addScriptTag({ content: axeSource });
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return results.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200) ?? ''}`);
};

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

describe('the search field', () => {
  it('offers names and headlines while a reader types, under the strict content policy', async () => {
    await look('/search', phone, async (page) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text());
      });
      await type(page, 'الما');
      const texts = await page.locator(`${options} span`).allInnerTexts();
      expect(texts.length).toBeGreaterThan(1);
      // In a headline; also a topic by another of its names.
      expect(texts.join('\n')).toContain('الماء');
      expect(await page.locator(field).getAttribute('aria-expanded')).toBe('true');
      expect(refused).toEqual([]);
    });
  });

  it('is a combobox that is used by keyboard alone', async () => {
    await look('/search', desk, async (page) => {
      await type(page, 'ال');
      const input = page.locator(field);
      expect(await input.getAttribute('role')).toBe('combobox');
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator('[aria-selected=true]');
      expect(await input.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
      await page.keyboard.press('ArrowUp');
      expect(await input.getAttribute('aria-activedescendant')).toBe(null);
      await page.keyboard.press('ArrowUp');
      expect(await page.locator(options).last().getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
      expect(await input.inputValue()).toBe('ال');
      await page.keyboard.press('ArrowDown');
      const address = await page.locator(options).first().getAttribute('data-url');
      await Promise.all([page.waitForURL((url) => url.pathname !== '/search'), page.keyboard.press('Enter')]);
      expect(new URL(page.url()).pathname).toBe(new URL(address ?? '', site.url).pathname);
    });
  });

  it('searches for what was typed when no suggestion is chosen', async () => {
    await look('/search', desk, async (page) => {
      await type(page, 'الماء');
      await Promise.all([page.waitForURL(/q=/), page.keyboard.press('Enter')]);
      expect(new URL(page.url()).searchParams.get('q')).toBe('الماء');
    });
  });

  it('is clicked like any list, and closes when the reader goes elsewhere', async () => {
    await look('/search', desk, async (page) => {
      await type(page, 'الم');
      await page.keyboard.press('Tab');
      expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
      await page.locator(field).fill('');
      await type(page, 'الم');
      await Promise.all([
        page.waitForURL((url) => url.pathname !== '/search'),
        page.locator(options).first().click(),
      ]);
    });
  });

  it('costs nothing before a reader goes into it, and works without scripts', async () => {
    await look('/search', desk, async (page) => {
      const asked: string[] = [];
      // Pictures further down come when the browser likes.
      page.on('request', (request) => {
        if (request.resourceType() !== 'image') asked.push(request.url());
      });
      await page.waitForTimeout(300);
      expect(asked).toEqual([]);
      await page.locator(field).focus();
      await expect.poll(() => asked.some((url) => url.includes('/assets/suggest-'))).toBe(true);
    });
    await look('/search', { ...phone, javaScriptEnabled: false }, async (page) => {
      await page.locator(field).fill('الماء');
      await Promise.all([page.waitForURL(/q=/), page.locator('form.find button').click()]);
      expect(await page.locator('main li article').count()).toBeGreaterThan(0);
    });
  });

  for (const [screen, size] of Object.entries({ phone, desk })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing that axe finds fault with, open and after a mistake: ${screen}, ${colorScheme}`, async () => {
        await look('/search', { ...size, colorScheme, bypassCSP: true }, async (page) => {
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await type(page, 'الم');
          await page.keyboard.press('ArrowDown');
          await picture(page, `suggestions-${screen}-${colorScheme}`);
          expect(await findings(page)).toEqual([]);
          const after = await page.evaluate(() => document.documentElement.scrollHeight);
          expect(after).toBe(height);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over).toBe(0);
        });
        await look(
          `/search?q=${encodeURIComponent('السدوود')}`,
          { ...size, colorScheme, bypassCSP: true },
          async (page) => {
            expect(await page.locator('.meant').innerText()).toBe('هل تقصد: السدود؟');
            await picture(page, `meant-${screen}-${colorScheme}`);
            expect(await findings(page)).toEqual([]);
            await Promise.all([page.waitForURL(/q=/), page.locator('.meant a').click()]);
            expect(await page.locator('main li article').count()).toBeGreaterThan(0);
          },
        );
      }, 60_000);
    }
  }
});

describe('what programs ask', () => {
  it('is answered with suggestions, and never kept', async () => {
    const answer = await site.get(`/suggest.json?q=${encodeURIComponent('الم')}&limit=3`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    const { suggestions, status } = (await answer.json()) as {
      suggestions: { kind: string; text: string; label: string; url: string }[];
      status: string;
    };
    expect(suggestions).toHaveLength(3);
    expect(status).toBe('٣ اقتراحات');
    for (const { url } of suggestions) expect((await site.get(url)).status).toBe(200);
  });

  it('is answered in the form of browsers, which the manifest names', async () => {
    const manifest = await site.text('/opensearch.xml');
    const template = /template="[^"]*?(\/suggest[^"]*)\{searchTerms\}"/.exec(manifest)?.[1] ?? '';
    const answer = await site.get(`${template}${encodeURIComponent('الم')}`);
    expect(answer.headers.get('content-type')).toContain('application/x-suggestions+json');
    const [q, texts, kinds, urls] = (await answer.json()) as [string, string[], string[], string[]];
    expect(q).toBe('الم');
    expect(texts.length).toBeGreaterThan(0);
    expect([kinds.length, urls.length]).toEqual([texts.length, texts.length]);
  });

  it('is answered whatever is asked', async () => {
    for (const query of [
      '',
      '?q=',
      '?q=%00',
      '?q=%ff',
      `?q=${'a'.repeat(5000)}`,
      '?q=ا&limit=x',
      '?q[]=1',
      '?limit=-9&q=ال',
    ])
      expect([query, (await site.get(`/suggest.json${query}`)).status]).toEqual([query, 200]);
  });

  it('says in search.json what a query may have meant', async () => {
    const answer = async (q: string) =>
      (await (await site.get(`/search.json?q=${encodeURIComponent(q)}`)).json()) as { meant: string | null };
    expect((await answer('السدوود')).meant).toBe('السدود');
    expect((await answer('السدود')).meant).toBe(null);
  });
});
