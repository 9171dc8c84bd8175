import { beforeAll, describe, expect, it } from 'vitest';
import { accountKey, addressKey, countTry, limits } from '../src/accounts/limits.ts';
import { openAccountsDatabase } from '../src/accounts/open-database.ts';
import { ownSite } from './support/own-site.ts';
import { startSite } from './support/site.ts';
import { type Client, clientOf, employ, enterAs, setUpAs } from './support/staff.ts';

const site = ownSite({ demo: false, environment: { MIDAD_TRUSTED_PROXIES: '10.0.0.0/8' } });
let admin: Client;
beforeAll(async () => {
  admin = await setUpAs(site);
});

describe('rate limits', () => {
  /** Ways to write one address; all are one account. */
  const spellings = (email: string) => [
    email,
    email.toUpperCase(),
    ` ${email}`,
    `${email}\t`,
    `\u200b${email}`,
    email.replace('@', '\u200d@'),
    `\ufeff${email}`,
    email.replace('a', 'ａ'),
    email.replace('.', '\u200e.'),
    `${email}\u00ad`,
  ];

  it('count one account however its address is written', () => {
    expect(new Set(spellings('salma@paper.example').map(accountKey)).size).toBe(1);
  });

  it('are not evaded by rotating what is in the body', async () => {
    const user = await employ(site, 'reporter', { email: 'target@paper.example' });
    const client = clientOf(site);
    const statuses: number[] = [];
    for (const [n, email] of spellings(user.email).entries()) {
      const body = n % 2 === 0 ? { email, password: `guess ${n}` } : { password: `guess ${n}`, email };
      statuses.push((await client.call('signIn', { body })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([401]));
    for (const email of spellings(user.email)) {
      const { status, headers } = await client.call('signIn', {
        body: { email, password: 'one more guess' },
      });
      expect([email, status]).toEqual([email, 429]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    // The last of two keys counts, for the limit as for the sign-in.
    const twice = '{"email":"nobody@paper.example","email":"target@paper.example","password":"guess again"}';
    expect((await client.send('POST', '/api/sign-in', twice)).status).toBe(429);
  });

  it('take an address only as text', async () => {
    for (const email of [['target@paper.example'], { $ne: '' }, 7, null, true]) {
      const { status } = await clientOf(site).call('signIn', { body: { email, password: 'a guess' } });
      expect([email, status]).toEqual([email, 422]);
    }
    const more = {
      email: 'a@b.example',
      password: 'x',
      rememberMe: true,
      callbackURL: 'https://evil.example',
    };
    expect((await clientOf(site).call('signIn', { body: more })).status).toBe(422);
  });

  it('are kept in the database, so that another process counts on', async () => {
    const database = await openAccountsDatabase(site.data);
    const again = countTry(database, limits.accountTries, 'target@paper.example', Date.now());
    await expect(again).rejects.toMatchObject({ code: 'too-many-requests' });
    const later = Date.now() + limits.accountTries.withinMs;
    await countTry(database, limits.accountTries, 'target@paper.example', later);
    await database.close();
  });

  it('believe X-Forwarded-For of nobody but the trusted proxies', async () => {
    const user = await employ(site, 'reporter');
    await enterAs(site, user, { 'x-forwarded-for': '203.0.113.9' });
    const { said } = await admin.call('signInEvents', { query: { user: user.id, limit: 10 } });
    expect(said.events[0]?.address).not.toBe('203.0.113.9');
  });

  it('know the peer behind a reader process, and still do not believe it', async () => {
    const other = await startSite({ demo: false, workers: 1 });
    const boss = await setUpAs(other);
    const user = await employ(other, 'reporter');
    await enterAs(other, user, { 'x-forwarded-for': '203.0.113.9' });
    const { said } = await boss.call('signInEvents', { query: { user: user.id, limit: 10 } });
    expect(said.events[0]?.address).toMatch(/^(127\.0\.0\.1|::1)$/);
    await other.stop();
  });

  it('slow down a session that floods the API, and nobody else', async () => {
    const flooder = await enterAs(site, await employ(site, 'reporter'));
    const answers = await Promise.all(Array.from({ length: 600 }, () => flooder.send('GET', '/api/me')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 429 || status === 200)).toBe(true);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await admin.call('me')).status).toBe(200);
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  });

  it('take a network of IPv6 addresses for one', () => {
    const one = new Set(
      ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0db8:0001:0002:0:0:0:7', '2001:DB8:1:2::a'].map(
        addressKey,
      ),
    );
    expect(one.size).toBe(1);
    expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
    expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
    expect(addressKey('::1')).toBe('0:0:0:0');
  });
});
