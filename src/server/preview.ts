import type { Hono } from 'hono';
import { checkPreviewToken } from '../api/preview-token.ts';
import { mediaIdsOf } from '../catalog/public/stored-card.ts';
import { permitStory } from '../commands/story-record.ts';
import type { DraftRooms } from '../drafts/rooms.ts';
import { contentSecurityPolicy, mediaHeaders, pageHeaders } from '../http/security-headers.ts';
import type { Journal } from '../journal/journal.ts';
import type { MediaStore } from '../media/store.ts';
import { MidadError } from '../model/errors.ts';
import type { Media } from '../model/site.ts';
import { type Story, story as storySchema, writerFields } from '../model/story.ts';
import type { User } from '../model/user.ts';
import type { Bindings } from '../reader/answer.ts';
import type { ReaderContext } from '../reader/page.ts';
import { loadNoPreview, loadPreview } from '../reader/pages/preview.ts';

export interface PreviewParts {
  journal: Journal;
  drafts: DraftRooms;
  media: MediaStore;
  reader: ReaderContext;
  /** Where the newsroom is: it alone may frame a preview. */
  origin(): string;
}

/**
 * `/preview/TOKEN`: what a draft says now, as a page of the site. Never through the page cache, kept by nobody, and its address
 * goes to nobody else.
 */
export function previewRoute(app: Hono<{ Bindings: Bindings }>, parts: PreviewParts): void {
  const { reader, origin } = parts;
  app.get('/preview/:token', async (request) => {
    const theme = (['light', 'dark'] as const).find((one) => one === request.req.query('theme'));
    const token = request.req.param('token');
    const story = await storyOf(parts, token);
    const page =
      story === undefined
        ? loadNoPreview(reader)
        : loadPreview(reader, {
            story,
            theme,
            pictures: await hiddenPictures(parts, story),
            at: `/preview/${token}`,
          });
    const { 'X-Frame-Options': _same, ...headers } = pageHeaders;
    return new Response(page.body, {
      status: page.status,
      headers: {
        ...headers,
        'Content-Type': page.type,
        // Only its own frame of embeds: a page in the newsroom loads nothing from elsewhere.
        'Content-Security-Policy': contentSecurityPolicy.replace(
          "frame-ancestors 'self'",
          `frame-ancestors 'self' ${origin()}`,
        ),
        ...keptByNobody,
      },
    });
  });
  app.get('/preview/:token/media/:id/:rendition', async (request) => {
    const { token, id, rendition } = request.req.param();
    const story = await storyOf(parts, token);
    const picture = story && (await hiddenPictures(parts, story)).get(id);
    const file = picture && (await parts.media.rendition(picture, rendition));
    if (file === undefined) return new Response(null, { status: 404, headers: keptByNobody });
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...mediaHeaders, ...keptByNobody, 'Content-Type': file.type },
    });
  });
}

const keptByNobody = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** Pictures of a story that readers cannot have yet. */
async function hiddenPictures({ journal, reader }: PreviewParts, story: Story): Promise<Map<string, Media>> {
  const catalog = reader.catalog();
  const found = new Map<string, Media>();
  for (const id of mediaIdsOf(story)) {
    if (catalog.media(id) !== undefined) continue;
    const entry = await journal.current('media', id);
    if (entry?.content && entry.action !== 'remove') found.set(id, entry.content as Media);
  }
  return found;
}

/** The story that a token shows; undefined where it shows none, or its maker may not read it any more. */
async function storyOf({ journal, drafts, reader }: PreviewParts, token: string): Promise<Story | undefined> {
  const right = checkPreviewToken(await journal.secret('preview'), token, reader.now());
  if (right === undefined) return undefined;
  const [maker, entry] = await Promise.all([
    journal.current('user', right.user),
    journal.current('story', String(right.story)),
  ]);
  const user = maker?.content as User | null | undefined;
  const story = entry?.content as Story | null | undefined;
  if (!user || !entry || !story || story.status === 'killed') return undefined;
  const by = { journal, now: reader.now(), actor: `user:${user.id}`, user };
  try {
    await permitStory(by, 'read-story', story);
  } catch (error) {
    if (error instanceof MidadError && error.code === 'forbidden') return undefined;
    throw error;
  }
  const draft = await journal.draft(right.story);
  // A draft of an earlier revision is begun anew when it is opened.
  if (draft?.version !== entry.version) return story;
  const { fields } = await drafts.state(right.story, draft.generation);
  return withDraft(story, fields);
}

/** The story with what its draft says; a field that is no good (an editor may have sent anything) stays as it was. */
function withDraft(story: Story, fields: Readonly<Record<string, unknown>>): Story {
  const good = Object.entries(fields).flatMap(([name, value]) => {
    const schema = writerFields.shape[name as keyof typeof writerFields.shape];
    const parsed = schema?.safeParse(value);
    return parsed?.success === true ? [[name, parsed.data] as const] : [];
  });
  const whole = storySchema.safeParse({ ...story, ...Object.fromEntries(good) });
  return whole.success ? whole.data : story;
}
