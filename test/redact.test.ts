import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyPath } from './support/site.ts';
import { linksOf, startSite, type TestSite } from './support/site.ts';
import { midad } from './support/midad.ts';
import { setUpAs } from './support/staff.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
}, 120_000);
afterAll(() => site?.stop());

const name = 'صفوان المرجاني';

/** Every file of the data folder that holds the words. */
async function filesWith(words: string): Promise<string[]> {
  const found = await readdir(site.data, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of found) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(words)) holding.push(entry.name);
  }
  return holding;
}

describe('legal removal', () => {
  it('leaves no word of a story on pages, in search, or on the disk, and says who removed it and why', async () => {
    const admin = await setUpAs(site);
    const fields = {
      headline: `حكاية ${name}`,
      section: 'culture',
      body: [{ type: 'paragraph', text: [{ text: `زار ${name} الميناء.` }] }],
    };
    const { said } = await admin.call('createStory', { body: { fields } });
    const params = { id: said.id };
    await admin.call('openDraft', { params });
    const submitted = await admin.call('submitStory', { params, body: { expect: 1 } });
    const published = await admin.call('publishStory', { params, body: { expect: submitted.said.version } });
    expect(published.status).toBe(200);
    await site.caughtUp((await site.journal.head()).seq);
    const address = (await site.get(`/${said.id}`)).headers.get('location') ?? '';
    expect(await site.text(address)).toContain(name);
    expect(await filesWith(name)).not.toEqual([]);

    const erased = await midad(
      'redact',
      'story',
      String(said.id),
      '--why',
      'حكم',
      '--notice',
      'سُحبت هذه المادة.',
      '--data',
      site.data,
    );
    expect(erased).toMatchObject({ code: 0 });
    expect(erased.out).toContain('old backups');
    const gone = await site.get(address);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('سُحبت هذه المادة.');
    const found = await site.text(`/search.json?q=${encodeURIComponent(name)}`);
    expect(JSON.parse(found)).toMatchObject({ total: 0 });
    const revisions = await site.journal.revisions('story', String(said.id));
    expect(revisions.slice(0, -1).every(({ content }) => content === null)).toBe(true);
    expect(revisions.at(-1)).toMatchObject({ action: 'redact', actor: 'cli:redact', note: 'حكم' });
    const { seq } = await site.journal.head();
    expect(await site.journal.verify()).toEqual({ entries: seq });
    await expect.poll(() => filesWith(name), { timeout: 10_000 }).toEqual([]);
  }, 180_000);

  it('takes a picture off the disk with everything made of it', async () => {
    const links = linksOf(await site.text('/')).filter((link) => storyPath.test(link));
    const media = (await site.journal.entries(0, 5000)).find(({ kind }) => kind === 'media');
    const { sha256 } = (media?.content ?? {}) as { sha256: string };
    const kept = () =>
      readdir(join(site.data, 'media'), { recursive: true }).then((all) =>
        all.filter((path) => path.includes(sha256)),
      );
    expect((await kept()).length).toBeGreaterThan(0);
    const id = media?.id ?? '';
    expect((await midad('redact', 'media', id, '--why', 'حقوق', '--data', site.data)).code).toBe(0);
    expect(await kept()).toEqual([]);
    expect((await site.get(`/media/${id}/640.webp`)).status).toBe(404);
    for (const link of links.slice(0, 3)) expect((await site.get(link)).status).toBe(200);
  }, 180_000);

  it('of what must stay takes only earlier versions, and asks for a reason', async () => {
    expect((await midad('redact', 'section', 'culture', '--why', 'x', '--data', site.data)).code).toBe(2);
    expect((await midad('redact', 'section', 'culture', '--data', site.data)).code).toBe(2);
    expect((await midad('redact', 'nothing', '1', '--why', 'x', '--data', site.data)).code).toBe(2);
    expect((await midad('redact', 'story', '99999', '--why', 'x', '--data', site.data)).err).toContain(
      '99999',
    );
  }, 180_000);
});
