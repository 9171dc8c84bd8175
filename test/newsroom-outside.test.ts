import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Directory, startDirectory } from './support/directory.ts';
import { type PostOffice, startPostOffice, textOf } from './support/post-office.ts';
import { startSite, type TestSite } from './support/site.ts';
import { type Client, clientOf, employ, enterAs, password, setUpAs, tokenOf } from './support/staff.ts';

/** The newsroom with a mail server and a directory of the house, both real servers of their own. */
let directory: Directory;
let office: PostOffice;
let site: TestSite;
let admin: Client;
beforeAll(async () => {
  [directory, office] = await Promise.all([startDirectory(), startPostOffice()]);
  site = await startSite({
    demo: false,
    environment: {
      MIDAD_SMTP_URL: office.url,
      MIDAD_MAIL_FROM: 'newsroom@paper.example',
      MIDAD_OIDC_ISSUER: directory.issuer,
      MIDAD_OIDC_CLIENT_ID: 'midad',
      MIDAD_OIDC_CLIENT_SECRET: 'a secret',
      MIDAD_OIDC_NAME: 'دليل الجريدة',
    },
  });
  admin = await setUpAs(site);
});
afterAll(async () => {
  await site.stop();
  await Promise.all([directory.stop(), office.stop()]);
});

describe('by mail', () => {
  it('an invitation goes to whom it is for, in their language, and is shown to nobody else', async () => {
    const arriving = office.next();
    const { said } = await admin.call('inviteUser', {
      body: {
        name: 'سلمى، "ك" <x@evil.example>',
        email: 'Salma@paper.example',
        role: 'reporter',
        sections: [],
        language: 'ar',
      },
    });
    expect(said).toMatchObject({ mailed: true });
    expect(said.link).toBeUndefined();
    const letter = await arriving;
    expect(letter.to).toEqual(['salma@paper.example']);
    const text = textOf(letter.text);
    expect(text).toContain('دُعيت إلى العمل في غرفة الأخبار');
    const link = new RegExp(`${site.url}/newsroom/invitation#[\\w-]+`).exec(text)?.[0];
    const client = clientOf(site);
    expect((await client.call('setPassword', { body: { token: tokenOf(link), password } })).status).toBe(200);
    expect((await client.call('signIn', { body: { email: 'salma@paper.example', password } })).status).toBe(
      200,
    );
  });

  it('a forgotten password is reset by whoever reads the mail; of strangers nothing is learnt', async () => {
    const user = await employ(site, 'reporter', { language: 'en' });
    await site.enterLink(user);
    const client = clientOf(site);
    const arriving = office.next();
    const known = await client.call('forgotPassword', { body: { email: user.email } });
    const unknown = await client.call('forgotPassword', { body: { email: 'nobody@paper.example' } });
    expect([known.status, known.said]).toEqual([200, unknown.said]);
    const text = textOf((await arriving).text);
    const link = new RegExp(`${site.url}/newsroom/reset#[\\w-]+`).exec(text)?.[0];
    expect((await client.call('readLink', { body: { token: tokenOf(link) } })).said.email).toBe(user.email);
    const before = office.letters.length;
    for (let n = 0; n < 4; n++)
      await client.call('forgotPassword', { body: { email: user.email.toUpperCase() } });
    expect((await client.call('forgotPassword', { body: { email: user.email } })).status).toBe(429);
    expect(office.letters.length - before).toBeLessThanOrEqual(2);
  });
});

describe('by the directory of the house', () => {
  const come = async (client: Client) => {
    const begun = await client.call('oidcBegin');
    expect(begun.status).toBe(200);
    expect(begun.said.address.startsWith(`${directory.issuer}/authorize?`)).toBe(true);
    const back = new URL(directory.visit(begun.said.address));
    expect(back.origin).toBe(site.url);
    return client.send('GET', back.pathname + back.search);
  };

  it('is offered by its name', async () => {
    expect((await clientOf(site).call('house')).said.oidc).toBe('دليل الجريدة');
  });

  it('somebody who was taken in comes in, with the role that the record says', async () => {
    const user = await employ(site, 'photo-editor');
    await site.enterLink(user);
    directory.person = { sub: 'p-1', email: user.email, name: 'اسم آخر' };
    const client = clientOf(site);
    const answer = await come(client);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/newsroom']);
    const me = await client.call('me');
    expect(me.said.user).toEqual(user);
    // Again, now that the accounts are linked.
    expect((await come(clientOf(site))).headers.get('location')).toBe('/newsroom');
  });

  it('nobody else does, nor whoever was suspended', async () => {
    directory.person = { sub: 'p-2', email: 'stranger@paper.example', name: 'غريب' };
    const client = clientOf(site);
    expect((await come(client)).headers.get('location')).toBe('/newsroom/sign-in#refused');
    expect((await client.call('me')).status).toBe(401);

    const user = await employ(site, 'reporter');
    await enterAs(site, user);
    await admin.call('changeUser', { params: { id: user.id }, body: { expect: 1, suspended: true } });
    directory.person = { sub: 'p-3', email: user.email, name: 'موقوف' };
    const suspended = clientOf(site);
    expect((await come(suspended)).headers.get('location')).toBe('/newsroom/sign-in#refused');
    expect((await suspended.call('me')).status).toBe(401);
  });

  it('a callback that nobody asked for, or with another’s state, opens nothing', async () => {
    directory.person = { sub: 'p-1', email: 'reem@paper.example', name: 'ريم' };
    const begun = await clientOf(site).call('oidcBegin');
    const back = new URL(directory.visit(begun.said.address));
    const victim = clientOf(site);
    const answer = await victim.send('GET', back.pathname + back.search);
    expect(answer.headers.get('location')).toBe('/newsroom/sign-in#refused');
    expect((await victim.call('me')).status).toBe(401);
  });
});
