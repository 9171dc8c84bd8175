import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SuggestionsAnswer } from '../src/api/contract/suggestions.ts';
import { saveStory } from '../src/commands/save-story.ts';
import type { Story } from '../src/model/story.ts';
import { type AtWork, findFault } from './support/desk.ts';
import { agencyBlocks, pasted } from './support/pasted.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const minutes = 60_000;
const { site, enter } = newsroomInBrowser();
let salma: AtWork;
/** Someone else's story with a text of its own. */
let twin = 0;
const twinText =
  'أعلنت إدارة الميناء أمس أن أرصفة الصيد الشمالية ستغلق أسبوعين لترميم الحاجز الذي أضرت به عواصف الشتاء الماضي، على أن تنتقل القوارب إلى المرسى الشرقي حتى نهاية الشهر.';
beforeAll(async () => {
  const written = await saveStory(
    { journal: site.journal, actor: 'cli', now: Date.now() },
    {
      fields: {
        headline: 'إغلاق أرصفة الصيد',
        section: 'economy',
        body: [{ type: 'paragraph', text: [{ text: twinText }] }],
      },
    },
  );
  twin = Number(written.id);
  await site.caughtUp((await site.journal.head()).seq);
  salma = await enter('salma');
});

const body = (page: Page) => page.locator('.prose');
const item = (page: Page, words: string) => page.locator('.suggestions .notes > li', { hasText: words });
const saved = (page: Page) => page.locator('.saved[data-state=saved]').waitFor({ timeout: 30_000 });

/** Begins a story and opens its editor. */
async function begin(page: Page, headline: string): Promise<void> {
  await page.goto(`${site.url}/newsroom/stories/new`);
  await page.getByLabel('العنوان', { exact: true }).fill(headline);
  await page.getByLabel('القسم').selectOption({ label: 'اقتصاد' });
  await page.getByRole('button', { name: 'بدء الكتابة', exact: true }).click();
  await page.waitForURL(/stories\/\d+$/);
  await body(page).waitFor();
}

