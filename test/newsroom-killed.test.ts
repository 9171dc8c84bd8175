import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './support/chromium.ts';
import { openAs } from './support/desk.ts';
import { type NodeProcess, setUpBy, startProcess } from './support/node-process.ts';
import { freePort } from './support/postgres.ts';
import { type Client, clientOf, password } from './support/staff.ts';

/** Nothing that was typed is lost: the server is a process of its own here, and is killed without warning. */
let data = '';
let port = 0;
let node: NodeProcess;
let admin: Client;
let browser: Browser;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'midad-killed-'));
  port = await freePort();
  [node, browser] = await Promise.all([startProcess(data, port), launch()]);
  admin = await setUpBy(node.url, node.setUpLink);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
  await rm(data, { recursive: true, force: true });
});

const wait = { timeout: 30_000 };
const state = (page: Page) => page.locator('.saved').getAttribute('data-state');
const saved = (page: Page) => expect.poll(() => state(page), wait).toBe('saved');
const text = (page: Page) => page.locator('.prose').innerText();

async function begin(): Promise<number> {
  const fields = { headline: 'حديقة فوق السطح', section: 'culture' };
  const { said } = await admin.call('createStory', { body: { fields } });
  return Number(said.id);
}

test('a server that is killed in mid-sentence has all that was called saved, and gets the rest when it is back', async () => {
  const story = await begin();
  const context = await openAs(browser, admin, node.url);
  const page = await context.newPage();
  await page.goto(`${node.url}/newsroom/stories/${story}`);
  await page.locator('.prose').click();
  await page.keyboard.type('زرع الجيران النعناع');
  await saved(page);
  await page.keyboard.type(' والزعتر');
  await node.kill();
  await page.keyboard.type(' وسقوه بماء المطر.');
  await expect.poll(() => state(page), wait).toBe('offline');
  await page.getByText('انقطع الاتصال.').waitFor();

  // The browser goes too, and comes back before the server does.
  await page.close();
  node = await startProcess(data, port);
  const after = await context.newPage();
  await after.goto(`${node.url}/newsroom/stories/${story}`);
  await expect.poll(() => text(after), wait).toContain('زرع الجيران النعناع والزعتر وسقوه بماء المطر.');
  await saved(after);

  // Somebody else's browser, which has nothing on its device, finds the same.
  const other = await openAs(browser, admin, node.url);
  const elsewhere = await other.newPage();
  await elsewhere.goto(`${node.url}/newsroom/stories/${story}`);
  await expect.poll(() => text(elsewhere), wait).toContain('زرع الجيران النعناع والزعتر وسقوه بماء المطر.');
  await other.close();
  await context.close();
}, 120_000);

test('a session that ends in mid-writing says so, keeps what was typed, and goes on after signing in', async () => {
  const story = await begin();
  const writer = clientOf(node);
  expect((await writer.call('signIn', { body: { email: 'reem@paper.example', password } })).status).toBe(200);
  const context = await openAs(browser, writer, node.url);
  const page = await context.newPage();
  await page.goto(`${node.url}/newsroom/stories/${story}`);
  await page.locator('.prose').click();
  await page.keyboard.type('تتسلق الياسمينة');
  await saved(page);

  // Out at once: the newest session is the writer's.
  const { said } = await admin.call('sessions');
  const [newest] = said.sessions.toSorted((a, b) => b.since - a.since);
  await admin.call('endSession', { params: { id: newest?.id ?? '' } });
  await page.keyboard.type(' الجدار');
  await page.getByText('انتهت جلستك.').waitFor();
  expect(await state(page)).toBe('refused');

  await page.locator('.notice').getByRole('link', { name: 'دخول' }).click();
  await page.getByLabel('البريد الإلكتروني').fill('reem@paper.example');
  await page.getByLabel('كلمة المرور', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'دخول', exact: true }).click();
  await page.waitForURL(new RegExp(`/stories/${story}$`));
  await expect.poll(() => text(page), wait).toContain('تتسلق الياسمينة الجدار');
  await saved(page);
  await context.close();
}, 120_000);

test('a revision that is restored under somebody who writes takes nothing of theirs away', async () => {
  const story = await begin();
  const context = await openAs(browser, admin, node.url);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${node.url}/newsroom/stories/${story}`);
  await page.locator('.prose').click();
  await page.keyboard.type('في الحديقة مقعد واحد');
  await saved(page);
  const restored = await admin.call('restoreRevision', {
    params: { id: story },
    body: { expect: 1, version: 1 },
  });
  expect(restored.status).toBe(200);
  await page.getByText('بدأت المادة من نسخة أخرى.').waitFor();
  expect(await text(page)).toContain('في الحديقة مقعد واحد');
  await page.getByRole('button', { name: 'فتح النسخة الجديدة' }).click();
  await expect.poll(() => text(page), wait).not.toContain('مقعد');
  await page.locator('.prose').click();
  await page.keyboard.type('وشجرتان');
  await saved(page);
  expect(faults).toEqual([]);
  await context.close();
}, 120_000);
