import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Story } from '../src/model/story.ts';
import { startScheduler } from '../src/scheduler/start.ts';
import { type AtWork, chooseDate, findFault } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const minutes = 60_000;
const { site, enter, newContext } = newsroomInBrowser();
let salma: AtWork;
beforeAll(async () => {
  salma = await enter('salma');
});

/** Red on the left, blue on the right, so that a page shows what it cut out. */
async function photo(height: number): Promise<Buffer> {
  const half = { create: { width: 600, height, channels: 3, background: '#c01020' } } as const;
  return sharp({ create: { width: 1200, height, channels: 3, background: '#1020c0' } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}
/** What a browser does when somebody lets files go over a part of a page, or pastes them. */
async function bring(
  page: Page,
  how: 'drop' | 'paste',
  where: string,
  file: { name: string; bytes: Buffer; type?: string },
): Promise<void> {
  await page.evaluate(
    ([how, where, name, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name ?? '', { type: type ?? '' }));
      const options = { bubbles: true, cancelable: true };
      const event =
        how === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data });
      document.querySelector(where ?? '')?.dispatchEvent(event);
    },
    [how, where, file.name, file.type ?? 'image/jpeg', file.bytes.toString('base64')],
  );
}
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const arrived = (page: Page, n: number) =>
  page.locator('.uploads li:is([data-state=done], [data-state=duplicate])').nth(n).waitFor();
const saved = (page: Page) => page.locator('.saved[data-state=saved]').waitFor();

test(
  'pictures come by file, by paste and by drop; what is known is said, and what is no picture is refused by name',
  async () => {
    const { page, faults } = salma;
    await page.goto(`${site.url}/newsroom`);
    await page.getByRole('link', { name: 'الصور', exact: true }).click();
    await page.locator('.pictures li').first().waitFor();
    const before = await page.locator('.pictures li').count();
    const bytes = await photo(800);
    await page.locator('input[type=file]').setInputFiles([
      { name: 'ميناء.jpg', mimeType: 'image/jpeg', buffer: bytes },
      { name: 'رسالة.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('نص') },
    ]);
    await arrived(page, 0);
    await page.getByText('لا يُقبل الملف رسالة.jpg').waitFor();
    await bring(page, 'paste', 'body', { name: 'image.png', bytes });
    await page.getByText('هذه الصورة في المكتبة من قبل.').waitFor();
    await bring(page, 'drop', '.drop', { name: 'مرسى.jpg', bytes: await photo(700) });
    await arrived(page, 2);
    await expect.poll(() => page.locator('.pictures li').count()).toBe(before + 2);
    // Larger than may be sent: said at once, nothing is sent.
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'big.jpg', { type: 'image/jpeg' }));
      document
        .querySelector('.drop')
        ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await page.getByText('والحد ٥٠ ميغابايت').waitFor();
    expect(await findFault(page)).toEqual([]);
    expect(faults).toEqual([]);
  },
  minutes,
);

test(
  'a picture is described, its focal point set by the arrows, and a change taken back',
  async () => {
    const { page, faults } = salma;
    await page.goto(`${site.url}/newsroom/media`);
    await page.locator('.pictures a').first().click();
    await page.locator('.details form').waitFor();
    const mark = page.locator('.focus-mark');
    await mark.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect(await mark.getAttribute('aria-label')).toBe('مركز الصورة: ١٠٠٪ من اليسار، ٤٩٪ من الأعلى');
    await page.getByLabel('المصدر').fill('هدى المصري');
    await act(page, 'حفظ');
    // Nothing typed is lost by a refusal, which stands at its field.
    await page.getByText('هذا الحقل مطلوب.').waitFor();
    expect(await page.getByLabel('المصدر').inputValue()).toBe('هدى المصري');
    await page.getByLabel('الوصف البديل').fill('نصفان، أحمر وأزرق');
    await page.getByLabel('من فيها').fill('ليل');
    await act(page, 'حفظ');
    await page.getByText('حُفظت بيانات الصورة.').waitFor();
    await page.getByLabel('شرح الصورة').fill('شرح خاطئ');
    await act(page, 'حفظ');
    await page.getByText('حُفظت بيانات الصورة.').waitFor();
    await act(page, 'تراجع');
    await expect.poll(() => page.getByLabel('شرح الصورة').inputValue()).toBe('');
    // Leaving with something unsaved asks first.
    await page.getByLabel('شرح الصورة').fill('المرسى في الصباح');
    await page.getByRole('link', { name: 'كل المواد' }).click();
    await page.getByText('لم تُحفظ تعديلاتك على هذه الصورة.').waitFor();
    await page.locator('.notice').getByRole('button', { name: 'حفظ' }).click();
    await page.waitForURL(/\/stories$/);
    expect(faults).toEqual([]);
  },
  minutes,
);

