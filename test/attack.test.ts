import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readToken } from '../src/readership/token.ts';
import { headerOf, raw } from './support/raw.ts';
import { ownSite } from './support/own-site.ts';
import { linksOf, storyPath } from './support/site.ts';

const site = ownSite({ environment: { MIDAD_METRICS: 'public' } });
let story: string;

beforeAll(async () => {
  story = linksOf(await site.text('/')).find((path) => storyPath.test(path)) ?? '';
});

const get = (target: string, headers = '', ms?: number) =>
  raw(site.url, `GET ${target} HTTP/1.1\r\nHost: news.example\r\n${headers}Connection: close\r\n\r\n`, ms);

describe('addresses', () => {
  it('never lead to another site, and never back to themselves', async () => {
    for (const target of [
      '//evil.example/',
      '///evil.example//',
      '/\\evil.example/',
      '/%5cevil.example/',
      '/%2f%2fevil.example%2f',
      '/%2Fevil.example/',
      '//evil.example/..',
      '//evil.example/%2e%2e/',
      '/./\\/evil.example/',
      '//[/../',
      'http://evil.example/politics/',
      'http://evil.example//evil.example/',
      '/politics%2f',
      '/politics%5c',
      '/politics/.',
      '/javascript:alert(1)/',
      '/%0d%0aSet-Cookie:%20a=b/',
      '/a%0d%0aX-Evil:1%2f?x=%0d%0aX-Evil:2',
    ]) {
      const { status, head } = await get(target);
      const location = headerOf(head, 'location');
      expect([target, status < 500]).toEqual([target, true]);
      expect([target, location ?? '/x']).toEqual([target, expect.stringMatching(/^\/(?![/\\])/)]);
      expect([target, location === target]).toEqual([target, false]);
      expect(headerOf(head, 'set-cookie') ?? headerOf(head, 'x-evil')).toBeUndefined();
      if (location !== undefined) {
        const next = await get(location);
        expect([target, location, next.status]).not.toEqual([target, location, 301]);
      }
    }
  });

  it('have one spelling each, so that nobody fills the cache with names of one page', async () => {
    for (const target of [
      '/economy/../politics',
      '/economy/%2e%2E/politics',
      '/./politics',
      '//politics',
      '/politics/',
      '/politics//',
    ]) {
      const { status, head } = await get(target);
      expect([target, status, headerOf(head, 'location')]).toEqual([target, 301, '/politics']);
    }
    for (const target of ['/%70olitics', '/politics#x', 'http://evil.example/politics']) {
      const { status, head, body } = await get(target);
      expect([target, status, headerOf(head, 'etag')]).toEqual([
        target,
        200,
        headerOf((await get('/politics')).head, 'etag'),
      ]);
      expect(body).not.toContain('evil');
    }
    for (const target of [
      '/politics;a=b',
      '/Politics',
      '/politics%20',
      '/politics%3fbefore=1',
      '/r',
      '/assets/..%2f..%2fpackage.json',
    ])
      expect([target, (await get(target)).status]).toEqual([target, 404]);
  });

  it('of any length are answered at once', async () => {
    const ways: Record<string, string> = {
      letters: `/${'a'.repeat(100_000)}`,
      slashes: `/a${'/'.repeat(200_000)}a/`,
      'encoded slashes': `/a${'%2f'.repeat(60_000)}a/`,
      dots: `${'/..'.repeat(60_000)}/`,
      percents: `/search?${'%'.repeat(90_000)}&q=${'%ff'.repeat(30_000)}`,
      parameters: `/search?${Array.from({ length: 10_000 }, (_, i) => `p${i}=v`).join('&')}&q=x`,
      'the same parameter': `/search?${'q=x&'.repeat(20_000)}`,
    };
    for (const [name, target] of Object.entries(ways)) {
      const began = performance.now();
      const { status } = await get(target, '', 10_000);
      const took = performance.now() - began;
      expect([name, status >= 200 && status < 500]).toEqual([name, true]);
      expect([name, took < 1500]).toEqual([name, true]);
    }
    const coding = await get('/politics', `Accept-Encoding: ${'br;q=0, '.repeat(20_000)}\r\n`);
    expect(coding.status).toBe(200);
    const tags = await get('/politics', `If-None-Match: ${'W/"a",'.repeat(20_000)}\r\n`);
    expect(tags.status).toBe(200);
  });
});

