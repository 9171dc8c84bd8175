import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MediaRow } from '../src/model/media-row.ts';
import { putDocument } from '../src/commands/put-document.ts';
import { redactDocument } from '../src/commands/redact-document.ts';
import { ownSite } from './support/own-site.ts';
import { type Client, employ, enterAs, setUpAs } from './support/staff.ts';
import { filesIn, photo, uploadTo } from './support/uploads.ts';

const site = ownSite({ demo: false });
let admin: Client;
let photographer: Client;
let reporter: Client;
let contributor: Client;
beforeAll(async () => {
  admin = await setUpAs(site);
  photographer = await enterAs(site, await employ(site, 'photo-editor'));
  reporter = await enterAs(site, await employ(site, 'reporter'));
  contributor = await enterAs(site, await employ(site, 'contributor'));
});

const send = uploadTo(site);
const files = filesIn(site);
const describeIt = (client: Client, id: string, expect: number, details: object) =>
  client.call('changeMedia', { params: { id }, body: { expect, details } });
const listed = async (query: object = {}): Promise<string[]> =>
  (await admin.call('mediaLibrary', { query })).said.pictures.map(({ media }: MediaRow) => media.id);

describe('the media library', () => {
  it('takes a picture in with what its file says, and serves the newsroom nothing of that', async () => {
    const taken = await send(reporter, await photo());
    expect(taken).toMatchObject({
      status: 200,
      duplicate: false,
      version: 1,
      media: { mime: 'image/jpeg', width: 640, height: 400, caption: 'The port', credit: 'Huda', alt: '' },
    });
    const response = await reporter.send('GET', `/api/media/${taken.id}/pictures/320.avif`);
    expect(response.headers.get('content-type')).toBe('image/avif');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const { exif, xmp, width } = await sharp(await response.arrayBuffer()).metadata();
    expect([exif, xmp, width]).toEqual([undefined, undefined, 320]);
    expect(await files('incoming')).toEqual([]);
    // Readers see what a published story shows, and nothing else.
    expect((await site.get(`/media/${taken.id}/320.webp`)).status).toBe(404);
  });

  it('notices the same bytes, whoever brings them', async () => {
    const bytes = await photo();
    const first = await send(reporter, bytes);
    const again = await send(contributor, bytes, 'اسم آخر.jpg');
    expect([again.status, again.duplicate, again.id]).toEqual([200, true, first.id]);
    const atOnce = await photo();
    const both = await Promise.all([send(reporter, atOnce), send(photographer, atOnce)]);
    expect(both.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, true]);
    expect(both[0].id).toBe(both[1].id);
  });

  it('is searched by words of the caption, by the credit and by who is seen, and read page by page', async () => {
    const context = { journal: site.journal, actor: 'cli', now: Date.now() };
    const person = { id: 'p-1', name: 'نجلاء حداد', slug: 'نجلاء-حداد', otherNames: [] };
    await putDocument(context, { kind: 'person', content: person });
    const ids: string[] = [];
    for (const [caption, credit] of [
      ['قوارب الصيد في الميناء القديم', 'هدى المصري'],
      ['أعمدة الإنارة عند المتحف', 'هدى المصري'],
      ['ميناء يافا في الشتاء', 'وكالة المدى'],
    ]) {
      const { id } = await send(photographer, await photo());
      const { status } = await describeIt(photographer, id, 1, { alt: caption, caption, credit });
      expect(status).toBe(200);
      ids.unshift(id);
    }
    const [jaffa = '', museum = '', boats = ''] = ids;
    expect(await listed({ words: 'الميناء' })).toEqual([jaffa, boats]);
    expect(await listed({ words: 'مينا' })).toEqual([jaffa, boats]);
    expect(await listed({ words: 'المصرى ميناء' })).toEqual([boats]);
    expect(await listed({ words: '"* OR NEAR( : - ^' })).toEqual(await listed({ words: '' }).then(() => []));
    expect(await listed({ words: '؟؟' })).toEqual(await listed());
    await describeIt(photographer, museum, 2, { people: ['p-1'] });
    expect(await listed({ words: 'نجلا' })).toEqual([museum]);
    expect(await listed({ person: 'p-1' })).toEqual([museum]);
    const named = await admin.call('peopleNamed', { query: { words: 'حدّاد نج' } });
    expect(named.said.people).toEqual([{ id: 'p-1', name: 'نجلاء حداد' }]);
    await putDocument(context, { kind: 'person', content: { ...person, name: 'نجلاء السعدي' } });
    await site.caughtUp((await site.journal.head()).seq);
    expect(await listed({ words: 'السعدي' })).toEqual([museum]);
    expect(await listed({ words: 'حداد' })).toEqual([]);

    const all = await listed();
    const paged: string[] = [];
    for (let before: number | undefined; ;) {
      const { said } = await admin.call('mediaLibrary', {
        query: { limit: 2, ...(before !== undefined && { before }) },
      });
      paged.push(...said.pictures.map(({ media }) => media.id));
      before = said.pictures.at(-1)?.number;
      if (said.pictures.length < 2) break;
    }
    expect(paged).toEqual(all);
    expect(await listed({ state: 'bare' })).not.toContain(boats);
    expect((await admin.call('mediaLibrary', { query: { state: 'secret' } })).status).toBe(422);
  });

  it('says at its field what is wrong with a change, and whose picture it is', async () => {
    const { id } = await send(contributor, await photo());
    const bare = await describeIt(contributor, id, 1, { alt: ' ' });
    expect([bare.status, bare.error?.fields]).toEqual([
      422,
      [{ path: 'details.alt', message: 'هذا الحقل مطلوب.' }],
    ]);
    const outside = await describeIt(contributor, id, 1, { alt: 'قارب', focus: { x: 2, y: 0 } });
    expect(outside.error?.fields?.[0]?.path).toBe('details.focus.x');
    const nobody = await describeIt(contributor, id, 1, { alt: 'قارب', people: ['none'] });
    expect([nobody.status, nobody.error?.code]).toEqual([400, 'reference-missing']);
    expect(
      (await describeIt(contributor, id, 1, { alt: 'قارب', focus: { x: 0.2, y: 0.4 } })).said.version,
    ).toBe(2);
    expect((await describeIt(contributor, id, 1, { alt: 'غيره' })).status).toBe(409);
    expect((await describeIt(contributor, id, 2, { credit: 'هدى' })).said.version).toBe(3);
    expect((await describeIt(contributor, id, 3, { credit: null })).said.version).toBe(4);
    const { said } = await admin.call('media', { params: { id } });
    expect(said.media).toMatchObject({ alt: 'قارب', focus: { x: 0.2, y: 0.4 } });
    expect(said.media).not.toHaveProperty('credit');
    // Others' pictures: a photo editor's right, not a reporter's.
    expect((await describeIt(reporter, id, 4, { alt: 'قارب أزرق' })).status).toBe(403);
    expect((await reporter.call('removeMedia', { params: { id }, body: { expect: 4 } })).status).toBe(403);
    expect((await reporter.call('media', { params: { id } })).said.may).toEqual([]);
    expect((await describeIt(photographer, id, 4, { alt: 'قارب أزرق' })).said.version).toBe(5);
  });

  it('removes only what nothing shows, says where the rest is used, and brings back', async () => {
    const { id } = await send(photographer, await photo());
    await describeIt(photographer, id, 1, { alt: 'قوارب', credit: 'هدى' });
    const fields = { headline: 'سوق السمك', section: 'economy', lead: { media: id } };
    const story = await reporter.call('createStory', { body: { fields } });
    expect((await admin.call('media', { params: { id } })).said.uses).toEqual([
      { kind: 'story', id: story.said.id, name: 'سوق السمك', status: 'draft' },
    ]);
    const used = await photographer.call('removeMedia', { params: { id }, body: { expect: 2 } });
    expect([used.status, used.error?.code]).toEqual([409, 'media-in-use']);
    expect(used.error?.message).toContain('«سوق السمك»');
    const without = { ...fields, lead: null };
    await reporter.call('saveStory', {
      params: { id: story.said.id },
      body: { expect: 1, fields: without },
    });
    const removed = await photographer.call('removeMedia', { params: { id }, body: { expect: 2 } });
    expect(removed.said.version).toBe(3);
    expect((await admin.call('media', { params: { id } })).status).toBe(404);
    expect((await admin.send('GET', `/api/media/${id}/pictures/320.webp`)).status).toBe(404);
    expect(await listed()).not.toContain(id);
    const gone = await reporter.call('saveStory', {
      params: { id: story.said.id },
      body: { expect: 2, fields },
    });
    expect([gone.status, gone.error?.code]).toEqual([400, 'reference-missing']);
    expect((await photographer.call('restoreMedia', { params: { id } })).said.version).toBe(4);
    expect((await admin.call('media', { params: { id } })).said.media.alt).toBe('قوارب');
    expect((await photographer.call('restoreMedia', { params: { id } })).status).toBe(404);
    const { said } = await admin.call('audit', { query: { kind: 'media', id } });
    expect(said.entries.map(({ action }) => action)).toEqual(['restore', 'remove', 'update', 'create']);
  });

  it('brings a removed picture back when somebody uploads it again', async () => {
    const bytes = await photo();
    const { id } = await send(photographer, bytes);
    await describeIt(photographer, id, 1, { alt: 'قوارب' });
    await photographer.call('removeMedia', { params: { id }, body: { expect: 2 } });
    const again = await send(photographer, bytes);
    expect([again.id, again.duplicate, again.media.alt]).toEqual([id, false, 'قوارب']);
  });
});

