import { z } from 'zod';
import { storyStatuses } from './story-status.ts';
import { body, picture, storedBlock } from './block.ts';
import { schedule } from './schedule.ts';

export const storyKinds = [
  'news',
  'analysis',
  'opinion',
  'interview',
  'explainer',
  'fact-check',
  'live',
  'gallery',
  'video',
] as const;
export type StoryKind = (typeof storyKinds)[number];

/** Times are milliseconds since the epoch, UTC. */
const time = z.number().int();
const id = z.string().min(1).max(64);

export const byline = z.object({
  /** In order; `person` is a person document's id where the writer has one. */
  people: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        person: id.optional(),
        role: z.string().max(200).optional(),
      }),
    )
    .max(20),
  agency: z.string().max(200).optional(),
});
export type Byline = z.infer<typeof byline>;

export const story = z.object({
  /** Short, for ever; also the number in the story's address. */
  id: z.number().int().positive(),
  kind: z.enum(storyKinds),
  status: z.enum(storyStatuses),
  section: id,
  /** Arabic words of the address, see `arabic/slug.ts`; may be empty. */
  slug: z.string().max(200),
  kicker: z.string().max(120).optional(),
  headline: z.string().min(1).max(400),
  shortHeadline: z.string().max(200).optional(),
  standfirst: z.string().max(2000).optional(),
  byline,
  dateline: z.string().max(120).optional(),
  body,
  lead: picture.optional(),
  topics: z.array(id).max(50),
  people: z.array(id).max(50),
  places: z.array(id).max(50),
  organisations: z.array(id).max(50),
  /** BCP 47. */
  language: z.string().max(35),
  /** 1 (most urgent) to 8, as in IPTC; 4 is ordinary. */
  urgency: z.number().int().min(1).max(8),
  legalHold: z.boolean().optional(),
  embargoUntil: time.optional(),
  publishAt: time.optional(),
  /** While it is scheduled: when it goes out, as the newsroom said it. `publishAt` is that instant as last reckoned. */
  schedule: schedule.optional(),
  firstPublishedAt: time.optional(),
  /** Set only by a real update after publication; shown as «حُدّث». */
  updatedAt: time.optional(),
  corrections: z.array(z.object({ at: time, text: z.string().max(4000) })).max(100),
  /** Chosen by an editor; more are found by the catalog. */
  related: z.array(z.number().int().positive()).max(20),
  /** Other languages of the same story: BCP 47 tag → story id. */
  translations: z.record(z.string().max(35), z.number().int().positive()).optional(),
  seo: z
    .object({ title: z.string().max(300).optional(), description: z.string().max(500).optional() })
    .optional(),
  /** The user who began it; none for what a program made. */
  createdBy: id.optional(),
  /** Where an imported story came from. `id` is the foreign id as text («0» is one); `digest` is of what came. */
  source: z
    .object({
      name: z.string().min(1).max(100),
      id: z.string().max(500),
      url: z.string().max(2048).optional(),
      digest: z.string().max(64).optional(),
    })
    .optional(),
  /** Words the publisher tagged it with that are no topic documents of ours (imports). */
  tags: z.array(z.string().max(100)).max(50).optional(),
  /** For killed stories: said on the 410 page. */
  notice: z.string().max(1000).optional(),
});
export type Story = z.infer<typeof story>;

/**
 * What a writer decides about a story. The rest (status, times, corrections, where it came from) is what the verbs set;
 * sent here it is an error, so that nobody publishes by saving.
 */
export const writerFields = story
  .pick({
    kind: true,
    section: true,
    slug: true,
    kicker: true,
    headline: true,
    shortHeadline: true,
    standfirst: true,
    byline: true,
    dateline: true,
    body: true,
    lead: true,
    topics: true,
    people: true,
    places: true,
    organisations: true,
    language: true,
    urgency: true,
    embargoUntil: true,
    related: true,
    translations: true,
    seo: true,
    tags: true,
  })
  .partial()
  .strict();

export const liveEntry = z.object({
  id,
  story: z.number().int().positive(),
  at: time,
  headline: z.string().max(400).optional(),
  body: z.array(storedBlock).max(200),
  pinned: z.boolean().optional(),
});
export type LiveEntry = z.infer<typeof liveEntry>;

/** True for what readers may see. */
export function isPublic(s: Pick<Story, 'status' | 'legalHold'>): boolean {
  return s.status === 'published' && s.legalHold !== true;
}