describe('headers of a request', () => {
  it('change no byte of a page, whatever they claim', async () => {
    await get(story);
    const { body, head } = await get(story);
    for (const forged of [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: gopher',
      'X-Forwarded-For: 10.0.0.1',
      'Forwarded: host=evil.example;proto=gopher',
      'X-Original-URL: /newsroom',
      'X-Rewrite-URL: /newsroom',
      'X-HTTP-Method-Override: DELETE',
      'X-Forwarded-Prefix: /evil',
      'Accept-Language: en',
      'Cookie: preview=1; session=evil',
      'Accept: application/json',
      'Authorization: Bearer evil',
      'Range: bytes=0-1',
      'Origin: https://evil.example',
    ]) {
      const answer = await get(story, `${forged}\r\n`);
      expect([forged, answer.status, answer.body === body]).toEqual([forged, 200, true]);
      expect([forged, answer.head.replace(/^Date:.*$/im, '')]).toEqual([
        forged,
        head.replace(/^Date:.*$/im, ''),
      ]);
    }
    expect(head).not.toMatch(/access-control-allow|set-cookie|x-powered-by/i);
    const fresh = await raw(
      site.url,
      `GET /economy HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    );
    expect(fresh.body + fresh.head).not.toContain('evil.example');
    expect((await raw(site.url, 'GET /economy HTTP/1.0\r\n\r\n')).status).toBe(200);
    expect((await raw(site.url, 'GET /healthz HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it('that match no copy get the page, and an answer without body ends there', async () => {
    const etag = headerOf((await get(story)).head, 'etag') ?? '';
    for (const [tag, status] of [
      [etag, 304],
      [`W/${etag}`, 304],
      ['*', 304],
      [`"x", ${etag}`, 304],
      [etag.slice(0, -1), 200],
      ['"', 200],
      [',,,', 200],
      ['<script>', 200],
    ] as const) {
      const answer = await get(story, `If-None-Match: ${tag}\r\n`);
      expect([tag, answer.status, answer.status === 304 ? answer.body : '']).toEqual([tag, status, '']);
    }
    const head = await raw(site.url, `HEAD ${story} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('that two programs could read in two ways are refused', async () => {
    for (const shape of [
      'Content-Length: 3\r\nTransfer-Encoding: chunked',
      'Content-Length: 3\r\nContent-Length: 4',
      'Transfer-Encoding: chunked, identity',
      'Transfer-Encoding: xchunked',
      'Transfer-Encoding : chunked',
      'Content-Length: +3',
      ' folded: x',
      'Host: a\r\nHost: b',
    ]) {
      const { status } = await raw(
        site.url,
        `POST /r HTTP/1.1\r\nHost: x\r\n${shape}\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n`,
      );
      expect([shape, status]).toEqual([shape, 400]);
    }
  });

  it('of other methods reach nothing', async () => {
    for (const path of [
      '/',
      story,
      '/politics',
      '/search',
      '/rss.xml',
      '/metrics',
      '/media/x/320.webp',
      '/newsroom',
    ])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const { status, head, body } = await raw(
          site.url,
          `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
        );
        expect([method, path, status, headerOf(head, 'allow'), body.replace(/^0\s*$/, '')]).toEqual([
          method,
          path,
          405,
          'GET, HEAD',
          '',
        ]);
      }
    expect(
      (await raw(site.url, 'TRACE / HTTP/1.1\r\nHost: x\r\nCookie: secret\r\nConnection: close\r\n\r\n'))
        .body,
    ).not.toContain('secret');
  });
});

describe('the beacon', () => {
  const browser = 'User-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\r\n';
  const post = (body: string, headers = '') =>
    raw(
      site.url,
      `POST /r HTTP/1.1\r\nHost: x\r\n${browser}${headers}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\nConnection: close\r\n\r\n${body}`,
    );
  const counts = async () => {
    const text = await site.text('/metrics');
    const of = (event: string) => Number(new RegExp(`event="${event}"} (\\d+)`).exec(text)?.[1] ?? 0);
    return { counted: of('counted'), repeat: of('repeat'), forged: of('forged'), robot: of('robot') };
  };

  it('counts a page once, from wherever its sender says that it came', async () => {
    const secret = await site.journal.secret('read-token');
    const token = readToken(secret, Number(story.split('/')[2]), Date.now());
    for (let i = 0; i < 60; i++) {
      const spoofed = `X-Forwarded-For: 203.0.113.${i}\r\nForwarded: for=203.0.113.${i}\r\nX-Real-IP: 203.0.113.${i}\r\nClient-IP: 203.0.113.${i}\r\n`;
      expect((await post(token, spoofed)).status).toBe(204);
    }
    expect(await counts()).toMatchObject({ counted: 1, repeat: 59 });
  });

  it('answers every forgery as it answers a reading, and counts none', async () => {
    const before = await counts();
    const secret = await site.journal.secret('read-token');
    const old = readToken(secret, 1, Date.now() - 26 * 3_600_000);
    const future = readToken(secret, 1, Date.now() + 2 * 3_600_000);
    const other = readToken('another secret', 1, Date.now());
    const good = readToken(secret, 1, Date.now());
    const bodies = [
      'x',
      old,
      future,
      other,
      good.slice(0, -1),
      `${good}A`,
      good.toUpperCase(),
      `9${good}`,
      '\0\xff\xfe\x01',
      '{"token":1}',
      `${good}\n${good}`,
      'a'.repeat(200),
      'a'.repeat(100_000),
    ];
    for (const body of bodies) {
      const answer = await post(body, 'Content-Type: application/x-evil\r\nContent-Encoding: gzip\r\n');
      expect([body.slice(0, 30), answer.status, answer.body]).toEqual([body.slice(0, 30), 204, '']);
      expect(answer.head).not.toMatch(/set-cookie/i);
    }
    expect((await counts()).counted).toBe(before.counted);
    await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        fetch(`${site.url}/r`, { method: 'POST', body: `${i}.x.${'a'.repeat(16)}` }),
      ),
    );
    expect((await counts()).counted).toBe(before.counted);
  });

  it('lets nobody hold it with a body that does not end', async () => {
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    for (const target of ['POST /r', 'POST /politics', 'GET /politics', 'GET /search?q=x']) {
      const began = performance.now();
      const sent = await new Promise<number>((resolve) => {
        let bytes = 0;
        const socket = connect(site.port, '127.0.0.1');
        socket.on('error', () => {});
        socket.write(`${target} HTTP/1.1\r\nHost: x\r\n${browser}Transfer-Encoding: chunked\r\n\r\n`);
        const more = setInterval(() => {
          if (socket.writable && !socket.writableNeedDrain) socket.write(chunk);
          bytes += chunk.length;
        }, 5);
        socket.on('data', () => {});
        socket.on('close', () => {
          clearInterval(more);
          resolve(bytes);
        });
      });
      expect([target, performance.now() - began < 4000]).toEqual([target, true]);
      expect(sent).toBeLessThan(100e6);
    }
  }, 20_000);
});

describe('many at once', () => {
  it('lines that say nothing keep no reader waiting', async () => {
    const sockets: Socket[] = [];
    for (let i = 0; i < 1500; i++) {
      const socket = connect(site.port, '127.0.0.1');
      socket.on('error', () => {});
      if (i % 3 === 1) socket.write('GET /politics HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      if (i % 3 === 2) socket.write('POST /r HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\na');
      sockets.push(socket);
    }
    await pause(300);
    const times: number[] = [];
    for (let i = 0; i < 50; i++) {
      const began = performance.now();
      expect((await site.get(story)).status).toBe(200);
      times.push(performance.now() - began);
    }
    for (const socket of sockets) socket.destroy();
    expect(times.toSorted((a, b) => a - b)[25]).toBeLessThan(50);
  });

  it('searches leave pages fast, and those beyond the queue are told so politely', async () => {
    const words = ['الماء', 'مدينة', 'الوزارة', 'في', 'مشروع جديد', 'على', 'قال', 'اليوم'];
    const searches = Array.from({ length: 400 }, (_, i) =>
      site.get(
        `/search${i % 2 === 0 ? '' : '.json'}?q=${encodeURIComponent(`${words[i % words.length]} ${i}`)}`,
      ),
    );
    const times: number[] = [];
    for (let i = 0; i < 40; i++) {
      const began = performance.now();
      expect((await site.get(story)).status).toBe(200);
      times.push(performance.now() - began);
    }
    const answers = await Promise.all(searches);
    const bad = answers.filter(({ status }) => status !== 200);
    for (const answer of bad) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect((await answer.text()).length).toBeGreaterThan(50);
    }
    expect(times.toSorted((a, b) => a - b)[20]).toBeLessThan(100);
    expect((await site.get('/search?q=x')).status).toBe(200);
  });

  it('requests for one size of a picture make it once', async () => {
    const src =
      /srcset="(\/media\/[^ "]+)/.exec(await site.text('/'))?.[1]?.replace(/\d+\.webp/, '640.jpg') ?? '';
    const answers = await Promise.all(Array.from({ length: 30 }, () => site.get(src)));
    const bodies = await Promise.all(
      answers.map(async (answer) => Buffer.from(await answer.arrayBuffer()).toString('base64')),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
