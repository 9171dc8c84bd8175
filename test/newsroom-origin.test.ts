import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerOf, raw } from './support/raw.ts';
import { startSite, type TestSite } from './support/site.ts';
import { tokenOf } from './support/staff.ts';

const newsroom = 'https://desk.paper.example';

describe('a newsroom with an origin of its own', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({
      demo: false,
      environment: { MIDAD_URL: 'https://paper.example', MIDAD_NEWSROOM_URL: newsroom },
    });
  });
  afterAll(() => site.stop());

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
