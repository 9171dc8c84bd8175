import { describe, expect, it } from 'vitest';
import { publishStory } from '../src/commands/publish-story.ts';
import { putDocument } from '../src/commands/put-document.ts';
import { MediaStore } from '../src/media/store.ts';
import { ownSite } from './support/own-site.ts';
import { blankPng } from './support/png-bomb.ts';
import { raw } from './support/raw.ts';

const site = ownSite();
const get = (target: string) =>
  raw(site.url, `GET ${target} HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n`);

describe('pictures', () => {
  it('are found by no path, and come in no size that pages do not ask for', async () => {
    const src = /srcset="\/media\/([^ "/]+)\//.exec(await site.text('/'))?.[1] ?? '';
    for (const target of [
      '/media/..%2f..%2fjournal.db/320.webp',
      '/media/%2e%2e/320.webp',
      `/media/${src}/..%2f..%2f..%2fjournal.db`,
      `/media/${src}/320.webp%00.exe`,
      `/media/${src}/0320.webp`,
      `/media/${src}/1e3.webp`,
      `/media/${src}/99999.webp`,
      `/media/${src}/321.webp`,
      `/media/${src}/320.svg`,
      `/media/${src}/original`,
      `/media/__proto__/320.webp`,
      `/media/${src}`,
    ]) {
      const { status } = await get(target);
      expect([target, status]).toEqual([target, expect.toBeOneOf([301, 400, 404])]);
    }
  });

  it('that are bombs, lies or no pictures at all cost little and end in 404', async () => {
    const store = new MediaStore(site.data);
    const bomb = blankPng(40_000);
    const laughs = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'bcdefghijklmn'[i]} "${`&${'abcdefghijklm'[i]};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&n;</text></svg>`;
    const peeking = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"><image width="10" height="10" xlink:href="file:///etc/passwd"/><image width="10" height="10" xlink:href="http://127.0.0.1:${site.port}/seen-by-svg"/></svg>`;
    const pictures = {
      bomb: [bomb, 'image/png', 640, 480],
      laughs: [Buffer.from(laughs), 'image/svg+xml', 10, 10],
      peeking: [Buffer.from(peeking), 'image/svg+xml', 10, 10],
      huge: [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>'),
        'image/svg+xml',
        1,
        1,
      ],
      thin: [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'),
        'image/svg+xml',
        1_000_000_000,
        1,
      ],
      text: [Buffer.from('no picture'), 'image/jpeg', 10, 10],
      empty: [Buffer.alloc(0), 'image/webp', 10, 10],
    } as const;
    const context = { journal: site.journal, actor: 'cli', now: Date.now() };
    for (const [id, [bytes, mime, width, height]] of Object.entries(pictures)) {
      const sha256 = await store.put(bytes, mime);
      await putDocument(context, { kind: 'media', content: { id, sha256, mime, width, height, alt: '' } });
    }
    await publishStory(context, {
      fields: {
        headline: 'صور غريبة',
        section: 'society',
        body: [{ type: 'gallery', pictures: Object.keys(pictures).map((media) => ({ media })) }],
      },
    });
    await site.caughtUp((await site.journal.head()).seq);
    for (const id of Object.keys(pictures)) {
      const began = performance.now();
      const answers = await Promise.all([
        site.get(`/media/${id}/640.webp`),
        site.get(`/media/${id}/1920.webp`),
      ]);
      for (const answer of answers) {
        expect([id, answer.status]).toEqual([id, expect.toBeOneOf([200, 404])]);
        if (answer.status === 200) expect(answer.headers.get('content-type')).toBe('image/webp');
      }
      expect([id, performance.now() - began < 3000]).toEqual([id, true]);
    }
    expect((await site.get('/healthz')).status).toBe(200);
  });
});
