import type { DocumentKind } from '../model/document.ts';
import type { Comment } from '../model/discussion.ts';
import { MidadError } from '../model/errors.ts';
import type { Media } from '../model/site.ts';
import { type LiveEntry, type Story, story as storySchema } from '../model/story.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { blank } from './story-record.ts';

/** Kinds that can be erased whole; of others only earlier versions. */
export const erasable = ['story', 'comment', 'live-entry', 'media'] as const satisfies DocumentKind[];
type Erasable = (typeof erasable)[number];

/** Stands for what was erased where something must stand. */
const nothing = '—';

export interface Redaction {
  kind: DocumentKind;
  id: string;
  /** Earlier versions to blank; without it everything goes, the present one too. */
  versions?: readonly number[];
  /** For the audit trail: «حكم محكمة …». */
  why: string;
  /** Of a story: said to readers where it stood. */
  notice?: string;
}

/**
 * Legal removal: blanks what versions of a document said, in the record itself, and its drafts; who, when and why stay, and the
 * chain of digests. A story that goes whole answers 410 from then on. Catalogs and indexes follow as from any entry.
 *
 * @returns the receipt; for a picture `erase` says which file must go from the store, which is for the caller.
 * @throws MidadError `forbidden`; `not-found`; `bad-request` (param field) for a kind that cannot go whole, or when `versions` names the
 *   present one; `conflict`.
 */
export async function redactDocument(
  context: Context,
  { kind, id, versions, why, notice }: Redaction,
): Promise<Written & { erase?: Pick<Media, 'sha256' | 'mime'> }> {
  permit(context, 'redact-document');
  const { journal, actor, now } = context;
  const entry = await journal.current(kind, id);
  if (entry === undefined) throw new MidadError('not-found', { kind, id });
  if (versions?.includes(entry.version) === true) throw new MidadError('bad-request', { field: 'versions' });
  if (versions === undefined && !isErasable(kind)) throw new MidadError('bad-request', { field: 'kind' });
  const content = entry.content as object | null;
  const replacement =
    versions === undefined ? emptied(kind as Erasable, id, content, notice) : (content ?? { id });
  const target = { kind, id, why, replacement, ...(versions && { versions }) };
  const receipt = await journal.redact(target, { actor, at: now });
  const picture = kind === 'media' && versions === undefined ? (content as Media | null) : null;
  return { id, ...receipt, ...(picture && { erase: { sha256: picture.sha256, mime: picture.mime } }) };
}

export const isErasable = (kind: DocumentKind): kind is Erasable =>
  (erasable as readonly string[]).includes(kind);

/** A valid document that says nothing. */
function emptied(kind: Erasable, id: string, content: object | null, notice: string | undefined): object {
  if (kind === 'story') return emptyStory(id, content as Story | null, notice);
  if (kind === 'media') {
    if (content === null) throw new MidadError('not-found', { kind, id });
    const { sha256, mime, width, height } = content as Media;
    return { id, sha256, mime, width, height, alt: '', expired: true } satisfies Media;
  }
  if (content === null) throw new MidadError('not-found', { kind, id });
  if (kind === 'live-entry') {
    const { story, at } = content as LiveEntry;
    return { id, story, at, body: [] } satisfies LiveEntry;
  }
  const { story, by, at } = content as Comment;
  return { id, story, by, at, text: nothing, mentions: [] } satisfies Comment;
}

function emptyStory(id: string, before: Story | null, notice: string | undefined): Story {
  return storySchema.parse({
    ...blank,
    id: Number(id),
    kind: before?.kind ?? blank.kind,
    status: 'killed',
    section: before?.section ?? nothing,
    headline: nothing,
    language: before?.language ?? blank.language,
    // What it was imported as stays known, so that the next import does not bring it back.
    ...(before?.source !== undefined && { source: { name: before.source.name, id: before.source.id } }),
    ...(before?.firstPublishedAt !== undefined && { firstPublishedAt: before.firstPublishedAt }),
    ...(before?.createdBy !== undefined && { createdBy: before.createdBy }),
    ...(notice !== undefined && { notice }),
  });
}