describe('beside the text', () => {
  test(
    'stands what it names, says and is like, and one key takes each',
    async () => {
      const { page, faults } = salma;
      await begin(page, 'ترميم الحاجز');
      await body(page).click();
      await page.keyboard.insertText(`القاهرة (أ ف ب) - ${twinText}`);
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(
        'وقال وزير الخارجية الروسي سيرغي لافروف في باريس: «لن نغلق الميناء قبل أن يجد الصيادون مكانا لقواربهم».',
      );
      await item(page, 'إغلاق أرصفة الصيد').waitFor();
      expect(await item(page, 'إغلاق أرصفة الصيد').locator('a').getAttribute('href')).toBe(
        `/newsroom/stories/${twin}`,
      );
      // The warning is left by one key, the dateline taken by another.
      await page.keyboard.press('Shift+F4');
      await expect.poll(() => item(page, 'إغلاق أرصفة الصيد').count()).toBe(0);
      await page.keyboard.press('F4');
      await expect.poll(() => page.getByLabel('مكان الخبر').inputValue()).toBe('القاهرة');
      expect(await body(page).innerText()).toMatch(/^أعلنت إدارة الميناء/);
      // Undone like any other change.
      await body(page).click();
      await page.keyboard.press('Control+z');
      expect(await body(page).innerText()).toMatch(/^القاهرة \(أ ف ب\)/);
      await page.keyboard.press('Control+y');

      // A person without a record gets one; F2 goes from one suggestion to the next.
      const person = item(page, 'لافروف').filter({ hasText: 'شخصية' });
      await person.waitFor();
      for (let i = 0; i < 10 && (await person.getAttribute('aria-current')) !== 'true'; i++)
        await page.keyboard.press('F2');
      await page.keyboard.press('F4');
      await page.locator('.linked li', { hasText: 'لافروف' }).waitFor();
      const said = page.locator('.suggestions [data-type=said]');
      await said.getByRole('button', { name: 'إبراز المقتطف' }).click();
      expect(await page.locator('.prose aside').innerText()).toContain('لن نغلق الميناء');
      await saved(page);
      expect(await findFault(page)).toEqual([]);

      // What was linked stays so, by the record's name, and can be taken away.
      await page.reload();
      await page.getByRole('button', { name: /^إزالة .*لافروف/ }).click();
      await expect.poll(() => page.locator('.linked li').count()).toBe(0);
      await item(page, 'لافروف').filter({ hasText: 'ربط بالمادة' }).waitFor();
      // What was ignored stays so on any machine, until somebody has it shown again.
      const other = await enter('reem');
      await other.page.goto(page.url());
      await item(other.page, 'لافروف').first().waitFor();
      const again = other.page.locator('.suggestions .ignored');
      await again.waitFor();
      expect(await item(other.page, 'إغلاق أرصفة الصيد').count()).toBe(0);
      await again.getByRole('button').click();
      await item(other.page, 'إغلاق أرصفة الصيد').waitFor();
      await item(page, 'إغلاق أرصفة الصيد').waitFor();
      await other.context.close();
      expect(faults).toEqual([]);
    },
    minutes,
  );

  test(
    'a note of the proofreader that was left stays so for everybody who writes, until it is shown again',
    async () => {
      const { page, faults } = salma;
      await begin(page, 'قوارب الميناء');
      await body(page).click();
      await page.keyboard.insertText('قال إنشاء الله نعود. ذهب الى الميناء ثم عاد الى بيته.');
      const notes = page.locator('section[aria-labelledby=proof-title]');
      await notes.locator('li').first().waitFor();
      const found = await notes.locator('li').count();
      await page.keyboard.press('F7');
      await page.keyboard.press('F9');
      await expect.poll(() => notes.locator('li').count()).toBeLessThan(found);
      const left = await notes.locator('li').count();
      await saved(page);
      await page.reload();
      await notes.getByRole('button', { name: 'إظهار ما تُجوهل' }).waitFor();
      expect(await notes.locator('li').count()).toBe(left);
      await notes.getByRole('button', { name: 'إظهار ما تُجوهل' }).click();
      await expect.poll(() => notes.locator('li').count()).toBe(found);
      await saved(page);
      expect(faults).toEqual([]);
    },
    minutes,
  );

  test('no one is told of drafts that they may not read', async () => {
    const guest = await enter('louay');
    const alike = await guest.page.evaluate(
      async ([text]) => {
        const send = (path: string, sent: object) =>
          fetch(path, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(sent),
          }).then((response) => response.json() as Promise<unknown>);
        const { id } = (await send('/api/stories', {
          fields: { headline: 'ترميم', section: 'economy' },
        })) as { id: string };
        const linked = { topic: [], person: [], place: [], organisation: [] };
        const sent = { headline: 'ترميم', standfirst: '', text, linked };
        return send(`/api/stories/${id}/suggestions`, sent);
      },
      [twinText],
    );
    expect((alike as SuggestionsAnswer).alike).toEqual([]);
    await guest.context.close();
  });
});

describe('what is pasted', () => {
  /** As the clipboard gives it. */
  const paste = (page: Page, html: string) =>
    page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      document
        .querySelector('.prose')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
        );
    }, html);

  test(
    'comes in clean from Word, Google Docs, agencies and pages of the web',
    async () => {
      const { page, faults } = salma;
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (/pictures\.example|count\.example|ads\.example/.test(request.url()))
          elsewhere.push(request.url());
      });
      await begin(page, 'ما يُلصق');
      const prose = body(page);
      await prose.click();
      await paste(page, pasted.word);
      expect(await prose.locator('h2').innerText()).toBe('أسعار السمك');
      expect(await prose.locator('strong').first().innerText()).toBe('ارتفعت');
      expect(await prose.locator('table tr').count()).toBe(2);
      const english = prose.locator('p', { hasText: 'The harbour' });
      expect(await english.evaluate((p) => getComputedStyle(p).direction)).toBe('ltr');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await paste(page, pasted.docs);
      expect(await prose.locator('strong', { hasText: 'عاد' }).innerText()).toBe('عاد');
      expect(await prose.locator('strong', { hasText: 'الصيادون' }).count()).toBe(0);
      expect(await prose.locator('a').getAttribute('href')).toBe('https://paper.example/a?id=7');
      expect(await prose.locator('ul li').allInnerTexts()).toEqual(['القوارب', 'الشباك']);
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await paste(page, pasted.web);
      await page.getByText('صورة من موقع آخر لم تُؤخذ').waitFor();
      expect(await prose.innerText()).toContain('خبر من موقع آخر.');
      expect(await prose.locator('a').count()).toBe(1);
      expect(await prose.locator('.quote', { hasText: 'قول منقول.' }).count()).toBe(1);
      expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await paste(page, pasted.agency);
      // What programs and pages had for themselves: neither in the page nor in what is kept.
      const theirs = Object.values(pasted).flatMap((html) => [
        ...[...html.matchAll(/class="?([^">]+)/g)].flatMap(([, names = '']) => names.split(/[\s>]/)),
        ...[...html.matchAll(/style=(["'])(.*?)\1/g)].flatMap(([, , style = '']) => style.split(';')),
      ]);
      const left = await prose.innerHTML();
      expect(theirs.filter((one) => one !== '' && left.includes(one))).toEqual([]);
      expect(left).not.toMatch(/mso-|mso[A-Z]|<script|<style|<o:p|onclick|&nbsp;/i);
      await page.keyboard.press('Control+s');
      const id = /\d+$/.exec(page.url())?.[0] ?? '';
      const kept = async () =>
        ((await site.journal.current('story', id))?.content as Story | undefined)?.body ?? [];
      await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBeGreaterThan(0);
      const blocks = await kept();
      expect(JSON.stringify(blocks)).not.toMatch(/mso|style|script|"lang"|\u00a0/i);
      expect(blocks.slice(-5)).toEqual(agencyBlocks);
      expect(elsewhere).toEqual([]);
      expect(faults).toEqual([]);
    },
    minutes,
  );
});

