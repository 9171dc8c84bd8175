import { beforeAll, expect, test } from 'vitest';
import { saveStory } from '../src/commands/save-story.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const { site, enter } = newsroomInBrowser();
let story = 0;
beforeAll(async () => {
  const context = { journal: site.journal, actor: 'cli', now: Date.now() };
  const save = (expect: number, text: string) =>
    saveStory(context, {
      ...(story > 0 && { id: story }),
      expect,
      fields: {
        headline: 'مقاعد جديدة للمسرح',
        section: 'culture',
        body: [{ type: 'paragraph', text: [{ text }] }],
      },
    });
  story = Number((await save(0, 'وصلت المقاعد صباح السبت.')).id);
  await save(1, 'وصلت المقاعد مساء السبت.');
  const { seq } = await save(2, 'وصلت المقاعد مساء الأحد.');
  await site.caughtUp(seq);
});

test('any two revisions are compared word by word, from right to left', async () => {
  const { page, context, faults } = await enter('reem');
  await page.goto(`${site.url}/newsroom/stories/${story}`);
  await page.getByRole('button', { name: 'مقارنة', exact: true }).first().click();
  const differences = page.locator('.diff');
  await differences.locator('del').waitFor();
  const words = async () => [
    await differences.locator('del').allInnerTexts(),
    await differences.locator('ins').allInnerTexts(),
  ];
  expect((await words()).flat().join(' ')).not.toContain('صباح');
  await page.getByLabel('مع النسخة').selectOption({ label: '١' });
  await expect.poll(async () => (await words())[0]?.join(' ')).toContain('صباح');
  expect((await words())[0]?.join(' ')).toContain('السبت');
  expect((await words())[1]?.join(' ')).toContain('الأحد');
  const direction = await differences
    .locator('p[dir]')
    .first()
    .evaluate((p) => getComputedStyle(p).direction);
  expect(direction).toBe('rtl');
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);

test('words for search engines are counted, kept, and reach the page', async () => {
  const { page, context, faults } = await enter('reem');
  await page.goto(`${site.url}/newsroom/stories/${story}`);
  await page.getByLabel('الوصف في محركات البحث').fill('متى تصل مقاعد المسرح البلدي');
  await page.getByText('٢٧ حرفا من ١٥٥').waitFor();
  await expect.poll(() => page.locator('.saved').getAttribute('data-state')).toBe('saved');
  await page.reload();
  expect(await page.getByLabel('الوصف في محركات البحث').inputValue()).toBe('متى تصل مقاعد المسرح البلدي');
  await page.getByRole('button', { name: 'نشر', exact: true }).click();
  await page.getByText('تمّ: نشر').waitFor();
  const address = (await site.get(`/${story}`)).headers.get('location') ?? '';
  expect(await site.text(address)).toContain(
    '<meta name="description" content="متى تصل مقاعد المسرح البلدي"',
  );
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);
