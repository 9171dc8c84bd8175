import { randomUUID } from 'node:crypto';
import type { Change, Entry, Journal, NewJob } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { isErased } from '../model/media-row.ts';
import { type Media, media as mediaSchema } from '../model/site.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';

/** The kind of job that takes a picture off the pages when its rights end; its payload is `{ media }`. */
export const expireMediaJob = 'expire-media';

/** The bytes of a picture are held by one document. */
const bytesSpace = 'media-bytes';

type MediaFile = Pick<Media, 'sha256' | 'mime' | 'width' | 'height' | 'takenAt'>;
/** What a photo editor decides about a picture. */
export type MediaDetails = Partial<
  Pick<Media, 'alt' | 'caption' | 'credit' | 'focus' | 'crops' | 'people' | 'rights'>
>;

/**
 * Takes a picture into the library whose bytes are in the store already.
 *
 * @returns the receipt; `duplicate` when the library had the same bytes, whose document it then is (nothing is written).
 * @throws MidadError `forbidden`, `document-invalid`.
 */
export async function addMedia(
  context: Context,
  add: { file: MediaFile; details: MediaDetails },
): Promise<Written & { duplicate: boolean }> {
  permit(context, 'add-media');
  const { sha256 } = add.file;
  const there = await knownMedia(context, sha256);
  if (there !== undefined) return there;
  const id = randomUUID();
  const content = valid({
    id,
    alt: '',
    ...add.file,
    ...add.details,
    ...(context.user !== undefined && { createdBy: context.user.id }),
  });
  const take = [{ space: bytesSpace, name: sha256 }];
  const jobs = expiryJobs(content);
  try {
    const written = await write(context, {
      kind: 'media',
      id,
      action: 'create',
      expect: 0,
      content,
      take,
      jobs,
    });
    return { ...written, duplicate: false };
  } catch (error) {
    // Dropped twice in one go: the other one came first.
    const first =
      error instanceof MidadError && error.code === 'claim-taken'
        ? await knownMedia(context, sha256)
        : undefined;
    if (first === undefined) throw error;
    return first;
  }
}

/**
 * The picture of the library that has these bytes. One that was removed is brought back, with what was said of it.
 *
 * @param sha256 of the bytes, hex.
 * @returns undefined when there is none; `duplicate` is false for one that was brought back.
 * @throws MidadError `forbidden`; `gone` for what was erased by law.
 */
export async function knownMedia(
  context: Context,
  sha256: string,
): Promise<(Written & { duplicate: boolean }) | undefined> {
  permit(context, 'add-media');
  const { journal } = context;
  const holder = (await journal.holders(bytesSpace, [sha256])).get(sha256);
  const entry = holder && (await journal.current('media', holder.id));
  if (entry === undefined) return undefined;
  // What the law removed does not come back by another upload.
  if (entry.content === null || isErased(entry.content as Media)) throw new MidadError('gone');
  if (entry.action === 'remove') return { ...(await bringBack(context, entry)), duplicate: false };
  return { id: entry.id, seq: entry.seq, version: entry.version, duplicate: true };
}

/** The content of a removed picture is that of before. */
function bringBack(context: Context, { id, version, content }: Entry): Promise<Written> {
  const media = content as Media;
  return write(context, {
    kind: 'media',
    id,
    action: 'restore',
    expect: version,
    content: media,
    jobs: media.expired === true ? [] : expiryJobs(media),
  });
}

/**
 * Takes a picture that nothing shows out of the library. Its file stays, and `restoreMedia` brings it back.
 *
 * @param remove `shownBy`: names of what shows it, published or not, as the newsroom's catalog has them.
 * @throws MidadError `forbidden`; `not-found`; `media-in-use` (param where); `conflict`.
 */
