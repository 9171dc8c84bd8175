import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './support/chromium.ts';
import { openAs } from './support/desk.ts';
import { type NodeProcess, setUpBy, startProcess } from './support/node-process.ts';
import { freePort } from './support/postgres.ts';
import { headerOf, raw } from './support/raw.ts';
import { ownSite } from './support/own-site.ts';
import { tokenOf } from './support/staff.ts';

const newsroom = 'https://desk.paper.example';

describe('a newsroom with an origin of its own', () => {
  const site = ownSite({
    demo: false,
    environment: { MIDAD_URL: 'https://paper.example', MIDAD_NEWSROOM_URL: newsroom },
  });

  const ask = (host: string, path: string, more = '') =>
    raw(
      `http://127.0.0.1:${site.port}`,
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`,
    );
  const post = (host: string, path: string, origin: string, body: object) => {
    const text = JSON.stringify(body);
    return raw(
      `http://127.0.0.1:${site.port}`,
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
  };

  it('is to be had there and not at the site', async () => {
    const here = await ask('desk.paper.example', '/newsroom');
    expect([here.status, headerOf(here.head, 'content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const elsewhere = await ask('paper.example', '/newsroom/users?next=//evil.example');
    expect([elsewhere.status, headerOf(elsewhere.head, 'location')]).toEqual([
      302,
      `${newsroom}/newsroom/users`,
    ]);
    expect((await ask('desk.paper.example', '/api/house')).status).toBe(200);
    expect((await ask('paper.example', '/api/house')).status).toBe(421);
    expect((await ask('paper.example', '/')).status).toBe(200);
  });

  it('makes its links and cookies with it, and takes requests from its own pages only', async () => {
    const link = await site.setUpLink();
    expect(link?.startsWith(`${newsroom}/newsroom/set-up#`)).toBe(true);
    const body = {
      token: tokenOf(link),
      name: 'reem',
      email: 'reem@paper.example',
      password: 'ten letters or more',
      language: 'ar',
    };
    expect((await post('desk.paper.example', '/api/set-up', 'https://paper.example', body)).status).toBe(403);
    expect((await post('paper.example', '/api/set-up', newsroom, body)).status).toBe(421);
    const done = await post('desk.paper.example', '/api/set-up', newsroom, body);
    expect(done.status).toBe(200);
    // Of an https origin: never sent in the clear, and with the prefix that no other host can set.
    expect(done.head).toMatch(/^Set-Cookie: __Secure-midad\.session_token=.*Secure/im);
  });
});

describe('a newsroom with an origin of its own, in a browser', () => {
  let folder = '';
  let node: NodeProcess;
  let browser: Browser;
  let desk = '';
  let paper = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'midad-origin-'));
    const port = await freePort();
    // Two origins of one server: what one of them may do says nothing of the other.
    [paper, desk] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
    [node, browser] = await Promise.all([
      startProcess(folder, port, { MIDAD_URL: paper, MIDAD_NEWSROOM_URL: desk }),
      launch(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await node?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows previews and fronts with their styles, and leaves the site no cookie', async () => {
    const admin = await setUpBy(desk, node.setUpLink);
    const begin = async (headline: string) =>
      (await admin.call('createStory', { body: { fields: { headline, section: 'culture' } } })).said;
    const draft = await begin('مسودة لها أصل آخر');
    const { id } = await begin('مادة على الواجهة');
    expect(
      (await admin.call('publishStory', { params: { id: Number(id) }, body: { expect: 1 } })).status,
    ).toBe(200);

    const context = await openAs(browser, admin, desk);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const sent: string[] = [];
    page.on('request', async (request) => {
      if (request.url().startsWith(paper) && (await request.allHeaders())['cookie'] !== undefined)
        sent.push(request.url());
    });
    const styled = () =>
      page
        .frameLocator('iframe')
        .locator('body')
        .evaluate((body) => getComputedStyle(body).fontFamily);

    await page.goto(`${desk}/newsroom/stories/${draft.id}/preview`);
    await page.frameLocator('iframe').getByRole('heading', { name: 'مسودة لها أصل آخر' }).waitFor();
    expect(await page.locator('iframe').getAttribute('src')).toContain(`${paper}/preview/`);
    const there = await styled();
    await page.goto(`${desk}/newsroom/fronts`);
    await page.frameLocator('iframe').getByRole('heading', { name: 'مادة على الواجهة' }).first().waitFor();
    expect(await styled()).toBe(there);
    expect(there).not.toMatch(/^(serif|"?Times)/);

    // The site itself: no way in and no session.
    await page.goto(paper);
    expect((await fetch(`${paper}/api/me`)).status).toBe(421);
    expect(sent).toEqual([]);
    expect((await context.cookies(paper)).map(({ name }) => name)).toEqual([]);
    await context.close();
    expect(faults).toEqual([]);
  }, 60_000);
});
