import { beforeAll, expect, test } from 'vitest';
import { addComment } from '../src/commands/comment.ts';
import { saveStory } from '../src/commands/save-story.ts';
import { chooseDate } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const { site, enter } = newsroomInBrowser();
let story = 0;
beforeAll(async () => {
  const context = { journal: site.journal, actor: 'cli', now: Date.now() };
  const written = await saveStory(context, {
    fields: {
      headline: 'ميزانية الميناء تنتظر التوقيع',
      section: 'economy',
      body: [{ type: 'paragraph', text: [{ text: 'قال المدير إن الكلفة بلغت مليونا، ولم يذكر التفاصيل.' }] }],
    },
  });
  story = Number(written.id);
  await site.caughtUp(written.seq);
});

test('an editor asks on a passage, names a colleague and gives her the story; she finds both on her desk and answers', async () => {
  const omar = await enter('omar');
  await omar.page.goto(`${site.url}/newsroom/stories/${story}`);
  await omar.page.locator('.prose p').first().waitFor();
  // The first two words of the text, marked by keyboard.
  await omar.page.locator('.prose p').first().click();
  await omar.page.keyboard.press('Control+Home');
  await omar.page.keyboard.press('Control+Shift+ArrowLeft');
  await omar.page.keyboard.press('Control+Shift+ArrowLeft');
  const field = omar.page.getByLabel('ملاحظة جديدة');
  await field.focus();
  await omar.page.getByText(/على المقطع المحدد في النص: «قال المدير/).waitFor();
  await omar.page.keyboard.type('من أين الرقم؟ @سلم');
  await omar.page.getByRole('option', { name: 'سلمى الكيلاني' }).waitFor();
  await omar.page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('من أين الرقم؟ @سلمى الكيلاني ');
  await omar.page.keyboard.press('Control+Enter');
  await omar.page.locator('.discussion .said', { hasText: 'من أين الرقم؟' }).waitFor();

  await omar.page.getByRole('button', { name: 'تكليف', exact: true }).click();
  await omar.page.getByLabel('الكاتب').last().selectOption({ label: 'سلمى الكيلاني' });
  await chooseDate(omar.page, 'موعد التسليم', `${new Date().getFullYear() - 1}-01-01T10:00`);
  await omar.page.getByLabel('المطلوب').fill('تفصيل الكلفة');
  await omar.page.locator('.step').getByRole('button', { name: 'تكليف', exact: true }).click();
  await omar.page.getByText('عند سلمى الكيلاني').waitFor();

  const salma = await enter('salma');
  const duties = salma.page.locator('.duties');
  await duties.getByText('تفصيل الكلفة').waitFor();
  await duties.getByText(/تأخرت عن موعدها/).waitFor();
  await duties.getByText('من أين الرقم؟').waitFor();
  await duties.getByRole('link', { name: 'ميزانية الميناء تنتظر التوقيع' }).first().click();
  await salma.page.locator('.prose p').first().waitFor();
  // The passage keeps to its words although there are more before it now, at its very edge.
  await salma.page.locator('.prose p').first().click();
  await salma.page.keyboard.press('Control+Home');
  await salma.page.keyboard.type('أمس ');
  await salma.page.getByTitle('عرض المقطع في النص').click();
  await expect
    .poll(() => salma.page.evaluate(() => getSelection()?.toString().trim()))
    .toMatch(/^قال المدير$/);
  await salma.page.getByRole('button', { name: 'رد', exact: true }).click();
  await salma.page.getByLabel('رد على عمر الحداد').fill('من تقرير الميناء السنوي.');
  await salma.page.getByRole('button', { name: 'إرسال', exact: true }).first().click();
  await salma.page.locator('.discussion li li .said', { hasText: 'تقرير الميناء' }).waitFor();

  await omar.page.reload();
  await omar.page.locator('.discussion li li .said', { hasText: 'تقرير الميناء' }).waitFor();
  await omar.page.getByRole('button', { name: 'إنهاء', exact: true }).click();
  await omar.page.getByText('لا ملاحظات على هذه المادة.').waitFor();
  await salma.page.goto(`${site.url}/newsroom`);
  await duties.getByText('تفصيل الكلفة').waitFor();
  expect(await duties.getByText('من أين الرقم؟').count()).toBe(0);
  for (const one of [omar, salma]) {
    expect(one.faults).toEqual([]);
    await one.context.close();
  }
}, 120_000);

