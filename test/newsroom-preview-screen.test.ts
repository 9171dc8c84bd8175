import { describe, expect, it } from 'vitest';
import { speak } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const { site, enter } = newsroomInBrowser();

describe('the screen of the preview', () => {
  for (const width of [390, 1440])
    it(`shows phone and desk, light and dark, and gives the link: ${width} px`, async () => {
      const { page, context: window, faults } = await enter('reem', { width });
      await window.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${site.url}/newsroom/stories/101`);
      await page.getByRole('link', { name: 'معاينة' }).click();
      const frame = page.frameLocator('iframe');
      await frame.locator('h1').waitFor();
      const seen = () =>
        frame.locator('html').evaluate(() => [innerWidth, document.documentElement.dataset['theme']]);
      await page.getByRole('button', { name: 'هاتف' }).click();
      await page.getByRole('button', { name: 'داكن' }).click();
      await expect.poll(async () => (await seen())[1]).toBe('dark');
      expect(Number((await seen())[0])).toBeLessThanOrEqual(390);
      await page.getByRole('button', { name: 'حاسوب' }).click();
      await page.getByRole('button', { name: 'فاتح' }).click();
      await expect.poll(async () => (await seen())[1]).toBe('light');
      expect(Number((await seen())[0])).toBeGreaterThan(1200);
      await page.getByRole('button', { name: 'نسخ الرابط' }).click();
      await page.getByText('نُسخ الرابط').waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect((await fetch(link)).status).toBe(200);
      await page.goto(`${site.url}/newsroom/audit`);
      await page
        .getByRole('row', { name: /رابط معاينة · مادة ١٠١ ينتهي/ })
        .first()
        .waitFor();
      await speak(page, 'en');
      await page
        .getByRole('row', { name: /Preview link · Story 101 Ends/ })
        .first()
        .waitFor();
      await speak(page, 'ar');
      expect(faults).toEqual([]);
      await window.close();
    }, 60_000);
});