test(
  'a step that waits for a text which does not arrive says so, gives up, and loses nothing',
  async () => {
    const { page, context, faults } = salma;
    await begin(page, 'بلا اتصال');
    await body(page).click();
    await page.keyboard.insertText('أول الكلام.');
    await saved(page);
    await context.setOffline(true);
    await page.keyboard.insertText(' وآخره.');
    await page.getByRole('button', { name: 'إرسال للمراجعة', exact: true }).click();
    await page.getByText('ينتظر وصول آخر ما كتبته إلى الخادم').waitFor();
    await page.getByText('لم يصل آخر ما كتبته إلى الخادم، فلم يُنفذ الإجراء').waitFor({ timeout: 40_000 });
    await context.setOffline(false);
    await saved(page);
    await page.getByRole('button', { name: 'إرسال للمراجعة', exact: true }).click();
    await page.getByText('تمّ: إرسال للمراجعة').waitFor();
    expect(await body(page).innerText()).toContain('أول الكلام. وآخره.');
    expect(faults).toEqual([]);
  },
  2 * minutes,
);

describe('the list of keys', () => {
  const list = (page: Page, name: string) => page.getByRole('dialog', { name });
  // One that is closed has no role any more, while it is still there for a moment.
  const gone = (page: Page) => page.locator('.key-list').waitFor({ state: 'detached' });

  test(
    'opens and closes by keyboard on every screen, and never while somebody types',
    async () => {
      const { page, faults } = salma;
      const arabic = 'اختصارات المفاتيح';
      await begin(page, 'مفاتيح');
      await page.getByLabel('العنوان', { exact: true }).press('Shift+Slash');
      await body(page).click();
      await page.keyboard.type('؟');
      expect(await list(page, arabic).count()).toBe(0);
      expect(await body(page).innerText()).toContain('؟');
      await page.keyboard.press('Control+Slash');
      await list(page, arabic).getByText('الاقتراح التالي').waitFor();
      await page.keyboard.press('Escape');
      await gone(page);
      // Where it stood.
      expect(await body(page).evaluate((prose) => prose.contains(document.activeElement))).toBe(true);

      await page.goto(`${site.url}/newsroom/stories`);
      await page.locator('h1').waitFor();
      // As an Arabic keyboard has it, and as another.
      await page.evaluate(() =>
        window.dispatchEvent(
          new KeyboardEvent('keydown', { key: '؟', code: 'Slash', shiftKey: true, bubbles: true }),
        ),
      );
      await list(page, arabic).getByText('الصف التالي').waitFor();
      expect(await findFault(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await gone(page);
      await page.evaluate(() =>
        window.dispatchEvent(new KeyboardEvent('keydown', { key: '?', code: 'Comma', shiftKey: true })),
      );
      await list(page, arabic).waitFor();
      await page.keyboard.press('Shift+Slash');
      await gone(page);
      await page.locator('#main').focus();
      await page.getByRole('button', { name: arabic }).press('Enter');
      await list(page, arabic).waitFor();
      await page.keyboard.press('n');
      expect(page.url()).toMatch(/stories$/);
      await page.keyboard.press('Escape');
      expect(faults).toEqual([]);
    },
    minutes,
  );
});
