import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const minutes = 60_000;
const { site, enter } = newsroomInBrowser();

const stateOf = (page: Page) => page.locator('.saved').getAttribute('data-state');
const saved = (page: Page) => expect.poll(() => stateOf(page), { timeout: 30_000 }).toBe('saved');
const body = (page: Page) => page.locator('.prose');
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const done = (page: Page, what: string) => page.getByText(`تمّ: ${what}`).waitFor();

/** Begins a story and opens its editor; gives its number. */
async function begin(page: Page, headline: string, section: string): Promise<number> {
  await page.goto(`${site.url}/newsroom/stories/new`);
  await page.getByLabel('العنوان', { exact: true }).fill(headline);
  await page.getByLabel('القسم').selectOption({ label: section });
  await act(page, 'بدء الكتابة');
  await page.waitForURL(/stories\/\d+$/);
  await body(page).waitFor();
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

describe('a day in the newsroom', () => {
  test(
    'a reporter writes and submits, the editor sends back, approves and publishes, corrects and kills',
    async () => {
      const salma = await enter('salma');
      const id = await begin(salma.page, 'تجديد سوق السمك قبل الشتاء', 'اقتصاد');
      await body(salma.page).click();
      await salma.page.keyboard.type('عاد الصيادون, وقال المدير "نفتح غدا".');
      await saved(salma.page);
      expect(await body(salma.page).innerText()).toContain('عاد الصيادون، وقال المدير «نفتح غدا».');
      expect(await salma.page.getByRole('button', { name: 'نشر', exact: true }).count()).toBe(0);
      await act(salma.page, 'إرسال للمراجعة');
      await done(salma.page, 'إرسال للمراجعة');

      const omar = await enter('omar');
      await omar.page.getByRole('link', { name: 'قائمة المراجعة' }).click();
      await omar.page.getByRole('link', { name: 'تجديد سوق السمك قبل الشتاء' }).click();
      await body(omar.page).waitFor();
      await act(omar.page, 'إعادة إلى الكاتب');
      await omar.page.getByLabel('السبب').fill('ينقصه رأي التجار');
      await omar.page.locator('.step').getByRole('button', { name: 'إعادة إلى الكاتب' }).click();
      await done(omar.page, 'إعادة إلى الكاتب');

      await salma.page.reload();
      await body(salma.page).waitFor();
      await salma.page.getByText('ينقصه رأي التجار').waitFor();
      await body(salma.page).click();
      await salma.page.keyboard.press('Control+End');
      await salma.page.keyboard.type(' ورحّب التجار.');
      await saved(salma.page);
      await act(salma.page, 'إرسال للمراجعة');
      await done(salma.page, 'إرسال للمراجعة');

      await omar.page.reload();
      await body(omar.page).waitFor();
      expect(await body(omar.page).innerText()).toContain('ورحّب التجار.');
      await act(omar.page, 'اعتماد');
      await done(omar.page, 'اعتماد');
      expect((await site.get(`/${id}`)).status).toBe(404);
      await act(omar.page, 'نشر');
      await done(omar.page, 'نشر');
      const address = (await site.get(`/${id}`)).headers.get('location') ?? '';
      expect(await site.text(address)).toContain('ورحّب التجار.');

      await act(omar.page, 'تصويب');
      await omar.page.getByLabel('نص التصويب').fill('ذكر الخبر اسم السوق خطأ.');
      await omar.page.locator('.step').getByRole('button', { name: 'تصويب' }).click();
      await done(omar.page, 'تصويب');
      expect(await site.text(address)).toContain('ذكر الخبر اسم السوق خطأ.');
      // To kill is a chief's.
      expect(await omar.page.getByRole('button', { name: 'سحب نهائي', exact: true }).count()).toBe(0);

      const hala = await enter('hala');
      await hala.page.goto(`${site.url}/newsroom/stories/${id}`);
      await body(hala.page).waitFor();
      await act(hala.page, 'سحب نهائي');
      await hala.page.getByLabel('السبب').fill('طلب قانوني');
      await hala.page.locator('.step').getByRole('button', { name: 'سحب نهائي' }).click();
      await hala.page.getByText('مسحوب نهائيا').first().waitFor();
      expect((await site.get(address)).status).toBe(410);
      for (const one of [salma, omar, hala]) {
        expect(one.faults).toEqual([]);
        await one.context.close();
      }
    },
    2 * minutes,
  );

  test(
    'two people type at once, one loses the line for a while, and no word is lost',
    async () => {
      const salma = await enter('salma');
      const hala = await enter('hala');
      const id = await begin(salma.page, 'رحلة في الميناء القديم', 'ثقافة');
      await hala.page.goto(`${site.url}/newsroom/stories/${id}`);
      await body(hala.page).waitFor();
      await saved(salma.page);
      await body(salma.page).click();
      await salma.page.keyboard.type('أولا');
      await hala.page.waitForFunction(() => document.querySelector('.prose')?.textContent?.includes('أولا'));

      await salma.context.setOffline(true);
      await salma.page.locator('.saved[data-state="offline"]').waitFor({ timeout: 60_000 });
      await salma.page.keyboard.type(' بلا اتصال');
      expect(await stateOf(salma.page)).toBe('offline');
      await body(hala.page).click();
      await hala.page.keyboard.press('Control+End');
      await hala.page.keyboard.press('Enter');
      await hala.page.keyboard.type('ثانيا');
      await saved(hala.page);
      await salma.context.setOffline(false);
      await saved(salma.page);
      for (const page of [salma.page, hala.page]) {
        await page.waitForFunction(() => {
          const text = document.querySelector('.prose')?.textContent ?? '';
          return text.includes('أولا بلا اتصال') && text.includes('ثانيا');
        });
      }
      await hala.page.reload();
      await body(hala.page).waitFor();
      await hala.page.waitForFunction(() =>
        document.querySelector('.prose')?.textContent?.includes('أولا بلا اتصال'),
      );
      for (const one of [salma, hala]) {
        expect(one.faults).toEqual([]);
        await one.context.close();
      }
    },
    2 * minutes,
  );

  test('whoever is suspended is out at once', async () => {
    const louay = await enter('louay');
    const reem = await enter('reem');
    await reem.page.goto(`${site.url}/newsroom/users`);
    const row = reem.page.locator('li', { hasText: 'لؤي صالح' });
    await row.getByRole('button', { name: 'إيقاف', exact: true }).click();
    await row.getByText('موقوف').waitFor();
    await louay.page.goto(`${site.url}/newsroom/account`);
    await louay.page.waitForURL(/sign-in\?next=/);
    await row.getByRole('button', { name: 'رفع الإيقاف' }).click();
    await louay.context.close();
    await reem.context.close();
  });
});

describe('the newsroom’s screens', () => {
  test('weigh at most 200 KB for the desk and 480 KB for the editor, compressed', async () => {
    const { page, context } = await enter('reem');
    const weigh = async (path: string, ready: string) => {
      await page.goto(`${site.url}/newsroom${path}`);
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
      return page.evaluate(() =>
        [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
          .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
          .reduce((sum, bytes) => sum + bytes, 0),
      );
    };
    expect(await weigh('', 'h1')).toBeLessThanOrEqual(200_000);
    // The proofreader comes by itself when the first text has been read.
    expect(await weigh('/stories/101', '.notes, .panel')).toBeLessThanOrEqual(480_000);
    await context.close();
  });
});