test(
  'a story gets its pictures, says what they want before it is sent, and readers see them until their rights end',
  async () => {
    const { page, faults } = salma;
    await page.goto(`${site.url}/newsroom/stories/new`);
    await page.getByLabel('العنوان', { exact: true }).fill('المرسى القديم يفتح أبوابه');
    await page.getByLabel('القسم').selectOption({ label: 'اقتصاد' });
    await act(page, 'بدء الكتابة');
    await page.waitForURL(/stories\/\d+$/);
    const id = Number(new URL(page.url()).pathname.split('/').at(-1));
    await page.locator('.prose').waitFor();

    // The main picture from the library, by its words.
    await act(page, 'اختيار صورة');
    const library = page.getByRole('dialog', { name: 'اختيار صورة' });
    await library.getByLabel('بحث في الصور').fill('مرسى الصباح');
    await expect.poll(() => library.locator('.pictures li').count()).toBe(1);
    await library.locator('.pictures button').click();
    await page.getByText('من المكتبة: نصفان، أحمر وأزرق').waitFor();

    // One in the body: asked for by a slash, brought by paste.
    await page.locator('.prose').click();
    await page.keyboard.type('عاد الصيادون.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/صورة');
    await page.keyboard.press('Enter');
    await library.waitFor();
    await bring(page, 'paste', 'dialog', { name: 'image.png', bytes: await photo(900) });
    await page.locator('.prose .story-picture img').waitFor();
    await page.keyboard.type('ورحّب التجار.');
    await saved(page);

    await act(page, 'إرسال للمراجعة');
    await page.getByRole('alert').getByText('اكتب مصدر هذه الصورة.').waitFor();
    const block = page.locator('.prose .story-picture');
    expect(await block.getByLabel('الوصف البديل').getAttribute('aria-invalid')).toBe('true');
    await expect
      .poll(() => block.getByLabel('الوصف البديل').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await block.getByLabel('الوصف البديل').fill('قارب يدخل المرسى');
    await block.getByLabel('شرح الصورة').fill('أول القوارب');
    await block.getByLabel('المصدر').fill('سلمى');
    await saved(page);
    expect(await findFault(page)).toEqual([]);
    await act(page, 'إرسال للمراجعة');
    await page.getByText('تمّ: إرسال للمراجعة').waitFor();

    const hala = await enter('hala');
    await hala.page.goto(`${site.url}/newsroom/stories/${id}`);
    await hala.page.locator('.prose .story-picture img').waitFor();
    await act(hala.page, 'نشر');
    await hala.page.getByText('تمّ: نشر').waitFor();

    const reader = await (await newContext()).newPage();
    await reader.goto(`${site.url}/${id}`);
    const shown = () =>
      reader.evaluate(async () => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>('.hero img, .prose figure img')];
        return Promise.all(
          pictures.map(async (img) => {
            img.loading = 'eager';
            await img.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [img.naturalWidth, img.naturalHeight];
            const pen = canvas.getContext('2d');
            pen?.drawImage(img, 0, 0);
            const [red = 0, , blue = 0] =
              pen?.getImageData(canvas.width / 4, canvas.height / 2, 1, 1).data ?? [];
            const address = new URL(img.currentSrc).pathname;
            return { alt: img.alt, format: address.split('.').at(-1), red: red > 150, blue: blue > 150 };
          }),
        );
      });
    // At 2:1 the whole width stands; the point at the right end shows in the square of lists.
    expect(await shown()).toEqual([
      { alt: 'نصفان، أحمر وأزرق', format: 'avif', red: true, blue: false },
      { alt: 'قارب يدخل المرسى', format: 'avif', red: true, blue: false },
    ]);
    expect(await reader.locator('.prose figcaption').innerText()).toContain('أول القوارب');
    const lead =
      /\/media\/([^/]+)\//.exec((await reader.locator('.hero img').getAttribute('src')) ?? '')?.[1] ?? '';
    const square = await sharp(
      Buffer.from(await (await site.get(`/media/${lead}/320-r11.avif`)).arrayBuffer()),
    ).stats();
    expect([square.dominant.b > 150, square.dominant.r > 150]).toEqual([true, false]);

    // Its rights end with a day; the day after it is gone from the page and its address is empty.
    await page.goto(`${site.url}/newsroom/media/${lead}`);
    await page.getByText('المرسى القديم يفتح أبوابه').waitFor();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await chooseDate(page, 'آخر يوم للنشر', tomorrow);
    await act(page, 'حفظ');
    await page.getByText('حُفظت بيانات الصورة.').waitFor();
    expect(await page.getByRole('button', { name: 'حذف من المكتبة' }).count()).toBe(0);
    const clock = startScheduler(site.journal, { now: () => Date.now() + 3 * 86_400_000 });
    await clock.runDue();
    await clock.stop();
    await site.caughtUp((await site.journal.head()).seq);
    await reader.reload();
    expect(await reader.locator('.hero img').count()).toBe(0);
    expect((await site.get(`/media/${lead}/320-r11.avif`)).status).toBe(404);
    await page.reload();
    await page.locator('.details').getByText('ولا يراها القرّاء').waitFor();
    expect(faults).toEqual([]);
    expect(hala.faults).toEqual([]);
    await hala.context.close();
    await reader.context().close();
  },
  2 * minutes,
);

