import { z } from 'zod';
import type { Verb } from '../../commands/policy.ts';
import { type MediaRow, mediaStates } from '../../model/media-row.ts';
import { type Media, media } from '../../model/site.ts';
import type { StoryStatus } from '../../model/story-status.ts';
import {
  answer,
  expect,
  id,
  nullsTakeAway,
  pageSize,
  type Shape,
  wholeNumber,
  type WrittenAnswer,
} from './shape.ts';

/** Something that shows a picture. */
export interface MediaUse {
  kind: string;
  id: string;
  /** A story's headline, a record's name. */
  name: string;
  status?: StoryStatus;
}
export interface MediaAnswer {
  media: Media;
  version: number;
  /** What the asker may do with it. */
  may: Verb[];
  /** Some of what shows it, at most `mostUses`. */
  uses: MediaUse[];
  /** Names of the persons seen, by id. */
  people: Record<string, string>;
}

const params = z.strictObject({ id });
const written = answer<WrittenAnswer>();
const words = (most: number) => z.string().trim().min(1).max(most);
const shape = media.shape;
/** What somebody says of a picture; a field sent as null is taken away. */
const details = z.preprocess(
  nullsTakeAway,
  z.strictObject({
    alt: words(1000).exactOptional(),
    caption: words(2000).optional(),
    credit: words(300).optional(),
    focus: shape.focus,
    crops: shape.crops,
    people: shape.people,
    rights: z
      .strictObject({ note: words(500).optional(), expiresAt: z.number().int().optional() })
      .optional(),
  }),
);

export const mediaContract = {
  mediaLibrary: {
    query: z.strictObject({
      words: z.string().max(200).exactOptional(),
      person: id.exactOptional(),
      state: z.enum(mediaStates).exactOptional(),
      limit: pageSize,
      /** The number of the last one seen. */
      before: wholeNumber.exactOptional(),
    }),
    answer: answer<{ pictures: MediaRow[] }>(),
  },
  /** The body is the file's bytes, whatever they are said to be; `name` is only for messages. */
  addMedia: {
    query: z.strictObject({ name: z.string().max(500).exactOptional() }),
    answer: answer<WrittenAnswer & { duplicate: boolean; media: Media }>(),
  },
  media: { params, answer: answer<MediaAnswer>() },
  changeMedia: { params, body: z.strictObject({ expect, details }), answer: written },
  removeMedia: { params, body: z.strictObject({ expect }), answer: written },
  restoreMedia: { params, body: z.strictObject({}), answer: written },
  /** Who may be seen in a picture, by words of their names. */
  peopleNamed: {
    query: z.strictObject({ words: z.string().max(100) }),
    answer: answer<{ people: { id: string; name: string }[] }>(),
  },
  mediaPicture: {
    params: z.strictObject({ id, name: z.string().max(40) }),
    answer: answer<Response>(),
  },
} as const satisfies Record<string, Shape>;
