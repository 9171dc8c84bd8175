import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openAccountsDatabase } from '../src/accounts/open-database.ts';
import { verify } from '../src/catalog/verify.ts';
import { killStory } from '../src/commands/kill-story.ts';
import { publishStory } from '../src/commands/publish-story.ts';
import { saveStory } from '../src/commands/save-story.ts';
import { scheduleStory } from '../src/commands/schedule-story.ts';
import { usualPostgres } from '../src/journal/place.ts';
import { openEditor } from './support/editor.ts';
import { midadWith } from './support/midad.ts';
import { cookieOf, setUpBy, startProcess } from './support/node-process.ts';
import { startPostgres, type TestPostgres } from './support/postgres.ts';
import { wantedChanges } from './support/sign-in-tables.ts';
import { startSite, type TestSite } from './support/site.ts';
import { clientOf, password, setUpAs, tokenOf } from './support/staff.ts';

// A busy machine is no fault.
vi.setConfig({ testTimeout: 120_000 });

let server: TestPostgres;
let place = '';
let site: TestSite;
beforeAll(async () => {
  server = await startPostgres();
  place = server.place();
  site = await startSite({ demo: false, environment: { DATABASE_URL: place } });
}, 120_000);
afterAll(async () => {
  await site?.stop();
  await server?.stop();
});

const by = () => ({ journal: site.journal, actor: 'cli', now: Date.now() });
const soon = { timeout: 30_000, interval: 5 };

describe('a newsroom whose record is in PostgreSQL', () => {
  it('has sign-in tables that are what the library wants: its migrations find nothing to do', async () => {
    const database = await openAccountsDatabase('', { url: place, ...usualPostgres });
    expect(await wantedChanges(database)).toEqual([]);
    await database.close();
  });

  it('goes through its day: people come in, a story is written, published and read', async () => {
    const admin = await setUpAs(site);
    const invited = await admin.call('inviteUser', {
      body: {
        name: 'سلمى',
        email: 'salma@paper.example',
        role: 'reporter',
        sections: ['culture'],
        language: 'ar',
      },
    });
    const salma = clientOf(site);
    const token = tokenOf(invited.said.link);
    expect((await salma.call('setPassword', { body: { token, password } })).status).toBe(200);
    const wrong = { email: 'salma@paper.example', password: 'لا أذكر كلمة السر' };
    expect((await clientOf(site).call('signIn', { body: wrong })).status).toBe(401);
    const again = clientOf(site);
    expect((await again.call('signIn', { body: { ...wrong, password } })).status).toBe(200);

    const fields = { headline: 'الميناء القديم يستعيد أرصفته', section: 'culture' };
    const { said: begun } = await again.call('createStory', { body: { fields } });
    const params = { id: begun.id };
    const { said: draft } = await again.call('openDraft', { params });
    expect(draft.room).toBe(`story/${begun.id}/g1/s1`);
    await again.call('submitStory', { params, body: { expect: 1 } });
    const { status } = await admin.call('publishStory', { params, body: { expect: 2 } });
    expect(status).toBe(200);
    const address = (await site.get(`/${begun.id}`)).headers.get('location') ?? '';
    expect(await site.text(address)).toContain('الميناء القديم يستعيد أرصفته');

    const { said: trail } = await admin.call('signInEvents');
    expect(JSON.stringify(trail)).toContain('refused');
    expect((await again.call('signOut')).status).toBe(200);
    expect((await again.call('me')).status).toBe(401);
  });

  it('is there for the command line: imports, verifies and rebuilds by DATABASE_URL', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'midad-pg-cli-'));
    const file = join(folder, 'page.html');
    await writeFile(
      file,
      `<html lang="ar"><head><title>خبر</title></head><body><article><h1>افتتاح مكتبة الحي</h1><p>${'افتتحت مكتبة الحي أبوابها اليوم بحضور السكان. '.repeat(8)}</p><p>${'وقال أمينها إن الدخول متاح للجميع. '.repeat(8)}</p></article></body></html>`,
    );
    const environment = { DATABASE_URL: place };
    const data = join(folder, 'data');
    const imported = await midadWith(environment, 'import', 'page', file, '--publish', '--data', data);
    expect([imported.err, imported.code]).toEqual(['', 0]);
    const rebuilt = await midadWith(environment, 'rebuild', '--data', data);
    expect(rebuilt.code).toBe(0);
    const verified = await midadWith(environment, 'verify', '--data', data);
    expect([verified.err, verified.code]).toEqual(['', 0]);
    const { said } = await clientOf(site).call('house');
    expect(said).toMatchObject({ setUp: true });
    await site.caughtUp((await site.journal.head()).seq);
    expect(await site.text('/')).toContain('افتتاح مكتبة الحي');
    await rm(folder, { recursive: true });
  });

  it('says what is wrong with the database, and what to do', async () => {
    const nowhere = await midadWith({ DATABASE_URL: 'postgres://midad@127.0.0.1:1/midad' }, 'verify');
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('127.0.0.1:1/midad cannot be reached');
  });
});

