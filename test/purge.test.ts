import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Purger } from '../src/purge/purger.ts';
import { purgeTargets } from '../src/purge/targets.ts';
import { killed } from './support/midad.ts';
import { startSite } from './support/site.ts';

interface Recorded {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
const servers: Server[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child, 'SIGTERM');
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

/** Writes down what it is asked; fails the first `failures` times. */
async function recorder(failures = 0): Promise<{ url: string; asked: Recorded[] }> {
  const asked: Recorded[] = [];
  let left = failures;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url = '', headers } = request;
    response.statusCode = left-- > 0 ? 503 : 200;
    if (response.statusCode === 200) asked.push({ method, path: url, headers, body });
    response.setHeader('connection', 'close');
    response.end('{"success":true}');
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const environment = { FASTLY_API_TOKEN: 'secret-f', CLOUDFLARE_API_TOKEN: 'secret-c' };

describe('caches in front of the site', () => {
  it('are told in their own language, in batches, each key once', async () => {
    const { url, asked } = await recorder();
    const setting = `varnish-xkey:${url}/x varnish-ban:${url}/b fastly:SVC@${url} cloudflare:ZONE@${url}`;
    const purger = new Purger(purgeTargets(setting, environment), { onError: () => {} });
    purger.purge(['story:12', 'list:home', 'entity:topic:ميناء دبي'], false);
    purger.purge(['story:12', 'media:a.b'], false);
    await expect.poll(() => asked.length).toBe(4);
    const words = ['story:12', 'list:home', `entity:topic:${encodeURIComponent('ميناء دبي')}`, 'media:a.b'];
    const by = (path: string) => asked.find((one) => one.path === path);
    expect(by('/x')).toMatchObject({ method: 'PURGE', headers: { 'xkey-purge': words.join(' ') } });
    const ban = by('/b');
    expect(ban?.method).toBe('PURGE');
    const pattern = new RegExp(String(ban?.headers['x-ban-keys']));
    expect(words.every((word) => pattern.test(`site ${word} x`))).toBe(true);
    expect(pattern.test('story:123 media:acb')).toBe(false);
    expect(by('/service/SVC/purge')).toMatchObject({
      method: 'POST',
      headers: { 'fastly-key': 'secret-f', 'surrogate-key': words.join(' '), 'fastly-soft-purge': '1' },
    });
    const cloud = by('/zones/ZONE/purge_cache');
    expect(cloud).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer secret-c' } });
    expect(JSON.parse(cloud?.body ?? '')).toEqual({ tags: words });

    asked.length = 0;
    purger.purge(
      Array.from({ length: 250 }, (_, i) => `story:${i}`),
      false,
    );
    await expect.poll(() => asked.filter(({ path }) => path === '/zones/ZONE/purge_cache').length).toBe(3);
    await expect.poll(() => asked.filter(({ path }) => path === '/service/SVC/purge').length).toBe(1);
    await purger.close();
  });

  it('that are away hear of everything when they are back, and hold nobody up', async () => {
    const { url, asked } = await recorder(2);
    const errors: unknown[] = [];
    const purger = new Purger(purgeTargets(`varnish-xkey:${url}`, {}), {
      onError: (error) => errors.push(error),
    });
    purger.purge(['story:1'], false);
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    purger.purge(['story:2'], false);
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1);
    expect(asked[0]?.headers['xkey-purge']?.toString().split(' ').sort()).toEqual(['story:1', 'story:2']);
    expect(purger.counts()).toEqual({ 'varnish-xkey': { sent: 1, failed: 2, waiting: 0 } });
    // Whole catalogs, and too many keys, are one key that stands on every page.
    purger.purge(
      Array.from({ length: 6000 }, (_, i) => `story:${i}`),
      false,
    );
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.headers['xkey-purge']).toBe('site');
    const began = performance.now();
    await purger.close();
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('are refused with a clear message where the setting says nothing that is known', () => {
    for (const setting of ['akamai:x', 'varnish-xkey:nowhere', 'fastly:', 'fastly:a/b'])
      expect(() => purgeTargets(setting, environment)).toThrow('bad-option');
    expect(() => purgeTargets('fastly:a', {})).toThrow('FASTLY_API_TOKEN');
  });
});

describe('Varnish', () => {
  it('gives out a changed story at once, and serves on while the site is stopped', async () => {
    const varnish = ['/usr/sbin/varnishd', '/usr/bin/varnishd'].find(isThere);
    if (varnish === undefined) {
      console.info(
        'varnishd is not installed: the recording server stands for it (apt-get install varnish varnish-modules)',
      );
      return;
    }
    console.info(`tested with ${varnish}`);
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const front = `http://127.0.0.1:${port}`;
    const site = await startSite({
      environment: { MIDAD_PURGE: `varnish-xkey:${front} varnish-ban:${front}` },
    });
    const folder = await mkdtemp(join(tmpdir(), 'midad-varnish-'));
    const vcl = await readFile(join(import.meta.dirname, '../deploy/varnish.vcl'), 'utf8');
    const own = new URL(site.url);
    const file = join(folder, 'midad.vcl');
    await writeFile(file, vcl.replace('"midad"', '"127.0.0.1"').replace('"4000"', `"${own.port}"`));
    const args = [
      '-j',
      'none',
      '-F',
      '-n',
      folder,
      '-f',
      file,
      '-a',
      `127.0.0.1:${port}`,
      '-s',
      'malloc,64m',
    ];
    const child = spawn(varnish, args, { stdio: 'ignore' });
    children.push(child);
    const get = (path: string) => fetch(front + path).catch(() => undefined);
    await expect.poll(async () => (await get('/'))?.status, { timeout: 20_000 }).toBe(200);
    await expect.poll(async () => (await get('/'))?.headers.get('x-cache')).toBe('HIT');

    const story = (await site.journal.entries(0, 5000)).findLast(
      ({ kind, action }) => kind === 'story' && action === 'publish',
    );
    const id = story?.id ?? '';
    const address = (await site.get(`/${id}`)).headers.get('location') ?? '';
    await get(address);
    await expect.poll(async () => (await get(address))?.headers.get('x-cache')).toBe('HIT');
    const content = { ...(story?.content as object), headline: 'عنوان غيّره المحرر الآن' };
    const change = {
      kind: 'story' as const,
      id,
      action: 'update' as const,
      expect: story?.version ?? 0,
      content,
    };
    await site.journal.append([change], { actor: 'cli:test', at: Date.now() });
    await site.caughtUp((await site.journal.head()).seq);
    await expect.poll(async () => (await get(address))?.text(), { timeout: 3000 }).toContain('غيّره المحرر');
    await site.stop();
    expect((await get(address))?.status).toBe(200);
    await killed(child, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }, 180_000);
});

function isThere(path: string): boolean {
  try {
    execFileSync(path, ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
