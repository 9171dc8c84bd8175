import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownSite } from './support/own-site.ts';
import { pngBomb } from './support/png-bomb.ts';
import { type Client, employ, enterAs, setUpAs } from './support/staff.ts';
import { filesIn, photo, type Uploaded, uploadTo } from './support/uploads.ts';

const site = ownSite({ demo: false });
const send = uploadTo(site);
const files = filesIn(site);
let admin: Client;
let reporter: Client;
let contributor: Client;
beforeAll(async () => {
  admin = await setUpAs(site);
  reporter = await enterAs(site, await employ(site, 'reporter'));
  contributor = await enterAs(site, await employ(site, 'contributor'));
});

describe('upload tricks', () => {
  const refused = async (bytes: Uint8Array, type: string, name = 'a.jpg') => {
    const { status, error } = await send(contributor, bytes, name, { 'content-type': type });
    return [status, error?.code];
  };

  it('a drawing or a page in the clothes of a picture is refused, whatever it is called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
    for (const text of [
      svg,
      `<?xml version="1.0"?>${svg}`,
      `\ufeff  ${svg}`,
      '<html><script>alert(1)</script>',
      '',
    ])
      for (const type of ['image/svg+xml', 'image/jpeg', 'text/html', 'application/json'])
        expect([text.slice(0, 20), ...(await refused(Buffer.from(text), type))]).toEqual([
          text.slice(0, 20),
          415,
          'media-type',
        ]);
    // The first bytes of one format and the rest of another.
    const polyglot = Buffer.concat([Buffer.from('GIF89a'), Buffer.from(svg)]);
    expect(['media-damaged', 'media-type']).toContain((await refused(polyglot, 'image/gif'))[1]);
  });

  it('a wrong content type changes nothing: the bytes say what a file is', async () => {
    const { media } = await send(contributor, await photo(), 'page.html', { 'content-type': 'text/html' });
    expect(media.mime).toBe('image/jpeg');
    const response = await contributor.send('GET', `/api/media/${media.id}/pictures/320.webp`);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('a picture with a program behind it is served without it', async () => {
    const payload = '<script>fetch("//evil.example")</script>PK\u0003\u0004';
    const taken = await send(contributor, Buffer.concat([await photo(), Buffer.from(payload)]));
    expect(taken.status).toBe(200);
    for (const name of ['320.webp', '320.avif', '320.jpg']) {
      const response = await contributor.send('GET', `/api/media/${taken.id}/pictures/${name}`);
      const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect([name, response.status, bytes.includes('evil.example'), bytes.includes('GPS')]).toEqual([
        name,
        200,
        false,
        false,
      ]);
    }
    // Nobody is handed the original.
    for (const name of [
      'original',
      `${taken.media.sha256}.jpg`,
      '..%2f..%2foriginals',
      '320.svg',
      '99999.webp',
    ])
      expect(
        (await contributor.send('GET', `/api/media/${taken.id}/pictures/${name}`)).status,
      ).toBeGreaterThanOrEqual(404);
  });

  it('names that are paths lead nowhere', async () => {
    const before = (await files('originals')).length;
    for (const name of [
      '../../../etc/cron.d/x',
      '..\\..\\journal.db',
      '/etc/passwd\u0000.jpg',
      'a/\u202egpj.exe',
      'س'.repeat(499),
    ])
      expect((await send(contributor, await photo(), name)).status).toBe(200);
    const kept = await files('originals');
    expect(kept.length).toBe(before + 5);
    for (const name of kept) expect(name).toMatch(/^[0-9a-f]{64}\.(jpg|png|webp|avif|gif)$/);
    const { error } = await send(contributor, Buffer.from('no'), '../../<b>x</b>\u202e.jpg');
    expect(error?.message).toContain('b>');
    expect(error?.message).not.toContain('..');
    expect(error?.message).not.toContain('\u202e');
  });

  it('a bomb is refused before it is unpacked, and leaves nothing behind', async () => {
    expect(await refused(pngBomb(), 'image/png')).toEqual([413, 'media-too-wide']);
    expect(await files('incoming')).toEqual([]);
  });

  it('more than 50 MB is refused with a calm word, said beforehand or only seen', async () => {
    const said = await contributor.send('POST', '/api/media?name=big.jpg', undefined, {
      'content-length': '0',
    });
    expect(said.status).toBe(415);
    const chunk = Buffer.alloc(1024 * 1024, 7);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        if (sent++ > 60) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await send(contributor, endless, 'كبيرة.jpg').catch((error: unknown) => error);
    // The line may be cut before all of it was sent; what counts is that nothing stays.
    if (!(answer instanceof Error)) {
      const { status, error } = answer as Uploaded;
      expect([status, error?.code]).toEqual([413, 'media-too-large']);
      expect(error?.message).toContain('٥٠ ميغابايت');
    }
    await expect.poll(() => files('incoming')).toEqual([]);
  });

  it('half an upload leaves nothing behind', async () => {
    const bytes = await photo();
    const abort = new AbortController();
    const cookie = [...contributor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const sending = fetch(`${site.url}/api/media`, {
      method: 'POST',
      signal: abort.signal,
      headers: { origin: site.url, cookie },
      duplex: 'half',
      body: new ReadableStream({ start: (controller) => controller.enqueue(bytes.subarray(0, 900)) }),
    } as RequestInit).catch(() => {});
    await expect.poll(() => files('incoming')).toHaveLength(1);
    abort.abort();
    await sending;
    await expect.poll(() => files('incoming')).toEqual([]);
    const { pictures } = (await admin.call('mediaLibrary')).said;
    expect(pictures.every(({ media }) => media.sha256 !== '')).toBe(true);
  });
});

describe('SSRF by image address', () => {
  it('no address is fetched: not one sent for a picture, nor one that an imported picture has', async () => {
    let fetched = 0;
    const inner = createServer((_request, response) => {
      fetched++;
      response.end('secret');
    });
    inner.listen(0, '127.0.0.1');
    await new Promise((resolve) => inner.once('listening', resolve));
    const { port } = inner.address() as AddressInfo;
    const addresses = [
      `http://127.0.0.1:${port}/a.jpg`,
      `http://[::ffff:127.0.0.1]:${port}/a.jpg`,
      'http://169.254.169.254/latest/meta-data',
      `http://localhost:${port}/a.jpg`,
    ];
    for (const url of addresses) {
      expect((await contributor.send('POST', '/api/media', { url })).status).toBe(415);
      expect((await contributor.send('POST', `/api/media?url=${encodeURIComponent(url)}`)).status).toBe(422);
      const { said } = await reporter.call('createStory', {
        body: { fields: { headline: 'صورة من بعيد', section: 'economy', lead: { url, alt: 'صورة' } } },
      });
      await admin.call('publishStory', { params: { id: said.id }, body: { expect: 1 } });
      const address = (await site.get(`/${said.id}`)).headers.get('location') ?? '';
      expect(await site.text(address)).not.toContain(`src="${url}`);
    }
    expect(fetched).toBe(0);
    inner.close();
  });
});
