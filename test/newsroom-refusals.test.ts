import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import type { AtWork } from './support/desk.ts';
import { pngBomb } from './support/png-bomb.ts';
import { newsroomInBrowser } from './support/site-in-browser.ts';

const minutes = 60_000;
const { site, enter } = newsroomInBrowser();
let reem: AtWork;
beforeAll(async () => {
  reem = await enter('reem');
});

test(
  'while nothing can be written, it is said, what was typed stays, and the next press goes through',
  async () => {
    const { page, faults } = reem;
    await page.goto(`${site.url}/newsroom/stories/new`);
    await page.getByLabel('العنوان', { exact: true }).fill('الميناء يعود إلى العمل');
    const other = new DatabaseSync(join(site.data, 'journal.db'));
    other.exec('BEGIN IMMEDIATE');
    try {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'بدء الكتابة' }).click();
      expect((await answered).status()).toBe(503);
      await page.getByText('الخدمة لا تستجيب الآن.').waitFor();
    } finally {
      other.exec('ROLLBACK');
      other.close();
    }
    expect(await page.getByLabel('العنوان', { exact: true }).inputValue()).toBe('الميناء يعود إلى العمل');
    await page.getByRole('button', { name: 'بدء الكتابة' }).click();
    await page.waitForURL(/\/stories\/\d+$/);
    expect(faults).toEqual([]);
  },
  minutes,
);

test(
  'a picture that is too large is refused in its own line',
  async () => {
    const { page, faults } = reem;
    await page.goto(`${site.url}/newsroom/media`);
    const bomb = { name: 'ضخمة.png', mimeType: 'image/png', buffer: pngBomb() };
    await page.locator('input[type=file]').first().setInputFiles([bomb]);
    const line = page.locator('.uploads li', { hasText: 'ضخمة.png' });
    await line.getByText('فوق الحد').waitFor();
    expect(await line.textContent()).not.toMatch(/413|too-large|[a-z]{4,}/i);
    expect(faults).toEqual([]);
  },
  minutes,
);

test(
  'whoever leaves a form with something typed in it is asked first, and not once it was sent',
  async () => {
    const { page, faults } = reem;
    const places = [
      { path: '/stories/new', label: 'العنوان' },
      { path: '/breaking', label: 'نص العاجل' },
      { path: '/redirects', label: 'العنوان القديم' },
      { path: '/users', label: 'الاسم' },
    ];
    for (const { path, label } of places) {
      await page.goto(`${site.url}/newsroom${path}`);
      const field = page.getByLabel(label, { exact: true }).first();
      await field.fill('كلمة');
      await page.getByRole('link', { name: 'كل المواد' }).click();
      const asked = page.getByRole('dialog', { name: 'تعديلات لم تُحفظ' });
      await asked.getByRole('button', { name: 'البقاء فيها' }).click();
      expect([path, await field.inputValue()]).toEqual([path, 'كلمة']);
      await page.getByRole('link', { name: 'كل المواد' }).click();
      await asked.getByRole('button', { name: 'المغادرة وترك التعديلات' }).click();
      await page.waitForURL(/\/stories$/);
    }
    expect(faults).toEqual([]);
  },
  2 * minutes,
);
