import { clean } from '../../arabic/clean.ts';
import {
  describeMedia,
  type MediaDetails,
  readMedia,
  removeMedia,
  restoreMedia,
} from '../../commands/media.ts';
import { type Actor, may } from '../../commands/policy.ts';
import { mediaHeaders } from '../../http/security-headers.ts';
import { MidadError } from '../../model/errors.ts';
import { type EntityKind, entityKinds, type Media } from '../../model/site.ts';
import type { MediaUse } from '../contract/media.ts';
import type { ApiParts } from '../parts.ts';
import { route } from '../route.ts';
import { upload } from '../upload.ts';
import { written } from './written.ts';

/** So many of what shows a picture are named. */
const mostUses = 20;
/** Of whom one is chosen: what a list under a field shows without scrolling. */
const mostPeople = 8;
/** In the message that a picture cannot be removed. */
const mostNamed = 3;

/** The media library. */
export const mediaRoutes = [
  route('mediaLibrary', {
    who: 'read-media',
    command: async ({ desk }, { query }) => ({ pictures: desk().media(query) }),
  }),
  route('addMedia', {
    who: 'add-media',
    async command(parts, { context, query, incoming }) {
      const { duplicate, ...receipt } = await upload(parts.media, context, incoming, query.name ?? '');
      const answer = await written(parts, receipt);
      const media = (await parts.journal.current('media', receipt.id))?.content as Media;
      parts.media.prepare(media);
      return { ...answer, duplicate, media };
    },
  }),
  route('media', {
    who: 'read-media',
    async command(parts, { context, params }) {
      const { media, version } = await readMedia(parts.journal, params.id);
      const people = (media.people ?? []).flatMap((id) => {
        const person = parts.catalog().entity('person', id);
        return person === undefined ? [] : [[id, person.name] as const];
      });
      return {
        media,
        version,
        may: verbsFor(context, media),
        uses: usesOf(parts, params.id, mostUses),
        people: Object.fromEntries(people),
      };
    },
  }),
  route('changeMedia', {
    who: 'describe-media',
    async command(parts, { context, params, body }) {
      const details = cleaned(body.details as MediaDetails);
      const receipt = await describeMedia(context, { id: params.id, expect: body.expect, details });
      const media = (await parts.journal.current('media', params.id))?.content as Media;
      // Another focus cuts other pictures out.
      if (details.focus !== undefined || details.crops !== undefined) parts.media.prepare(media);
      return written(parts, receipt);
    },
  }),
  route('removeMedia', {
    who: 'remove-media',
    async command(parts, { context, params, body }) {
      // What was saved a moment ago counts too.
      await parts.applied((await parts.journal.head()).seq);
      const uses = usesOf(parts, params.id, mostNamed);
      const shownBy = uses.map(({ name }) => `«${name}»`);
      return written(parts, await removeMedia(context, { id: params.id, expect: body.expect, shownBy }));
    },
  }),
  route('restoreMedia', {
    who: 'remove-media',
    command: async (parts, { context, params }) => written(parts, await restoreMedia(context, params)),
  }),
  route('peopleNamed', {
    who: 'read-media',
    command: async ({ desk }, { query }) => ({ people: desk().peopleNamed(query.words, mostPeople) }),
  }),
  route('mediaPicture', {
    limit: 'pictures',
    who: 'read-media',
    async command(parts, { params }) {
      const { media } = await readMedia(parts.journal, params.id);
      const rendition = await parts.media.rendition(media, params.name);
      if (rendition === undefined) throw new MidadError('not-found', { kind: 'media', id: params.id });
      return new Response(new Uint8Array(rendition.bytes), {
        headers: {
          ...mediaHeaders,
          'Content-Type': rendition.type,
          // A shape's address stays when its focus moves.
          'Cache-Control': params.name.includes('-') ? 'private, no-cache' : 'private, max-age=86400',
        },
      });
    },
  }),
];

const verbsFor = (by: Actor, { createdBy }: Media) =>
  (['describe-media', 'remove-media'] as const).filter((verb) => may(by, verb, { owners: [createdBy] }));

/** What shows a picture, by the names that people know it by. */
function usesOf({ desk, catalog }: ApiParts, media: string, most: number): MediaUse[] {
  return desk()
    .mediaUses(media, most)
    .map(({ kind, id }) => {
      if (kind === 'story' || kind === 'live-entry') {
        const number = kind === 'story' ? Number(id) : desk().liveEntryStory(id);
        const row = number === undefined ? undefined : desk().story(number);
        return {
          kind,
          id: String(number ?? id),
          name: row?.headline ?? id,
          ...(row && { status: row.status }),
        };
      }
      const known = (entityKinds as readonly string[]).includes(kind);
      return { kind, id, name: (known ? catalog().entity(kind as EntityKind, id)?.name : undefined) ?? id };
    });
}

/** Without what is invisible, as all that is stored. */
function cleaned(details: MediaDetails): MediaDetails {
  const texts = (['alt', 'caption', 'credit'] as const).flatMap((name) => {
    const value = details[name];
    return value === undefined ? [] : [[name, clean(value)] as const];
  });
  return { ...details, ...Object.fromEntries(texts) };
}
