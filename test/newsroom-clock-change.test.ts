import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJournal } from '../src/journal/open.ts';
import type { Story } from '../src/model/story.ts';
import { launch } from './support/chromium.ts';
import { chooseDate, openAs } from './support/desk.ts';
import { type NodeProcess, setUpBy, startProcess } from './support/node-process.ts';
import { freePort } from './support/postgres.ts';
import { type SkewedClock, skewedClock } from './support/skewed-clock.ts';
import { type Client, clientOf, password } from './support/staff.ts';

/** Scheduling in nights in which clocks are changed, in the browser; the server, whose clock the test sets, is down as the story falls due. */
let folder = '';
let clock: SkewedClock;
let port = 0;
let node: NodeProcess;
let browser: Browser;
let admin: Client;
const data = () => join(folder, 'data');
const start = () => startProcess(data(), port, clock.environment);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-clocks-'));
  port = await freePort();
  clock = skewedClock(folder);
  clock.setTo('2026-10-20T12:00Z');
  [node, browser] = await Promise.all([start(), launch()]);
  admin = await setUpBy(node.url, node.setUpLink);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
  await rm(folder, { recursive: true, force: true });
});

const nights = [
  {
    what: 'comes twice, in the night in which they go back in Britain, is the second of the two if that is chosen',
    now: '2026-10-24T18:00Z',
    zone: 'توقيت المملكة المتحدة',
    wall: '2026-10-25T01:30',
    said: 'يأتي هذا الوقت مرتين',
    turn: /^الثانية \(/,
    shown: /^٢٥ أكتوبر.*، ٠١:٣٠ · توقيت المملكة المتحدة · /,
    due: '2026-10-25T01:30:00.000Z',
  },
  {
    what: 'comes twice, in the night in which they go back in Egypt, is the first of the two',
    now: '2026-10-29T18:00Z',
    zone: 'توقيت مصر',
    wall: '2026-10-29T23:30',
    said: 'يأتي هذا الوقت مرتين',
    turn: /^الأولى \(غرينتش.*٣\)$/,
    shown: /^٢٩ أكتوبر.*، ٢٣:٣٠ · توقيت مصر · غرينتش.*٣$/,
    due: '2026-10-29T20:30:00.000Z',
  },
  {
    what: 'does not come, in the night in which they go forward in Lebanon, is as long after the change',
    now: '2027-03-27T18:00Z',
    zone: 'توقيت لبنان',
    wall: '2027-03-28T00:30',
    said: 'فلا يأتي هذا الوقت؛ ويكون الموعد ٠١:٣٠',
    shown: /^٢٨ مارس.*، ٠١:٣٠ · توقيت لبنان$/,
    due: '2027-03-27T22:30:00.000Z',
  },
];
test.each(nights)(
  'a time that $what, and goes out once',
  { timeout: 90_000 },
  async ({ now, zone, wall, said, turn, shown, due }) => {
    clock.setTo(now);
    // Half a year later nobody is signed in any more.
    await expect
      .poll(async () => {
        const client = clientOf(node);
        const { status } = await client.call('signIn', { body: { email: 'reem@paper.example', password } });
        if (status === 200) admin = client;
        return (await admin.call('me')).status;
      })
      .toBe(200);
    const { said: begun } = await admin.call('createStory', {
      body: { fields: { headline: 'الساعة تغيّر موعد الليل', section: 'culture' } },
    });
    const context = await openAs(browser, admin, node.url);
    const page = await context.newPage();
    await page.goto(`${node.url}/newsroom/stories/${begun.id}`);
    await page.getByRole('button', { name: 'جدولة', exact: true }).click();
    const form = page.locator('form.step');
    await form.getByLabel('التوقيت').selectOption({ label: zone });
    await chooseDate(form, 'الموعد', wall);
    await form.getByText(said).waitFor();
    if (turn !== undefined) await form.getByRole('radio', { name: turn }).setChecked(true);
    await form.getByRole('button', { name: 'جدولة', exact: true }).click();
    await page.getByText(shown).waitFor();
    await context.close();

    await node.stop();
    clock.setTo(new Date(Date.parse(due) + 30_000).toISOString());
    node = await start();
    const journal = await openJournal(data());
    const published = async () =>
      (await journal.revisions('story', String(begun.id))).filter(({ action }) => action === 'publish');
    await expect.poll(async () => (await published()).length, { timeout: 20_000 }).toBe(1);
    expect(new Date((await published())[0]?.at ?? 0).toISOString().slice(0, 16)).toBe(due.slice(0, 16));
    const { firstPublishedAt } = ((await journal.current('story', String(begun.id)))?.content ?? {}) as Story;
    expect(new Date(firstPublishedAt ?? 0).toISOString().slice(0, 16)).toBe(due.slice(0, 16));

    // Over the hour once more, and started anew: it does not go out again.
    clock.setTo(new Date(Date.parse(due) - 60_000).toISOString());
    await node.kill();
    node = await start();
    clock.setTo(new Date(Date.parse(due) + 3_600_000).toISOString());
    await expect.poll(async () => (await fetch(`${node.url}/healthz`)).status).toBe(200);
    expect(await published()).toHaveLength(1);
    await journal.close();
  },
);
