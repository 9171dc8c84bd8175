import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/api/api.ts';
import { splitAddress } from '../src/api/contract/addresses.ts';
import type { Story } from '../src/model/story.ts';
import type { User } from '../src/model/user.ts';
import { raw } from './support/raw.ts';
import { ownSite } from './support/own-site.ts';

import { type Client, clientOf, employ, enterAs, password, setUpAs, tokenOf } from './support/staff.ts';

const site = ownSite({ demo: false, environment: { MIDAD_TRUSTED_PROXIES: '10.0.0.0/8' } });
let admin: Client;
beforeAll(async () => {
  admin = await setUpAs(site);
});

const linkTo = async (user: User) =>
  (await admin.call('linkForUser', { params: { id: user.id } })).said.link ?? '';
const current = async (id: number) => (await site.journal.current('story', String(id)))?.content as Story;
const storyBy = async (client: Client) =>
  Number(
    (await client.call('createStory', { body: { fields: { headline: 'خبر', section: 'sports' } } })).said.id,
  );

describe('CSRF', () => {
  const forged = [
    'https://evil.example',
    'null',
    'http://localhost',
    'http://localhost:1',
    'https://localhost',
  ];

  it('with a forged Origin is refused on every route that changes anything, with the victim’s cookie', async () => {
    for (const { name } of routes) {
      const { method, path } = splitAddress(name);
      if (method === 'GET') continue;
      for (const origin of [...forged, `${site.url}.evil.example`, `${site.url}@evil.example`]) {
        const response = await admin.send(method, path.replace(/:\w+/g, '1'), {}, { origin });
        expect([name, origin, response.status]).toEqual([name, origin, 403]);
        expect(((await response.json()) as { error: { code: string } }).error.code).toBe('origin-refused');
      }
    }
    expect((await admin.call('me')).status).toBe(200);
  });

  it('by a form, which sends no JSON and says where it is from, is refused', async () => {
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const post = (head: string, body: string) =>
      raw(
        site.url,
        `POST /api/users HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    const json = '{"name":"x","email":"x@x.example","role":"administrator","sections":[],"language":"ar"}';
    expect((await post('', json)).status).toBe(403);
    expect((await post('Sec-Fetch-Site: cross-site\r\n', json)).status).toBe(403);
    expect((await post('Sec-Fetch-Site: same-site\r\n', json)).status).toBe(403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await post(`Origin: ${site.url}\r\nContent-Type: ${type}\r\n`, json)).status).toBe(400);
    const { said } = await admin.call('users');
    expect(said.users.map(({ user }) => user.email)).not.toContain('x@x.example');
  });

  it('finds cookies that browsers do not send from other sites, and scripts cannot read', async () => {
    const user = await employ(site, 'reporter');
    const response = await clientOf(site).send('POST', '/api/enter', {
      token: tokenOf(await site.enterLink(user)),
    });
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  });

  it('gets no permission to read answers either', async () => {
    const response = await admin.send('GET', '/api/me', undefined, { origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const asked = await admin.send('OPTIONS', '/api/users', undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});

describe('a forged Host', () => {
  it('does not get into reset links, nor invitations', async () => {
    const user = await employ(site, 'reporter');
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const forge = (path: string, body: object) => {
      const text = JSON.stringify(body);
      return raw(
        site.url,
        `POST ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nOrigin: ${site.url}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
      );
    };
    const reset = await forge(`/api/users/${user.id}/link`, {});
    expect(reset.body).toContain(`${site.url}/newsroom/reset#`);
    const invited = await forge('/api/users', {
      name: 'guest',
      email: 'guest@paper.example',
      role: 'reporter',
      sections: [],
      language: 'ar',
    });
    expect(invited.body).toContain(`${site.url}/newsroom/invitation#`);
    expect(reset.body + invited.body).not.toContain('evil');
  });

  it('does not make its origin ours', async () => {
    const text = JSON.stringify({ email: 'reem@paper.example', password });
    const { status } = await raw(
      site.url,
      `POST /api/sign-in HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
    expect(status).toBe(403);
  });
});

describe('sessions', () => {
  const stolen = (client: Client): Client => {
    const thief = clientOf(site);
    for (const [name, value] of client.cookies) thief.cookies.set(name, value);
    return thief;
  };

  it('do not survive a sign-out', async () => {
    const client = await enterAs(site, await employ(site, 'reporter'));
    const thief = stolen(client);
    expect((await thief.call('me')).status).toBe(200);
    await client.call('signOut');
    expect(client.cookies.size).toBe(0);
    expect((await thief.call('me')).status).toBe(401);
  });

  it('do not survive a reset of the password', async () => {
    const user = await employ(site, 'reporter');
    const client = await enterAs(site, user);
    const token = tokenOf(await linkTo(user));
    expect((await clientOf(site).call('setPassword', { body: { token, password } })).status).toBe(200);
    expect((await client.call('me')).status).toBe(401);
  });

  it('do not survive a suspension, which also closes the door', async () => {
    const user = await employ(site, 'reporter');
    const token = tokenOf(await linkTo(user));
    await clientOf(site).call('setPassword', { body: { token, password } });
    const client = await enterAs(site, user);
    const later = [await linkTo(user), await site.enterLink(user)];
    const body = { expect: 1, suspended: true };
    expect((await admin.call('changeUser', { params: { id: user.id }, body })).status).toBe(200);
    expect((await client.call('me')).status).toBe(401);
    const again = clientOf(site);
    const tried = await again.call('signIn', { body: { email: user.email, password } });
    expect([tried.status, tried.error?.code]).toEqual([403, 'suspended']);
    expect((await again.call('me')).status).toBe(401);
    expect((await again.call('setPassword', { body: { token: tokenOf(later[0]), password } })).status).toBe(
      410,
    );
    expect((await again.call('enter', { body: { token: tokenOf(later[1]) } })).status).toBe(403);
    expect((await again.call('me')).status).toBe(401);
    const back = { expect: 2, suspended: false };
    expect((await admin.call('changeUser', { params: { id: user.id }, body: back })).status).toBe(200);
    expect((await again.call('signIn', { body: { email: user.email, password } })).status).toBe(200);
  });

  it('do not survive a change of role or sections, and the new rights hold', async () => {
    const user = await employ(site, 'managing-editor');
    const client = await enterAs(site, user);
    expect((await client.call('audit')).status).toBe(200);
    const body = { expect: 1, role: 'contributor' };
    await admin.call('changeUser', { params: { id: user.id }, body });
    expect((await client.call('me')).status).toBe(401);
    expect((await (await enterAs(site, user)).call('audit')).status).toBe(403);
  });

  it('are nobody’s with a cookie that was altered', async () => {
    const client = await enterAs(site, await employ(site, 'reporter'));
    for (const [name, value] of client.cookies) {
      const thief = stolen(client);
      thief.cookies.set(
        name,
        value.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
      );
      expect((await thief.call('me')).status).toBe(401);
    }
  });
});

describe('mass assignment', () => {
  it('of status, author and dates to a story is refused at its field', async () => {
    const reporter = await enterAs(site, await employ(site, 'reporter'));
    const id = await storyBy(reporter);
    for (const more of [
      { status: 'published' },
      { createdBy: '1' },
      { authorId: '1' },
      { id: 999 },
      { firstPublishedAt: 1 },
      { corrections: [] },
      { legalHold: false },
      { source: { name: 'x', id: '1' } },
      JSON.parse('{"__proto__":{"status":"published"}}') as object,
    ]) {
      const body = { expect: 1, fields: { headline: 'خبر', ...more } };
      const { status } = await reporter.send('PUT', `/api/stories/${id}`, body);
      expect([Object.keys(more), status]).toEqual([Object.keys(more), 422]);
      const story = await current(id);
      expect([story.status, story.createdBy === '1', story.firstPublishedAt]).toEqual([
        'draft',
        false,
        undefined,
      ]);
    }
    const aside = await reporter.send('PUT', `/api/stories/${id}`, {
      expect: 1,
      fields: { headline: 'خبر' },
      status: 'published',
      actor: 'cli',
      user: { role: 'administrator' },
    });
    expect(aside.status).toBe(422);
  });

  it('of a role, sections or a suspension to oneself is refused', async () => {
    const user = await employ(site, 'reporter');
    const reporter = await enterAs(site, user);
    for (const more of [
      { role: 'administrator' },
      { sections: ['sports'] },
      { id: '1' },
      { email: 'x@x.example' },
    ])
      expect((await reporter.call('changeMe', { body: { language: 'ar', ...more } })).status).toBe(422);
    expect((await reporter.call('changeMe', { body: { language: 'en' } })).status).toBe(200);
    expect((await site.journal.current('user', user.id))?.content).toEqual({ ...user, language: 'en' });
  });

  it('of a role at an invitation or a set-up is refused', async () => {
    const token = tokenOf(await linkTo(await employ(site, 'reporter')));
    for (const more of [{ role: 'administrator' }, { userId: '1' }, { email: 'reem@paper.example' }])
      expect((await clientOf(site).call('setPassword', { body: { token, password, ...more } })).status).toBe(
        422,
      );
    const invitation = { name: 'x', email: 'y@paper.example', role: 'owner', sections: [], language: 'ar' };
    expect((await admin.call('inviteUser', { body: invitation })).status).toBe(422);
    expect(
      (await admin.call('inviteUser', { body: { ...invitation, role: 'reporter', id: '1' } })).status,
    ).toBe(422);
  });
});

describe('ids of others', () => {
  it('end no session and remove no passkey of theirs', async () => {
    const victim = await enterAs(site, await employ(site, 'reporter'));
    const thief = await enterAs(site, await employ(site, 'reporter'));
    const { said } = await victim.call('sessions');
    expect((await thief.call('endSession', { params: { id: said.present } })).status).toBe(404);
    expect((await admin.call('endSession', { params: { id: said.present } })).status).toBe(404);
    expect((await victim.call('me')).status).toBe(200);
    expect((await thief.call('removePasskey', { params: { id: 'x' } })).status).toBe(404);
  });

  it('open no story of theirs to write: each verb, by number', async () => {
    const owner = await enterAs(site, await employ(site, 'reporter'));
    const other = await enterAs(site, await employ(site, 'reporter'));
    const id = await storyBy(owner);
    const fields = { headline: 'مسروق' };
    for (const [name, body] of [
      ['saveStory', { expect: 1, fields }],
      ['submitStory', { expect: 1 }],
      ['restoreRevision', { expect: 1, version: 1 }],
    ] as const)
      expect([name, (await other.call(name, { params: { id }, body })).status]).toEqual([name, 403]);
    expect((await current(id)).headline).toBe('خبر');
  });

  it('that are no numbers are no stories', async () => {
    for (const id of ['0', '-1', '1e3', '1.5', ' 1', '9'.repeat(30), '../1', '1/../../users', 'x', '%00']) {
      const { status } = await admin.call('story', { params: { id } });
      expect([id, [400, 404, 422].includes(status) || (id === '1e3' && status === 404)]).toEqual([id, true]);
    }
  });
});

describe('open redirects', () => {
  it('are not to be had from the directory’s callback', async () => {
    for (const query of [
      '?callbackURL=https://evil.example',
      '?error=x&error_description=https://evil.example',
      '?code=1&state=https%3A%2F%2Fevil.example&next=//evil.example',
    ]) {
      const response = await clientOf(site).send('GET', `/api/callback/oidc${query}`);
      expect(response.headers.get('location') ?? '').not.toContain('evil');
      expect(response.status).toBe(404);
    }
  });
});

describe('a body', () => {
  it('that is too large is a 413, and nothing of it is kept in memory', async () => {
    const { status, error } = await admin.call('createStory', {
      body: { fields: { headline: 'x'.repeat(5 * 1024 * 1024), section: 'sports' } },
    });
    expect([status, error?.code]).toEqual([413, 'too-large']);
  });

  it('that never ends is cut off at the same place', async () => {
    const status = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(site.url).port), '127.0.0.1', () => {
        socket.write(
          `POST /api/sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${site.url}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
        );
        const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
        const pump = () => {
          while (!socket.destroyed && socket.write(chunk));
        };
        socket.on('drain', pump);
        pump();
      });
      let text = '';
      socket.on('data', (data) => {
        text += String(data);
        if (text.includes('\r\n\r\n')) socket.destroy();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text.slice(9, 12)));
    });
    expect(status).toBe('413');
  });

  it('that is no JSON, or of another shape, is a clear refusal', async () => {
    const bodies = ['{', '[]', '"x"', 'null', '1', '\ufeff{}', '{"email":1e999}', '['.repeat(50_000)];
    for (const body of bodies) {
      const { status } = await clientOf(site).send('POST', '/api/sign-in', body);
      expect([body.slice(0, 20), [400, 422, 429].includes(status)]).toEqual([body.slice(0, 20), true]);
    }
  });
});