test('the breaking bar goes up, comes down and comes back; readers see each', async () => {
  const hala = await enter('hala');
  const { page } = hala;
  await page.goto(`${site.url}/newsroom/breaking`);
  // The sample newspaper has one up.
  const none = page.getByText('لا عاجل على الموقع الآن.');
  const end = page.getByRole('button', { name: 'رفعه الآن' });
  await none.or(end).waitFor();
  if (await end.isVisible()) await end.click();
  await none.waitFor();
  await page.getByLabel('نص العاجل').fill('إغلاق الجسر القديم أمام السيارات');
  await page.getByLabel('رقم المادة').fill(String(9_999_999));
  await page.getByRole('button', { name: 'وضعه على الموقع' }).click();
  await page.locator('.wrong').waitFor();
  await page.getByLabel('رقم المادة').fill('');
  await page.getByRole('button', { name: 'وضعه على الموقع' }).click();
  await page.getByText('الشريط على الموقع.').waitFor();
  const onFront = async () => (await site.text('/')).includes('إغلاق الجسر القديم');
  expect(await onFront()).toBe(true);
  await end.click();
  await page.getByText('رُفع الشريط.').waitFor();
  expect(await onFront()).toBe(false);
  await page.getByRole('button', { name: 'إعادته' }).click();
  await page.getByText('الشريط على الموقع.').waitFor();
  expect(await onFront()).toBe(true);
  expect(hala.faults).toEqual([]);
  await hala.context.close();
}, 60_000);

test('the planning board shows the week by its days', async () => {
  const { page, context, faults } = await enter('hala');
  await page.goto(`${site.url}/newsroom/plan`);
  await page.locator('.plan > li').nth(6).waitFor();
  expect(await page.locator('.plan > li').count()).toBe(7);
  await page.locator('[aria-current="date"]').waitFor();
  await page.locator('.plan__published').first().waitFor();
  await page.getByRole('button', { name: 'الأسبوع التالي' }).click();
  await page.waitForURL(/week=/);
  await page.getByText('لا شيء في هذا اليوم.').first().waitFor();
  await page.goto(`${site.url}/newsroom/plan?week=${new Date().getFullYear() - 1}-01-01`);
  await page.locator('.plan__due', { hasText: 'سلمى الكيلاني' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);

test('nobody comments on, is told of, or is given what is not theirs to see', async () => {
  const louay = await enter('louay');
  const status = (path: string, method = 'GET', body?: object) =>
    louay.page.evaluate(
      async ([address, how, what]) =>
        (
          await fetch(String(address), {
            method: String(how),
            headers: { 'Content-Type': 'application/json' },
            ...(what === undefined ? {} : { body: JSON.stringify(what) }),
          })
        ).status,
      [path, method, body] as const,
    );
  expect(await status(`/api/stories/${story}/discussion`)).toBe(403);
  expect(await status(`/api/stories/${story}/comments`, 'POST', { text: 'أنا هنا' })).toBe(403);
  expect(await status(`/api/stories/${story}/assignment`, 'PUT', { user: '6' })).toBe(403);
  expect(await status('/api/plan?from=2026-01-01&days=7')).toBe(403);
  expect(await status('/api/breaking', 'PUT', { bar: { text: 'خبر', minutes: 5 } })).toBe(403);
  const said = await addComment(
    { journal: site.journal, actor: 'cli', now: Date.now() },
    { story, text: 'سر بين المحررين', mentions: ['6'] },
  );
  await site.caughtUp(said.seq);
  const duties = await louay.page.evaluate(async () => (await fetch('/api/me/duties')).text());
  expect(duties).not.toContain('سر بين المحررين');
  await louay.context.close();
}, 60_000);
