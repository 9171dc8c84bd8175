import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { previewToken } from '../src/api/preview-token.ts';
import { killStory } from '../src/commands/kill-story.ts';
import { changeUser } from '../src/commands/put-user.ts';
import type { User } from '../src/model/user.ts';
import { openEditor } from './support/editor.ts';
import { ownSite } from './support/own-site.ts';
import { type Client, employ, enterAs } from './support/staff.ts';

const site = ownSite({ demo: false });
let editor: Client;
let writer: Client;
let writing: User;
beforeAll(async () => {
  editor = await enterAs(site, await employ(site, 'managing-editor'));
  writing = await employ(site, 'reporter');
  writer = await enterAs(site, writing);
});

const begin = async (headline: string) =>
  Number((await writer.call('createStory', { body: { fields: { headline, section: 'politics' } } })).said.id);
const linkTo = async (client: Client, id: number) => {
  const { said } = await client.call('previewStory', { params: { id }, body: {} });
  return said.url.slice(site.url.length);
};
const context = () => ({ journal: site.journal, actor: 'cli', now: Date.now() });

describe('a link to a preview', () => {
  it('shows the draft as it is typed, to whoever has it, and is kept, indexed and passed on by nobody', async () => {
    const id = await begin('ميزانية البلدية');
    const path = await linkTo(writer, id);
    const { said } = await writer.call('openDraft', { params: { id }, body: {} });
    const cookie = [...writer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const typing = openEditor(site.url, cookie, said.room);
    await typing.synced();
    typing.type(' <script>alert(1)</script>');
    await typing.saved();
    typing.close();

    const response = await site.get(path);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('ميزانية البلدية &lt;script&gt;');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toMatch(/data-read|ld\+json|rel="canonical"/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('surrogate-key')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${site.url}`);
    expect(await (await site.get(`${path}?theme=dark`)).text()).toMatch(/<html[^>]* data-theme="dark"/);
    expect((await site.get(`/${id}`)).status).toBe(404);
  });

  it('is over after its time, and says the same of what was never one', async () => {
    const id = await begin('قبل الأوان');
    const secret = await site.journal.secret('preview');
    const over = previewToken(secret, { story: id, user: writing.id, until: Date.now() - 1000 });
    const good = await linkTo(writer, id);
    const said = new Set<string>();
    for (const path of [
      `/preview/${over}`,
      '/preview/x',
      `${good}x`,
      good.replace('preview/', 'preview/1'),
    ]) {
      const response = await site.get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      said.add(await response.text());
    }
    expect(said.size).toBe(1);
    expect([...said][0]).toContain('انتهت مدة هذا الرابط');
  });

  it('cannot be had for a story of others by who may not read it, and ends with the right of its maker', async () => {
    const id = await begin('ليست لكل أحد');
    const hired = await employ(site, 'contributor');
    const contributor = await enterAs(site, hired);
    const asked = await contributor.call('previewStory', { params: { id }, body: {} });
    expect(asked.status).toBe(403);
    // With our own secret even: the record decides.
    const secret = await site.journal.secret('preview');
    const forged = previewToken(secret, { story: id, user: hired.id, until: Date.now() + 60_000 });
    expect((await site.get(`/preview/${forged}`)).status).toBe(404);

    const leaving = await employ(site, 'reporter');
    const theirs = await linkTo(await enterAs(site, leaving), id);
    expect((await site.get(theirs)).status).toBe(200);
    await changeUser(context(), { id: leaving.id, fields: { suspended: true } });
    expect((await site.get(theirs)).status).toBe(404);
  });

  it('stands in the audit trail: who made it, of which story, until when', async () => {
    const id = await begin('من صنع الرابط؟');
    const { said: link } = await writer.call('previewStory', { params: { id }, body: {} });
    await site.caughtUp((await site.journal.head()).seq);
    const { said } = await editor.call('audit', { query: { actor: `user:${writing.id}`, limit: 1 } });
    expect(said.entries).toEqual([
      expect.objectContaining({
        name: writing.name,
        kind: 'preview',
        action: 'create',
        story: id,
        until: link.until,
      }),
    ]);
    // Looking again the same hour makes no other link, and no other line.
    const { said: again } = await writer.call('previewStory', { params: { id }, body: {} });
    // Unless an hour has just struck.
    if (again.until === link.until) expect(again.url).toBe(link.url);
    expect((await site.journal.revisions('preview', said.entries[0]?.id ?? '')).length).toBe(1);
    // The record does not hold what opens it.
    const kept = await site.journal.current('preview', said.entries[0]?.id ?? '');
    expect(JSON.stringify(kept)).not.toContain(link.url.split('/').at(-1));
  });

  it('shows nothing of a story that was killed', async () => {
    const id = await begin('تُلغى بعد قليل');
    const path = await linkTo(editor, id);
    expect((await site.get(path)).status).toBe(200);
    const { seq } = await killStory(context(), { id, reason: 'خطأ في المصدر' });
    await site.caughtUp(seq);
    expect((await site.get(path)).status).toBe(404);
  });

  it('shows pictures that no page shows yet, of its own story and no others', async () => {
    const bytes = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#c52' } })
      .jpeg()
      .toBuffer();
    const upload = async (extra: Uint8Array) => {
      const sent = await fetch(`${site.url}/api/media?name=a.jpg`, {
        method: 'POST',
        headers: {
          origin: site.url,
          cookie: [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        body: Buffer.concat([bytes, extra]),
      });
      return ((await sent.json()) as { id: string }).id;
    };
    const [own, other] = [await upload(Buffer.from('1')), await upload(Buffer.from('2'))];
    const id = await begin('صورة لم تُنشر');
    const lead = { media: own, alt: 'قوارب' };
    await writer.call('saveStory', { params: { id }, body: { expect: 1, fields: { lead } } });
    const path = await linkTo(writer, id);
    const [found = ''] = /\/preview\/[^" ]+\/media\/[^" ]+/.exec(await (await site.get(path)).text()) ?? [];
    const picture = await site.get(found);
    expect([picture.status, picture.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect((await site.get(found.slice(path.length))).status).toBe(404);
    expect((await site.get(found.replace(own, other))).status).toBe(404);
    expect((await site.get(found.replace('/preview/', '/preview/1'))).status).toBe(404);
  });
});
