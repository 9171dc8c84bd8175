import { beforeAll, expect, test } from 'vitest';
import { addColleagues } from '../demo/colleagues.ts';
import { switchFront } from '../src/commands/schedule-front.ts';
import type { Arrangement } from '../src/model/site.ts';
import { ownSite } from './support/own-site.ts';
import { type Client, colleague, employ, enterAs } from './support/staff.ts';

const site = ownSite();
let reem: Client;
beforeAll(async () => {
  await addColleagues(site.journal, Date.now());
  await site.caughtUp((await site.journal.head()).seq);
  reem = await enterAs(site, colleague('reem'));
});

const read = async (path: string) => (await fetch(site.url + path)).text();
/** Numbers of the stories that a page links to in its main part, in order. */
const shown = (page: string) =>
  [...(/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '').matchAll(/href="\/[a-z]+\/(\d+)/g)].map(([, id]) =>
    Number(id),
  );
const arrange = async (id: string, arrangement: Arrangement) => {
  const { said } = await reem.call('front', { params: { id } });
  return reem.call('setFront', { params: { id }, body: { expect: said.version, arrangement } });
};
const published = async (section?: string) =>
  (
    await reem.call('stories', {
      query: { status: 'published', limit: 30, ...(section !== undefined && { section }) },
    })
  ).said.stories.map(({ id }) => id);

test('a section’s front shows what its editor arranged, fills the rest, and no story twice', async () => {
  const stories = await published('economy');
  const [first = 0, second = 0, third = 0, fourth = 0] = stories.toReversed();
  const { status } = await arrange('economy', {
    lead: { story: first, more: [second] },
    packages: [{ kind: 'trio', title: 'في السوق', stories: [third], fill: { section: 'culture', most: 3 } }],
    pins: [{ place: 1, story: fourth }],
  });
  expect(status).toBe(200);
  const page = await read('/economy');
  expect(shown(page)[0]).toBe(first);
  expect(page).toContain('في السوق');
  const headlines = [...page.matchAll(/<h[23]><a href="\/[a-z]+\/(\d+)/g)].map(([, id]) => id);
  expect(new Set(headlines).size).toBe(headlines.length);
  expect(headlines.filter((id) => id === String(third))).toHaveLength(1);
});

test('a story that stands twice, one that is no published one, and a front that is none are refused', async () => {
  const [first = 0, second = 0] = await published();
  const refused = async (id: string, arrangement: Arrangement) => {
    const { status, error } = await arrange(id, arrangement);
    return [status, ...(error?.fields ?? []).map(({ path }) => path)];
  };
  const twice = {
    lead: { story: first, more: [second] },
    packages: [{ kind: 'trio' as const, stories: [first] }],
  };
  expect(await refused('home', twice)).toEqual([422, 'arrangement.packages.0.stories.0']);
  expect(await refused('home', { packages: [], lead: { story: 999_999, more: [] } })).toEqual([
    422,
    'arrangement.lead.story',
  ]);
  expect((await refused('nowhere', { packages: [] }))[0]).toBe(400);
  // Told so, it may.
  const before = (await reem.call('front', { params: { id: 'home' } })).said.arrangement;
  expect(await refused('home', { ...twice, repeats: true })).toEqual([200]);
  expect(shown(await read('/')).filter((id) => id === first).length).toBeGreaterThanOrEqual(2);
  expect(await refused('home', before)).toEqual([200]);
});

test('a section editor arranges the fronts of their sections and no others; the breaking bar is not theirs', async () => {
  const user = await employ(site, 'section-editor', { sections: ['sports'] });
  const editor = await enterAs(site, user);
  const put = (id: string, arrangement: object) =>
    editor.call('setFront', { params: { id }, body: { expect: 0, arrangement } });
  expect((await put('home', { packages: [] })).status).toBe(403);
  expect((await put('politics', { packages: [] })).status).toBe(403);
  expect(
    (await editor.call('previewFront', { params: { id: 'home' }, body: { arrangement: { packages: [] } } }))
      .status,
  ).toBe(403);
  expect(
    (await put('sports', { packages: [], breaking: { text: 'x', until: Date.now() + 9999 } })).status,
  ).toBe(422);
  expect((await put('sports', { packages: [] })).status).toBe(200);
});

test('a scheduled front is with nobody before its time, comes by the clock, once, and can be taken back', async () => {
  const stories = await published('culture');
  const last = stories.at(-1) ?? 0;
  const params = { id: 'culture' };
  const body = {
    at: { wall: '2099-03-01T06:00', zone: 'Asia/Amman' },
    arrangement: { lead: { story: last, more: [] }, packages: [] },
  };
  const late = await reem.call('scheduleFront', {
    params,
    body: { ...body, at: { ...body.at, wall: '2020-03-01T06:00' } },
  });
  expect(late.error?.code).toBe('schedule-invalid');
  expect((await reem.call('scheduleFront', { params, body })).status).toBe(200);
  expect(shown(await read('/culture'))[0]).not.toBe(last);
  expect((await reem.call('unscheduleFront', { params })).status).toBe(200);
  expect((await reem.call('front', { params })).said.planned).toBeUndefined();
  expect((await reem.call('scheduleFront', { params, body })).status).toBe(200);
  const at = (now: number) => ({ journal: site.journal, actor: 'system:scheduler', now });
  expect((await switchFront(at(Date.now()), params)).again).toBe(Date.UTC(2099, 2, 1, 3));
  await switchFront(at(Date.UTC(2099, 2, 1, 3)), params);
  await switchFront(at(Date.UTC(2099, 2, 1, 3)), params);
  await site.caughtUp((await site.journal.head()).seq);
  expect(shown(await read('/culture'))[0]).toBe(last);
  expect(await site.journal.revisions('front', 'culture')).toHaveLength(1);
});

test('of an hour that the clocks show twice, a scheduled front comes at the one that was chosen', async () => {
  const params = { id: 'sports' };
  const wall = { wall: '2099-10-25T01:30', zone: 'Europe/London' };
  const [first, second] = [Date.UTC(2099, 9, 25, 0, 30), Date.UTC(2099, 9, 25, 1, 30)];
  const context = { journal: site.journal, actor: 'system:scheduler', now: first - 1 };
  for (const [at, due] of [
    [wall, first],
    [{ ...wall, second: true }, second],
  ] as const) {
    const body = { at, arrangement: { packages: [] } };
    expect((await reem.call('scheduleFront', { params, body })).status).toBe(200);
    expect((await reem.call('front', { params })).said.planned).toMatchObject({ at, dueAt: due });
    expect((await switchFront(context, params)).again).toBe(due);
  }
  // At the first of them it waits on.
  expect((await switchFront({ ...context, now: first }, params)).again).toBe(second);
  expect(await switchFront({ ...context, now: second }, params)).toEqual({});
  expect((await reem.call('front', { params })).said.planned).toBeUndefined();
});

test('redirects: no loop, no open redirect, nothing published hidden; removed they lead nowhere', async () => {
  const put = async (from: string, to: string, expected = 0) => {
    const { status, error } = await reem.call('putRedirect', { body: { from, to, expect: expected } });
    return [status, ...(error?.fields ?? []).map(({ path }) => path)];
  };
  const [story = 0] = await published();
  expect(await put('/old/a', '/old/b')).toEqual([200]);
  expect(await put('/old/b', '/old/c')).toEqual([200]);
  expect(await put('/old/c', '/old/a')).toEqual([422, 'to']);
  expect(await put('/old/c', '/old/c?x=1')).toEqual([422, 'to']);
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%5cevil.example',
  ])
    expect(await put('/old/d', to)).toEqual([422, 'to']);
  for (const from of [
    '/',
    '/about',
    '/politics',
    `/${story}`,
    `/politics/${story}`,
    '/api/me',
    '/rss.xml',
    '/newsroom',
  ])
    expect([from, ...(await put(from, '/latest'))]).toEqual([from, 422, 'from']);
  expect(await put('/%D9%82%D8%AF%D9%8A%D9%85', '/latest')).toEqual([200]);
  const response = await fetch(`${site.url}/قديم`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, '/latest']);
  const { said } = await reem.call('redirects', { query: { words: 'قديم' } });
  expect(said.redirects).toEqual([{ redirect: { from: '/قديم', to: '/latest' }, version: 1 }]);
  expect((await reem.call('removeRedirect', { body: { from: '/قديم', expect: 1 } })).status).toBe(200);
  expect((await fetch(`${site.url}/قديم`, { redirect: 'manual' })).status).toBe(404);
  expect(await put('/قديم', '/archive')).toEqual([200]);
});
