import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '../src/accounts/accounts.ts';
import { openAccountsDatabase } from '../src/accounts/open-database.ts';
import { setUpLink } from '../src/accounts/links.ts';
import { MediaStore } from '../src/media/store.ts';
import { apiRoutes } from '../src/api/api.ts';
import { trustedList } from '../src/config.ts';
import { DraftRooms } from '../src/drafts/rooms.ts';
import { openJournalThread } from '../src/journal/thread.ts';
import { MidadError } from '../src/model/errors.ts';
import type { Bindings } from '../src/reader/answer.ts';
import { closeServer, listen, nodeServer } from '../src/server/node-server.ts';
import { wantedChanges } from './support/sign-in-tables.ts';
import { ownSite } from './support/own-site.ts';
import { type Client, clientOf, employ, password, setUpAs, tokenOf } from './support/staff.ts';
import { secretOf, totp } from './support/totp.ts';

const site = ownSite({ demo: false });
let admin: Client;
beforeAll(async () => {
  admin = await setUpAs(site);
});

const invite = async (name: string, role: string, sections: string[] = []) => {
  const email = `${name}@paper.example`;
  const { said, error } = await admin.call('inviteUser', {
    body: { name, email, role, sections, language: 'ar' },
  });
  expect(error).toBeUndefined();
  return { email, id: said.id, link: said.link ?? '' };
};
const accept = async (link: string) => {
  const client = clientOf(site);
  expect((await client.call('setPassword', { body: { token: tokenOf(link), password } })).status).toBe(200);
  return client;
};
const signIn = (client: Client, email: string, word = password) =>
  client.call('signIn', { body: { email, password: word } });

describe('the sign-in tables', () => {
  it('are what the library wants: its migrations find nothing to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'midad-accounts-'));
    const database = await openAccountsDatabase(folder);
    expect(await wantedChanges(database)).toEqual([]);
    await database.close();
    await rm(folder, { recursive: true });
  });
});

describe('setting up', () => {
  it('works once: afterwards no link is given out and an old one is refused', async () => {
    expect(await site.setUpLink()).toBeUndefined();
    const { status, error } = await clientOf(site).call('setUp', {
      body: { token: 'x'.repeat(32), name: 'دخيل', email: 'x@paper.example', password, language: 'ar' },
    });
    expect([status, error?.code]).toEqual([410, 'link-invalid']);
    expect((await clientOf(site).call('house')).said).toMatchObject({ setUp: true, mail: false });
  });

  it('makes an administrator who is in at once', async () => {
    const { said } = await admin.call('me');
    expect(said.user).toMatchObject({ role: 'administrator', name: 'ريم العلي' });
    expect(said.may['put-user']).toBe('any');
  });

  it('asks for a password of ten letters and says so at its field, in the language asked for', async () => {
    const body = { token: 'x', name: 'س', email: 'not an address', password: 'short', language: 'ar' };
    const arabic = await clientOf(site).call('setUp', { body });
    expect(arabic.status).toBe(422);
    expect(arabic.error?.fields).toEqual([
      { path: 'email', message: 'ليس عنوان بريد إلكتروني.' },
      { path: 'password', message: 'أقصر من المطلوب: ١٠ على الأقل.' },
    ]);
    const english = await clientOf(site, { 'accept-language': 'en' }).call('setUp', { body });
    expect(english.error?.fields?.[0]?.message).toBe('This is not an e-mail address.');
  });
});

describe('an invitation', () => {
  it('shows its link where no mail is set up, sets a password, works once', async () => {
    const { email, link } = await invite('salma', 'reporter');
    expect(link.startsWith(`${site.url}/newsroom/invitation#`)).toBe(true);
    const client = clientOf(site);
    expect((await client.call('readLink', { body: { token: tokenOf(link) } })).said).toEqual({
      name: 'salma',
      email,
    });
    await accept(link);
    expect((await client.call('setPassword', { body: { token: tokenOf(link), password } })).status).toBe(410);
    expect((await signIn(client, email)).said).toEqual({ step: 'done' });
    expect((await client.call('me')).said.user).toMatchObject({ email, role: 'reporter' });
  });

  it('is for one address: a second account with it is refused', async () => {
    await invite('twice', 'reporter');
    const again = await admin.call('inviteUser', {
      body: { name: 'x', email: 'TWICE@paper.example', role: 'reporter', sections: [], language: 'ar' },
    });
    expect([again.status, again.error?.code]).toEqual([409, 'claim-taken']);
  });
});