describe('several nodes on one record', () => {
  let other: TestSite;
  beforeAll(async () => {
    other = await startSite({ demo: false, environment: { DATABASE_URL: place } });
  }, 180_000);
  afterAll(() => other?.stop());
  const write = async (headline: string) => {
    const { id, version } = await saveStory(by(), { fields: { headline, section: 'culture' } });
    return { id: Number(id), version };
  };

  it('what is published on one is on the pages of all, also where they were kept', async () => {
    const { id, version } = await write('جسر جديد للمشاة فوق النهر');
    expect(await other.text('/')).not.toContain('جسر جديد للمشاة');
    expect(await other.text('/')).not.toContain('جسر جديد للمشاة');
    await publishStory(by(), { id, expect: version });
    await expect.poll(() => other.text('/'), soon).toContain('جسر جديد للمشاة');
    await killStory(by(), { id, expect: version + 1, reason: 'طلب قانوني' });
    await expect.poll(async () => (await other.get(`/${id}`)).status, soon).toBe(410);
    await expect.poll(() => other.text('/'), soon).not.toContain('جسر جديد للمشاة');
  });

  it('whoever signed in on one is known on the other, and out of both at once', async () => {
    const email = 'salma@paper.example';
    const here = clientOf(site);
    expect((await here.call('signIn', { body: { email, password } })).status).toBe(200);
    const there = clientOf(other);
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    expect((await there.call('me')).said.user.email).toBe(email);
    await here.call('signOut');
    expect((await there.call('me')).status).toBe(401);
  });

  it('of two who publish one story at once on two nodes, one is told', async () => {
    const { id, version } = await write('مهرجان الخيل يعود إلى الساحل');
    const nodes = [site, other].map(({ journal }) => ({ journal, actor: 'cli', now: Date.now() }));
    const outcomes = await Promise.allSettled(
      nodes.map((context) => publishStory(context, { id, expect: version })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('a scheduled story goes out once, whichever node comes first', async () => {
    const zone = 'Asia/Riyadh';
    const wall = new Date(Date.now() + 3 * 3_600_000 - 60_000).toISOString().slice(0, 16);
    const stories: number[] = [];
    for (let n = 0; n < 6; n++) {
      const { id, version } = await write(`افتتاح حديقة الحي رقم ${n}`);
      // The past is refused; the clock of whoever schedules is behind.
      const then = { ...by(), now: Date.now() - 3_600_000 };
      await scheduleStory(then, { id, at: { wall, zone }, expect: version });
      stories.push(id);
    }
    const published = async () => {
      const found = await Promise.all(stories.map((id) => site.journal.revisions('story', String(id))));
      return found.map((revisions) => revisions.filter(({ action }) => action === 'publish').length);
    };
    await expect.poll(published, soon).toEqual(stories.map(() => 1));
  });

  it('the catalogs of all nodes are equal to the journal', async () => {
    const { seq } = await site.journal.head();
    await Promise.all([site.caughtUp(seq), other.caughtUp(seq)]);
    for (const { data } of [site, other]) {
      const { differences } = await verify(data, { url: place, ...usualPostgres });
      expect(differences).toEqual([]);
    }
  });
});

describe('two nodes, each a process of its own', () => {
  it('let two people write one story together, and one of them goes on when a node dies', async () => {
    const environment = { DATABASE_URL: server.place() };
    const folder = await mkdtemp(join(tmpdir(), 'midad-pg-two-'));
    const a = await startProcess(join(folder, 'a'), 0, environment);
    const b = await startProcess(join(folder, 'b'), 0, environment);
    try {
      const client = await setUpBy(a.url, a.setUpLink);
      const fields = { headline: 'ليلة', section: 'culture' };
      const { said: story } = await client.call('createStory', { body: { fields } });
      const { said: draft } = await client.call('openDraft', { params: { id: story.id } });
      const onA = openEditor(a.url, cookieOf(client), draft.room, { name: 'سلمى' });
      const onB = openEditor(b.url, cookieOf(client), draft.room, { name: 'هالة' });
      await Promise.all([onA.synced(), onB.synced()]);

      // Each sees the other's name and cursor.
      await expect.poll(() => [onA.others(), onB.others()], soon).toEqual([['هالة'], ['سلمى']]);

      // Letter by letter, at once.
      for (const letter of ' في الميناء') {
        onA.type(letter);
        onB.type(letter);
        await pause(15);
      }
      await Promise.all([onA.saved(), onB.saved()]);
      await expect.poll(() => onA.text() === onB.text(), soon).toBe(true);
      expect(onA.text()).toHaveLength('ليلة'.length + 2 * ' في الميناء'.length);

      // What the other node has committed is in a revision made here.
      onA.type('!');
      await onA.saved();
      const there = clientOf(b);
      for (const [name, value] of client.cookies) there.cookies.set(name, value);
      const params = { id: story.id };
      const kept = await there.call('saveDraft', {
        params,
        body: { expect: 1, generation: draft.generation },
      });
      expect(kept.status).toBe(200);
      expect((await client.call('story', { params })).said.story.headline).toBe(onA.text());

      await a.kill();
      onA.type('؟');
      onA.close();
      const moved = openEditor(b.url, cookieOf(client), draft.room, { doc: onA.doc });
      await moved.saved();
      await expect.poll(() => onB.text() === moved.text(), soon).toBe(true);
      expect(onB.text().endsWith('؟')).toBe(true);
      moved.close();
      onB.close();
    } finally {
      await Promise.all([a.kill(), b.stop()]);
      await rm(folder, { recursive: true });
    }
  }, 180_000);
});