test(
  'a gallery is brought in by a slash, put in order by keyboard and pointer, described, and shown to readers',
  async () => {
    const { page, context, faults } = await enter('hala', { height: 2000 });
    await page.goto(`${site.url}/newsroom/stories/new`);
    await page.getByLabel('العنوان', { exact: true }).fill('يوم في الميناء بالصور');
    await page.getByLabel('القسم').selectOption({ label: 'اقتصاد' });
    await act(page, 'بدء الكتابة');
    await page.waitForURL(/stories\/\d+$/);
    const id = Number(new URL(page.url()).pathname.split('/').at(-1));
    await page.locator('.prose').click();
    await page.keyboard.type('من الفجر.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/معرض');
    await page.keyboard.press('Enter');
    const library = page.getByRole('dialog', { name: 'اختيار صور' });
    const choose = async (...media: string[]) => {
      for (const one of media)
        await library.locator(`.pictures button:has(img[src*="/${one}/"])`).press('Enter');
    };
    await choose('bread', 'harvest', 'dhows', 'harvest');
    expect(await library.locator('[aria-pressed=true]').count()).toBe(2);
    expect(await findFault(page)).toEqual([]);
    await library.getByRole('button', { name: 'إضافة صورتين' }).click();
    const gallery = page.locator('.prose .gallery');
    const order = () =>
      gallery
        .locator('img')
        .evaluateAll((all) => all.map((img) => /media\/(\w+)\//.exec((img as HTMLImageElement).src)?.[1]));
    await expect.poll(order).toEqual(['bread', 'dhows']);
    await gallery.getByRole('button', { name: 'إضافة صور' }).click();
    await choose('bridge');
    await library.getByRole('button', { name: 'إضافة صورة واحدة' }).click();
    await expect.poll(order).toEqual(['bread', 'dhows', 'bridge']);

    // The focus goes with what is moved.
    await gallery.getByRole('button', { name: 'تقديم صورة ٣' }).press('ArrowUp');
    await expect.poll(order).toEqual(['bread', 'bridge', 'dhows']);
    await page.keyboard.press('ArrowUp');
    await expect.poll(order).toEqual(['bridge', 'bread', 'dhows']);
    await gallery.locator('.grip').last().dragTo(gallery.locator('.sortable > li').first());
    await expect.poll(order).toEqual(['dhows', 'bridge', 'bread']);
    await gallery.getByRole('button', { name: 'إزالة صورة ٣ من المعرض' }).press('Enter');
    await expect.poll(order).toEqual(['dhows', 'bridge']);
    await gallery.getByLabel('شرح الصورة').first().fill('مراكب الصباح');
    await saved(page);
    expect(await findFault(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    const body = async () =>
      ((await site.journal.current('story', String(id)))?.content as Story | undefined)?.body ?? [];
    await expect.poll(body).toContainEqual({
      type: 'gallery',
      pictures: [{ media: 'dhows', caption: 'مراكب الصباح' }, { media: 'bridge' }],
    });
    // Undone as a writer does.
    await page.locator('.prose p').first().click();
    await page.keyboard.press('Control+z');
    const caption = gallery.getByLabel('شرح الصورة').first();
    await expect.poll(() => caption.inputValue()).toBe('');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => caption.inputValue()).toBe('مراكب الصباح');
    await expect.poll(order).toEqual(['dhows', 'bridge']);
    await saved(page);
    await act(page, 'نشر');
    await page.getByText('تمّ: نشر').waitFor();
    await page.goto(`${site.url}/${id}`);
    expect(await page.locator('.prose .strip figure').count()).toBe(2);
    expect(await page.locator('.prose .strip figcaption').first().innerText()).toContain('مراكب الصباح');
    expect(faults).toEqual([]);
    await context.close();
  },
  2 * minutes,
);