describe('a password', () => {
  it('that is wrong is refused in the same words as an account that does not exist', async () => {
    const client = clientOf(site);
    const wrong = await signIn(client, 'reem@paper.example', 'a wrong password');
    const unknown = await signIn(client, 'nobody@paper.example', 'a wrong password');
    expect([wrong.status, wrong.error]).toEqual([401, unknown.error]);
    expect(client.cookies.size).toBe(0);
  });

  it('is changed with the present one, and other sessions end', async () => {
    const { email, link } = await invite('changer', 'reporter');
    const [here, there] = [await accept(link), clientOf(site)];
    await signIn(here, email);
    await signIn(there, email);
    const next = 'كلمة أخرى أطول 77';
    const wrong = await here.call('changePassword', { body: { present: 'a wrong one', password: next } });
    expect([wrong.status, wrong.error?.code]).toEqual([401, 'credentials-wrong']);
    expect((await here.call('changePassword', { body: { present: password, password: next } })).status).toBe(
      200,
    );
    expect((await here.call('me')).status).toBe(200);
    expect((await there.call('me')).status).toBe(401);
    expect((await signIn(there, email, next)).status).toBe(200);
  });

  it('is kept as a digest by scrypt with a salt of its own', async () => {
    const database = await openAccountsDatabase(site.data);
    const { rows } = await database.ask('SELECT password FROM sign_in_account WHERE password IS NOT NULL');
    await database.close();
    const kept = rows.map((row) => String(row['password']));
    expect(new Set(kept).size).toBe(kept.length);
    for (const one of kept) expect(one).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

describe('the second factor', () => {
  it('is asked for after the password, takes a code once it was confirmed, or a recovery code once', async () => {
    const { email, link } = await invite('careful', 'managing-editor');
    const client = await accept(link);
    await signIn(client, email);
    const begun = await client.call('beginSecondFactor', { body: { password } });
    expect(begun.said.recoveryCodes).toHaveLength(10);
    const code = totp(secretOf(begun.said.address));
    expect((await client.call('confirmSecondFactor', { body: { code: '000000' } })).error?.code).toBe(
      'code-wrong',
    );
    expect((await client.call('confirmSecondFactor', { body: { code } })).status).toBe(200);
    expect((await client.call('me')).said.secondFactor).toBe(true);

    const other = clientOf(site);
    expect((await signIn(other, email)).said).toEqual({ step: 'second-factor' });
    expect((await other.call('me')).status).toBe(401);
    const wrong = await other.call('signInSecondFactor', { body: { code: '123456', recovery: false } });
    expect([wrong.status, wrong.error?.code]).toEqual([401, 'code-wrong']);
    const right = await other.call('signInSecondFactor', {
      body: { code: totp(secretOf(begun.said.address)), recovery: false },
    });
    expect(right.said).toEqual({ step: 'done' });
    expect((await other.call('me')).status).toBe(200);

    const [first = ''] = begun.said.recoveryCodes;
    for (const status of [200, 401]) {
      const lost = clientOf(site);
      await signIn(lost, email);
      const answer = await lost.call('signInSecondFactor', { body: { code: first, recovery: true } });
      expect(answer.status).toBe(status);
    }
    expect((await client.call('endSecondFactor', { body: { password: 'a wrong one' } })).status).toBe(401);
    expect((await client.call('endSecondFactor', { body: { password } })).status).toBe(200);
    expect((await signIn(clientOf(site), email)).said).toEqual({ step: 'done' });
  });

  it('is locked after ten wrong codes, whichever challenge they answer', async () => {
    const { email, link } = await invite('guessed', 'reporter');
    const client = await accept(link);
    await signIn(client, email);
    const { said } = await client.call('beginSecondFactor', { body: { password } });
    await client.call('confirmSecondFactor', { body: { code: totp(secretOf(said.address)) } });
    const guesser = clientOf(site);
    const guess = async (code: string) =>
      (await guesser.call('signInSecondFactor', { body: { code, recovery: false } })).status;
    const statuses: number[] = [];
    for (let n = 0; n < 10; n++) {
      // A challenge takes five guesses; a new one needs the password again.
      if (n % 4 === 0) await signIn(guesser, email);
      statuses.push(await guess('000000'));
    }
    expect(new Set(statuses)).toEqual(new Set([401]));
    await signIn(guesser, email);
    expect(await guess(totp(secretOf(said.address)))).toBe(429);
  });
});

describe('sessions', () => {
  it('are listed without their tokens, and ended one by one', async () => {
    const { email, link } = await invite('traveller', 'reporter');
    const [home, hotel] = [await accept(link), clientOf(site, { 'user-agent': 'Hotel/1' })];
    await signIn(home, email);
    await signIn(hotel, email);
    const { said } = await home.call('sessions');
    expect(said.sessions).toHaveLength(2);
    expect(JSON.stringify(said)).not.toContain('token');
    const other = said.sessions.find(({ agent }) => agent === 'Hotel/1');
    expect(other?.id).not.toBe(said.present);
    expect(other?.browser).toBeUndefined();
    expect((await home.call('endSession', { params: { id: other?.id } })).status).toBe(200);
    expect((await hotel.call('me')).status).toBe(401);
    expect((await home.call('me')).status).toBe(200);
  });
});

describe('where somebody is signed in', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

  it('is said by browser and system, and of this machine itself by no address', async () => {
    const { email, link } = await invite('mover', 'reporter');
    await accept(link);
    const desk = clientOf(site, { 'user-agent': windows });
    await signIn(desk, email);
    const { said } = await desk.call('sessions');
    const present = said.sessions.find(({ id }) => id === said.present);
    expect(present).toMatchObject({ browser: 'Chrome', system: 'Windows', address: '', agent: windows });
  });
});

describe('the administrator', () => {
  it('changes a role against the version they saw, and hears of another', async () => {
    const user = await employ(site, 'reporter');
    const change = (version: number) =>
      admin.call('changeUser', { params: { id: user.id }, body: { expect: version, role: 'photo-editor' } });
    expect((await change(1)).said).toEqual({ id: user.id, version: 2 });
    const late = await change(1);
    expect([late.status, late.error?.params['actual']]).toEqual([409, 2]);
  });

  it('cannot give up the last right to let people in, their own', async () => {
    const { said } = await admin.call('me');
    const row = (await admin.call('users')).said.users.find(({ user }) => user.id === said.user.id);
    for (const fields of [{ role: 'reporter' }, { suspended: true }]) {
      const body = { expect: row?.version, ...fields };
      expect((await admin.call('changeUser', { params: { id: said.user.id }, body })).status).toBe(400);
    }
  });

  it('sees who came in, who was refused, and what was done', async () => {
    await signIn(clientOf(site), 'reem@paper.example', 'a wrong password');
    const { said } = await admin.call('signInEvents', { query: { limit: 200 } });
    expect(said.events.find(({ event }) => event === 'refused')?.name).toBe('ريم العلي');
    const events = new Set(said.events.map(({ event }) => event));
    for (const event of ['set-up', 'signed-in', 'refused', 'link-made', 'password-set', 'second-factor-on'])
      expect(events).toContain(event);
    const trail = await admin.call('audit', { query: { kind: 'user', id: '1', limit: 10 } });
    expect(trail.said.entries.at(-1)).toMatchObject({ actor: 'system:set-up', action: 'create', version: 1 });
    const own = await admin.call('audit', { query: { actor: 'user:1', limit: 2 } });
    expect(own.said.entries.map(({ name }) => name)).toEqual(['ريم العلي', 'ريم العلي']);
    const next = await admin.call('audit', {
      query: { actor: 'user:1', limit: 2, before: own.said.entries.at(-1)?.seq },
    });
    expect(next.said.entries[0]?.seq).toBeLessThan(own.said.entries.at(-1)?.seq ?? 0);
  });
});

describe('when the journal cannot be reached', () => {
  for (const part of ['accounts', 'journal'] as const)
    it(`whoever is signed in gets a 503, never a 401: ${part}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'midad-accounts-'));
      const journal = await openJournalThread(folder);
      const url = 'http://localhost:4999';
      const accounts = await openAccounts({ dataDir: folder, journal, origin: () => url, onError: () => {} });
      const drafts = new DraftRooms({ journal, admit: async () => ({ user: '1', readOnly: true }) });
      const none = () => {
        throw new MidadError('unavailable');
      };
      const app = new Hono<{ Bindings: Bindings }>();
      apiRoutes(app, {
        journal,
        accounts,
        drafts,
        media: new MediaStore(folder),
        desk: none,
        catalog: none,
        similar: none,
        frontPage: async () => none(),
        applied: async () => {},
        siteUrl: () => url,
        now: Date.now,
        trusted: trustedList([]),
        origins: () => [url],
        onError: () => {},
      });
      const server = nodeServer(app);
      const port = await listen(server, { port: 0, host: '127.0.0.1' });
      const client = clientOf({ url: `http://127.0.0.1:${port}` }, { origin: url });
      const token = tokenOf(await setUpLink(accounts));
      const body = { token, name: 'ريم', email: 'reem@paper.example', password, language: 'ar' };
      expect((await client.call('setUp', { body })).status).toBe(200);
      expect((await client.call('me')).status).toBe(200);

      await (part === 'accounts' ? accounts : journal).close();
      const { status, error } = await client.call('me');
      expect([status, error?.code]).toEqual([503, 'unavailable']);
      expect((await signIn(client, 'reem@paper.example')).status).toBe(503);
      expect((await client.call('createStory', { body: { fields: { headline: 'س' } } })).status).toBe(503);
      expect(client.cookies.size).toBeGreaterThan(0);

      await closeServer(server, 100);
      await drafts.close();
      if (part === 'journal') await accounts.close();
      else await journal.close();
      await rm(folder, { recursive: true });
    });
});
