import { expect, test } from 'vitest';
import { setFront } from '../src/commands/set-front.ts';
import type { FrontPlanned } from '../src/model/site.ts';
import { chooseDate, findFault } from './support/desk.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const minutes = 60_000;
const { site, enter } = newsroomInBrowser();

const read = async (path: string) => (await fetch(site.url + path)).text();

test(
  'an editor arranges the home front in a browser by drag and by keyboard, sees it before readers do, and takes it back',
  async () => {
    const { page, faults, context } = await enter('reem');
    await page.goto(`${site.url}/newsroom/fronts`);
    const preview = page.frameLocator('.preview iframe');
    await preview.locator('.lead h2').waitFor();
    const before = await preview.locator('.lead h2').textContent();
    const candidate = page.locator('.candidates li').last();
    const headline = (await candidate.locator('span').textContent()) ?? '';
    await candidate.locator('select').selectOption({ label: 'المادة الرئيسة' });
    await preview.locator('.lead h2', { hasText: headline }).waitFor();
    expect(await read('/')).toContain(before ?? '');
    // Another front is not opened over what is not published, until somebody says so.
    await page.locator('.top select').selectOption({ index: 1 });
    const asked = page.getByRole('dialog', { name: 'تعديلات لم تُحفظ' });
    await asked.getByRole('button', { name: 'البقاء فيها' }).press('Enter');
    await asked.waitFor({ state: 'detached' });
    await preview.locator('.lead h2', { hasText: headline }).waitFor();
    const other = page.locator('.candidates li').nth(-2);
    const pins = page.locator('.zone[aria-label="مثبّتة في قائمة الأحدث"]');
    // The list of candidates stands beside whatever place is looked at.
    await pins.scrollIntoViewIfNeeded();
    await other.locator('span').dragTo(pins);
    await page.locator('.zone[aria-label="مثبّتة في قائمة الأحدث"] .placed').waitFor();
    await page.getByRole('button', { name: 'نشر الترتيب' }).click();
    await page.getByText('تغيّرت الواجهة.').waitFor();
    expect(/<article class="lead[\s\S]*?<h2>([\s\S]*?)<\/h2>/.exec(await read('/'))?.[1]).toContain(headline);
    await page.locator('.settings-foot').getByRole('button', { name: 'تراجع' }).click();
    await page.getByText('عادت الواجهة كما كانت.').waitFor();
    // Saved is saved: nothing is asked.
    await page.locator('.top select').selectOption({ index: 1 });
    await page.waitForURL(/\/fronts\/.+$/);
    expect(await findFault(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  minutes,
);

test(
  'on a phone, a package is filled from a topic and put in order with a finger',
  async () => {
    const { page, faults, context } = await enter('reem', { width: 390 });
    await page.goto(`${site.url}/newsroom/fronts/culture`);
    await page.getByRole('button', { name: 'إضافة حزمة' }).click();
    const item = page.locator('.package');
    await item.getByLabel('عنوان الحزمة').fill('من الميناء');
    await item.getByLabel('يُكمَّل آليا من').selectOption({ label: 'موضوع…' });
    const topic = item.locator('.offers button').first();
    const name = (await topic.textContent()) ?? '';
    await item.getByLabel('الموضوع', { exact: true }).fill(name.slice(0, 5));
    await topic.filter({ hasText: name }).click();
    await item.getByText('موضوع آخر').waitFor();
    expect(await item.locator('.chosen').textContent()).toContain(name);
    for (const at of [0, 1])
      await page.locator('.candidates select').nth(at).selectOption({ label: 'من الميناء' });
    const rows = item.locator('.placed > span:first-child');
    const [first = '', second = ''] = await rows.allTextContents();

    const grip = item.locator('.grip');
    const finger = await context.newCDPSession(page);
    await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await grip.first().evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const from = await grip.first().boundingBox();
    const to = await grip.nth(1).boundingBox();
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', box = from) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 }],
      });
    await touch('touchStart');
    await touch('touchMove', to);
    await item.locator('li[data-over]').waitFor();
    await touch('touchEnd');
    await expect.poll(() => rows.allTextContents()).toEqual([second, first]);

    expect(await findFault(page)).toEqual([]);
    await page.getByRole('button', { name: 'نشر الترتيب' }).click();
    await page.getByText('تغيّرت الواجهة.').waitFor();
    const shown = await read('/culture');
    expect(shown).toContain('من الميناء');
    const headlines = [...shown.matchAll(/<h[23]><a href="\/[a-z]+\/(\d+)/g)].map(([, id]) => id);
    expect(new Set(headlines).size).toBe(headlines.length);
    await page.reload();
    expect(await item.locator('.chosen').textContent()).toContain(name);
    expect(faults).toEqual([]);
    await context.close();
  },
  minutes,
);

test(
  'whoever is later than a colleague is told so, keeps the arrangement, and publishes it at the second attempt',
  async () => {
    const { page, faults, context } = await enter('reem');
    await page.goto(`${site.url}/newsroom/fronts/sports`);
    const candidate = page.locator('.candidates li').first();
    const headline = (await candidate.locator('span').textContent()) ?? '';
    await candidate.locator('select').selectOption({ label: 'المادة الرئيسة' });
    const lead = page.locator('.zone[aria-label="المادة الرئيسة"]');
    await lead.getByText(headline).waitFor();
    const { version = 0 } = (await site.journal.current('front', 'sports')) ?? {};
    const title = 'حزمة الزميل';
    const colleague = { journal: site.journal, actor: 'cli', now: Date.now() };
    const { seq } = await setFront(colleague, {
      id: 'sports',
      expect: version,
      arrangement: {
        packages: [{ kind: 'trio', title, stories: [], fill: { section: 'culture', most: 2 } }],
      },
    });
    await site.caughtUp(seq);

    await page.getByRole('button', { name: 'نشر الترتيب' }).click();
    await page.locator('.settings-foot [role=alert]', { hasText: 'غيّر شخص آخر' }).waitFor();
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await lead.textContent()).toContain(headline);
    await page.getByRole('button', { name: 'نشر الترتيب' }).click();
    await page.getByText('تغيّرت الواجهة.').waitFor();
    expect((await site.journal.current('front', 'sports'))?.version).toBe(version + 2);
    expect(faults).toEqual([]);
    await context.close();
  },
  minutes,
);

/** The night of this autumn, or of the next, in which the clocks go back in Britain. */
function nightOfTwoHours(): string {
  const now = new Date();
  for (let year = now.getUTCFullYear(); ; year++) {
    const last = new Date(Date.UTC(year, 9, 31));
    last.setUTCDate(31 - last.getUTCDay());
    if (last > now) return last.toISOString().slice(0, 10);
  }
}

test(
  'a front is scheduled by the clocks of another country, at the second of two hours, and that is said',
  async () => {
    const { page, faults, context } = await enter('reem');
    await page.goto(`${site.url}/newsroom/fronts/economy`);
    const foot = page.locator('.settings-foot');
    const schedule = foot.getByRole('button', { name: 'جدولة الترتيب' });
    await foot.getByLabel('التوقيت').selectOption({ label: 'توقيت المملكة المتحدة' });
    await chooseDate(foot, 'الموعد', `${nightOfTwoHours()}T00:30`);
    expect(await foot.getByRole('radio').count()).toBe(0);
    await foot.locator('.date-hour').selectOption('01');
    await foot.getByText('فيأتي هذا الوقت مرتين').waitFor();
    expect(await foot.getByRole('radio', { name: /^الأولى/ }).isChecked()).toBe(true);
    await foot.getByRole('radio', { name: /^الثانية/ }).setChecked(true);
    expect(await findFault(page)).toEqual([]);
    await schedule.click();
    const notice = page.locator('.notice', { hasText: 'تتغيّر هذه الواجهة وحدها' });
    expect(await notice.innerText()).toMatch(/تشرين الأول.*، ٠١:٣٠ · توقيت المملكة المتحدة · غرينتش/);
    const planned = async () => (await site.journal.current('front-plan', 'economy'))?.content;
    const at = { wall: `${nightOfTwoHours()}T01:30`, zone: 'Europe/London' };
    expect(await planned()).toMatchObject({ at: { ...at, second: true } });
    // Another hour is another choice: the second of two is not carried into it and back.
    await foot.locator('.date-minute').selectOption('45');
    expect(await foot.getByRole('radio', { name: /^الأولى/ }).isChecked()).toBe(true);
    await foot.locator('.date-minute').selectOption('30');
    await schedule.click();
    await expect.poll(async () => ((await planned()) as FrontPlanned).at).toEqual(at);
    await notice.getByRole('button', { name: 'إلغاء الجدولة' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  },
  minutes,
);