export async function removeMedia(
  context: Context,
  remove: { id: string; expect?: number; shownBy: readonly string[] },
): Promise<Written> {
  permit(context, 'remove-media');
  const { id, expect, shownBy } = remove;
  const { media: before, version } = await readMedia(context.journal, id);
  permit(context, 'remove-media', { owners: [before.createdBy] });
  if (shownBy.length > 0) throw new MidadError('media-in-use', { where: shownBy.join('، ') });
  return write(context, {
    kind: 'media',
    id,
    action: 'remove',
    expect: expect ?? version,
    content: before,
  });
}

/**
 * Brings a removed picture back, as it was.
 *
 * @throws MidadError `forbidden`; `not-found` for one that was not removed; `conflict`.
 */
export async function restoreMedia(context: Context, { id }: { id: string }): Promise<Written> {
  permit(context, 'remove-media');
  const entry = await context.journal.current('media', id);
  if (entry?.action !== 'remove' || entry.content === null)
    throw new MidadError('not-found', { kind: 'media', id });
  permit(context, 'remove-media', { owners: [(entry.content as Media).createdBy] });
  return bringBack(context, entry);
}

/**
 * Says of a picture what it shows, whose it is, what may be cut away and until when it may be shown. Fields left out stay;
 * `undefined` takes away. A date to come brings an expired picture back.
 *
 * @throws MidadError `forbidden`; `not-found`; `document-invalid`, also for an empty alt text; `reference-missing` for somebody
 *   seen who has no record; `conflict`.
 */
export async function describeMedia(
  context: Context,
  describe: { id: string; expect?: number; details: MediaDetails },
): Promise<Written> {
  permit(context, 'describe-media');
  const { id, expect, details } = describe;
  const { media: before, version } = await readMedia(context.journal, id);
  permit(context, 'describe-media', { owners: [before.createdBy] });
  const { expired: _expired, ...lasting } = before;
  const content = valid({ ...lasting, ...details });
  if (content.alt.trim() === '')
    throw new MidadError('document-invalid', { kind: 'media', reason: 'alt: empty' });
  for (const person of new Set(content.people).difference(new Set(before.people)))
    if (!(await context.journal.current('person', person)))
      throw new MidadError('reference-missing', { kind: 'person', id: person });
  const until = content.rights?.expiresAt;
  if (until !== undefined && until <= context.now) content.expired = true;
  return write(context, {
    kind: 'media',
    id,
    action: 'update',
    expect: expect ?? version,
    content,
    jobs: content.expired === true ? [] : expiryJobs(content),
  });
}

/**
 * Takes a picture off all pages, for its rights have ended. The clock does it.
 *
 * @returns undefined where it was done already.
 * @throws MidadError `forbidden`, `not-found`, `conflict`.
 */
export async function expireMedia(context: Context, { id }: { id: string }): Promise<Written | undefined> {
  permit(context, 'expire-media');
  const { media: before, version } = await readMedia(context.journal, id);
  if (before.expired === true) return undefined;
  const content = valid({ ...before, expired: true });
  return write(context, { kind: 'media', id, action: 'update', expect: version, content });
}

/** @throws MidadError `not-found` for one that was never there, was removed or erased. */
export async function readMedia(journal: Journal, id: string): Promise<{ media: Media; version: number }> {
  const entry = await journal.current('media', id);
  if (!entry || entry.action === 'remove' || entry.content === null || isErased(entry.content as Media))
    throw new MidadError('not-found', { kind: 'media', id });
  return { media: entry.content as Media, version: entry.version };
}

const expiryJobs = ({ id, rights }: Media): NewJob[] =>
  rights?.expiresAt === undefined
    ? []
    : [{ kind: expireMediaJob, payload: { media: id }, dueAt: rights.expiresAt }];

async function write({ journal, actor, now }: Context, change: Change): Promise<Written> {
  const [receipt] = await journal.append([change], { actor, at: now });
  if (!receipt) throw new Error('no receipt');
  return { id: change.id, ...receipt };
}

function valid(content: object): Media {
  const parsed = mediaSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MidadError('document-invalid', {
    kind: 'media',
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  });
}
