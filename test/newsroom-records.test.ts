import { expect, it } from 'vitest';
import { mergeRecord } from '../src/commands/merge-record.ts';
import { findFault } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const { site, enter } = newsroomInBrowser();

const pageOf = (slug: string) => `/people/${encodeURIComponent(slug)}`;

it('an editor finds a person by another spelling, writes the page, merges two, and parts them again', async () => {
  const { page, context, faults } = await enter('hala');
  await page.getByRole('link', { name: 'السجلات' }).click();
  await page.getByRole('searchbox', { name: 'بحث بالاسم' }).fill('الياس رحال');
  await page.getByText('سجل واحد').waitFor();
  await page.getByRole('link', { name: 'إلياس رحّال' }).click();
  await page.getByLabel('الصفة').fill('مدير مرصد جبل الريحان');
  await page.getByLabel('تهجئات وأسماء أخرى').fill('إلياس رحال\nالياس رحال\nElias Rahhal');
  await page.getByRole('button', { name: 'اختيار صورة' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button')
    .filter({ has: page.locator('img') })
    .first()
    .click();
  await page.locator('.record-picture').waitFor();
  await page.getByLabel('كلمات العنوان في الرابط').fill('إلياس رحال الفلكي');
  await page.getByRole('button', { name: 'حفظ' }).click();
  await page.getByText('حُفظ السجل.').waitFor();
  const written = await site.text(pageOf('إلياس-رحال-الفلكي'));
  expect(written).toContain('مدير مرصد جبل الريحان');
  const moved = await site.get(pageOf('إلياس-رحال'));
  expect([moved.status, decodeURI(moved.headers.get('location') ?? '')]).toEqual([
    301,
    '/people/إلياس-رحال-الفلكي',
  ]);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await page.getByText('عاد السجل كما كان.').waitFor();
  expect((await site.get(pageOf('إلياس-رحال'))).status).toBe(200);

  await page.getByRole('link', { name: 'العودة إلى القائمة' }).click();
  await page.getByRole('textbox', { name: 'الاسم', exact: true }).fill('الفلكي إلياس');
  await page.getByRole('button', { name: 'إضافة' }).click();
  await page.getByRole('heading', { level: 1, name: 'الفلكي إلياس' }).waitFor();
  const second = page.url();
  await page.getByRole('searchbox', { name: 'دمج في' }).fill('رحال');
  await page.getByRole('radio', { name: /إلياس رحّال/ }).check();
  await page.getByRole('button', { name: 'دمج' }).click();
  await page.getByText('دُمج في «إلياس رحّال».').waitFor();
  const led = await site.get(pageOf('الفلكي-إلياس'));
  expect([led.status, decodeURI(led.headers.get('location') ?? '')]).toEqual([301, '/people/إلياس-رحال']);
  // Whoever looks for the name that was merged away finds the record that it means now.
  await page.getByRole('link', { name: 'العودة إلى القائمة' }).click();
  await page.getByRole('searchbox', { name: 'بحث بالاسم' }).fill('الفلكي الياس');
  await page.getByText('سجل واحد').waitFor();
  await page.getByRole('link', { name: 'إلياس رحّال' }).click();
  await page.getByRole('heading', { name: 'دُمج فيه' }).waitFor();
  expect(await findFault(page)).toEqual([]);
  await page.getByRole('link', { name: 'الفلكي إلياس' }).click();
  expect(page.url()).toBe(second);
  await page.getByRole('button', { name: 'فصل' }).click();
  await page.getByRole('button', { name: 'حفظ' }).waitFor();
  expect((await site.get(pageOf('الفلكي-إلياس'))).status).toBe(200);
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);

it('stories of a merged person stand on the page of the other, and come back when they are parted', async () => {
  const titles = async (slug: string) =>
    [...(await site.text(pageOf(slug))).matchAll(/<h[23][^>]*>.*?href="(\/[a-z-]+\/\d+\/)/gs)].map(
      ([, href = '']) => href,
    );
  const [his, theirs] = [await titles('طارق-زين'), await titles('عادل-منصور')];
  expect(his.length).toBeGreaterThan(0);
  const put = async (into?: string) => {
    const entry = await site.journal.current('person', 'tariq-zein');
    const { seq } = await mergeRecord(
      { journal: site.journal, actor: 'cli', now: Date.now() },
      { kind: 'person', id: 'tariq-zein', expect: entry?.version ?? 0, ...(into !== undefined && { into }) },
    );
    await site.caughtUp(seq);
  };
  await put('adel-mansour');
  const both = await titles('عادل-منصور');
  expect(new Set(both)).toEqual(new Set([...his, ...theirs]));
  await put();
  expect(new Set(await titles('عادل-منصور'))).toEqual(new Set(theirs));
  expect(new Set(await titles('طارق-زين'))).toEqual(new Set(his));
});

it('none is merged into itself, into what is not there, or into one that was merged away', async () => {
  const merge = async (id: string, into?: string) => {
    const entry = await site.journal.current('topic', id);
    const context = { journal: site.journal, actor: 'cli', now: Date.now() };
    return mergeRecord(context, {
      kind: 'topic',
      id,
      expect: entry?.version ?? 0,
      ...(into !== undefined && { into }),
    }).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  };
  expect(await merge('cities', 'cities')).toBe('reference-missing');
  expect(await merge('cities', 'nowhere')).toBe('reference-missing');
  expect(await merge('nowhere', 'cities')).toBe('not-found');
  expect(await merge('cities', 'budget')).toBe('done');
  expect(await merge('budget', 'cities')).toBe('reference-missing');
  expect(await merge('cities')).toBe('done');
});

it('whoever may not change records does not find the screen in their way', async () => {
  const { page, context } = await enter('louay');
  expect(await page.getByRole('link', { name: 'السجلات' }).count()).toBe(0);
  await page.goto(`${site.url}/newsroom/records`);
  await page.getByText('هذه الصفحة ليست من صلاحياتك.').waitFor();
  await context.close();
});
