import { z } from 'zod';
import { storyKinds } from '../src/model/story.ts';

/** A text in the markup of `markup.ts`. */
const text = z.string().trim().min(1);
/** The number of a story of the sample, as text. */
const storyKey = z.string().regex(/^\d{3}$/);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const hours = z.number().nonnegative();

const pictureRef = z.strictObject({ picture: id, caption: text.optional() });

export const blockFile = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text }),
  z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(text).min(1) }),
  z.strictObject({
    type: z.literal('quotation'),
    paragraphs: z.array(text).min(1),
    speaker: text.optional(),
    role: text.optional(),
  }),
  z.strictObject({ type: z.literal('pull-quote'), text }),
  z.strictObject({
    type: z.literal('image'),
    picture: id,
    caption: text.optional(),
    size: z.enum(['full', 'inset']),
  }),
  z.strictObject({
    type: z.literal('gallery'),
    pictures: z.array(z.union([id, pictureRef])).min(2),
  }),
  z.strictObject({
    type: z.literal('table'),
    caption: text.optional(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())).min(1),
  }),
  z.strictObject({ type: z.literal('embed'), provider: text, url: z.url(), title: text.optional() }),
  z.strictObject({ type: z.literal('related'), stories: z.array(storyKey).min(1) }),
]);
export type BlockFile = z.infer<typeof blockFile>;

/** A story of the sample as its file holds it: references by id and key, times as hours before loading. */
export const storyFile = z.strictObject({
  key: storyKey,
  kind: z.enum(storyKinds),
  section: id,
  kicker: text.optional(),
  headline: text,
  shortHeadline: text.optional(),
  standfirst: text.optional(),
  dateline: text.optional(),
  byline: z.union([
    z.array(id),
    z.strictObject({ people: z.array(id).default([]), agency: text.optional() }),
  ]),
  lead: pictureRef.optional(),
  topics: z.array(id).min(1),
  people: z.array(id).default([]),
  places: z.array(id).default([]),
  organisations: z.array(id).default([]),
  hoursAgo: hours,
  updatedHoursAgo: hours.optional(),
  corrections: z.array(z.strictObject({ hoursAgo: hours, text })).default([]),
  related: z.array(storyKey).default([]),
  urgency: z.number().int().min(1).max(8).default(4),
  liveEntries: z
    .array(
      z.strictObject({
        hoursAgo: hours,
        headline: text.optional(),
        pinned: z.boolean().optional(),
        body: z.array(blockFile).min(1),
      }),
    )
    .default([]),
  body: z.array(blockFile).min(1),
});
export type StoryFile = z.infer<typeof storyFile>;
