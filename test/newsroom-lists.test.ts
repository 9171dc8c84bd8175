import { beforeAll, expect, test } from 'vitest';
import { saveStory } from '../src/commands/save-story.ts';
import { chooseDate } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const { site, enter } = newsroomInBrowser();
beforeAll(async () => {
  const context = { journal: site.journal, actor: 'cli', now: Date.now() };
  for (let n = 1; n <= 130; n++)
    await saveStory(context, { fields: { headline: `تقرير المرصد ${n}`, section: 'economy' } });
  await saveStory(context, {
    fields: {
      headline: 'جسر المشاة الجديد',
      section: 'politics',
      byline: { people: [{ name: 'نجلاء البستاني' }] },
    },
  });
  await site.caughtUp((await site.journal.head()).seq);
});

test('lists are filtered as one types, keep their filter over a visit to a story, and go on as one scrolls', async () => {
  const { page, context, faults } = await enter('reem');
  await page.goto(`${site.url}/newsroom/stories`);
  const rows = page.locator('.list tbody tr');
  const words = page.getByLabel('كلمات من العنوان');
  await words.fill('جسر المشاة الجديد');
  await expect.poll(() => rows.count()).toBe(1);
  expect(await page.getByRole('status').first().innerText()).toBe('مادة واحدة');
  await page.getByRole('link', { name: 'جسر المشاة الجديد' }).click();
  await page.waitForURL(/stories\/\d+$/);
  await page.goBack();
  expect(await words.inputValue()).toBe('جسر المشاة الجديد');
  await expect.poll(() => rows.count()).toBe(1);

  await page.getByRole('button', { name: 'إزالة التصفية' }).click();
  expect(await words.inputValue()).toBe('');
  await page.getByText('شروط أخرى').click();
  await page.getByLabel('الكاتب').fill('البستاني');
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByLabel('القسم').selectOption({ label: 'اقتصاد' });
  await page.getByText('لا مواد بهذه الصفات.').waitFor();
  await page.getByRole('button', { name: 'إزالة التصفية' }).click();

  await words.fill('تقرير المرصد');
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('١٣٠ مادة');
  await expect.poll(() => rows.count()).toBe(100);
  await rows.last().scrollIntoViewIfNeeded();
  await expect.poll(() => rows.count()).toBe(130);
  await chooseDate(page, 'من يوم', `${new Date().getFullYear() + 3}-01-01`);
  await page.getByText('لا مواد بهذه الصفات.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);

test('whatever stands in the address of a list, a list comes or a sentence', async () => {
  const { page, context, faults } = await enter('reem');
  for (const search of [
    '?status=zzz',
    '?words=%22*%C2%AB)(',
    '?from=2026-99-99',
    '?person=%00',
    '?author[]=x',
  ])
    for (const path of ['/stories', '/queue']) {
      await page.goto(`${site.url}/newsroom${path}${search}`);
      await page.locator('.list, .empty, .wrong').first().waitFor();
    }
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);