describe('what the law removes', () => {
  it('is not listed any more, and does not come back by another upload', async () => {
    const bytes = await photo();
    const { id } = await send(photographer, bytes);
    await describeIt(photographer, id, 1, { alt: 'مرفأ الأسرار' });
    const context = { journal: site.journal, actor: 'cli', now: Date.now() };
    const { seq } = await redactDocument(context, { kind: 'media', id, why: 'حكم محكمة' });
    await site.caughtUp(seq);
    expect(await listed()).not.toContain(id);
    expect(await listed({ words: 'الأسرار' })).toEqual([]);
    expect((await admin.call('media', { params: { id } })).status).toBe(404);
    expect((await describeIt(photographer, id, 3, { alt: 'مرفأ' })).status).toBe(404);
    const again = await send(photographer, bytes);
    expect([again.status, again.error?.code]).toEqual([410, 'gone']);
  });
});

describe('a picture on its way to readers', () => {
  it('must say what it shows and whose it is, by itself or by the library; else it is said at its field', async () => {
    // A file that says nothing of itself.
    const bytes = await sharp({ create: { width: 64, height: 40, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    const { id: media } = await send(reporter, bytes);
    const paragraph = { type: 'paragraph', text: [{ text: 'عاد الصيادون.' }] };
    const image = { type: 'image', size: 'full', picture: { media } };
    const { said } = await reporter.call('createStory', {
      body: {
        fields: { headline: 'الميناء', section: 'economy', lead: { media }, body: [paragraph, image] },
      },
    });
    const params = { id: said.id };
    const submitted = await reporter.call('submitStory', { params, body: { expect: 1 } });
    expect(submitted.status).toBe(422);
    expect(submitted.error?.fields?.map(({ path }) => path)).toEqual([
      'lead.alt',
      'lead.credit',
      'body.1.picture.alt',
      'body.1.picture.credit',
    ]);
    expect(submitted.error?.fields?.[1]?.message).toBe('اكتب مصدر هذه الصورة.');
    const fields = { lead: { media, alt: 'قارب', credit: 'هدى' } };
    expect((await reporter.call('saveStory', { params, body: { expect: 1, fields } })).status).toBe(200);
    const half = await admin.call('publishStory', { params, body: { expect: 2 } });
    expect(half.error?.fields?.map(({ path }) => path)).toEqual([
      'body.1.picture.alt',
      'body.1.picture.credit',
    ]);
    await describeIt(reporter, media, 1, { alt: 'قارب أزرق', credit: 'هدى' });
    expect((await admin.call('publishStory', { params, body: { expect: 2 } })).status).toBe(200);
    // Once readers have it, a slip of the pen can be mended although the library says less by now.
    await describeIt(photographer, media, 2, { credit: null });
    const mended = { expect: 3, fields: { headline: 'الميناء القديم' } };
    expect((await admin.call('updateStory', { params, body: mended })).status).toBe(200);
  });

  it('may not be one whose rights have ended', async () => {
    const { id: media } = await send(reporter, await photo());
    await describeIt(reporter, media, 1, { alt: 'قارب', rights: { expiresAt: Date.now() - 1000 } });
    const { said } = await reporter.call('createStory', {
      body: { fields: { headline: 'الميناء', section: 'economy', lead: { media } } },
    });
    const submitted = await reporter.call('submitStory', { params: { id: said.id }, body: { expect: 1 } });
    expect(submitted.error?.fields?.map(({ path }) => path)).toEqual(['lead.media']);
    expect(await listed({ state: 'expired' })).toContain(media);
  });
});

describe('the file on disk', () => {
  it('is the one that came, byte for byte', async () => {
    const bytes = await photo();
    const { media } = await send(photographer, bytes);
    const path = join(site.data, 'media/originals', media.sha256.slice(0, 2), `${media.sha256}.jpg`);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });
});
