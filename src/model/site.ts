import { z } from 'zod';
import { colourPattern } from './accent.ts';
import { body, picture } from './block.ts';
import { schedule } from './schedule.ts';
import { handlePattern, type SocialNetwork, socialNames } from './social.ts';

const id = z.string().min(1).max(64);
/** Section ids stand in addresses: Latin letters, digits and hyphens, not one of `reservedWords`. */
export const sectionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** First words of addresses that are not sections; see `reader/routes.ts`. */
export const reservedWords: ReadonlySet<string> = new Set([
  'about',
  'api',
  'archive',
  'assets',
  'authors',
  'corrections',
  'feeds',
  'healthz',
  'latest',
  'media',
  'metrics',
  'most-read',
  'newsroom',
  'organisations',
  'people',
  'places',
  'preview',
  'r',
  'readyz',
  'search',
  'sitemaps',
  'topics',
]);

export const countries = [
  'eg',
  'sa',
  'ae',
  'kw',
  'qa',
  'bh',
  'om',
  'ye',
  'sd',
  'ly',
  'sy',
  'lb',
  'iq',
  'jo',
  'ps',
  'dz',
  'tn',
  'ma',
  'mr',
  'so',
  'dj',
  'km',
] as const;
export type Country = (typeof countries)[number];

const colour = z.string().regex(colourPattern);
/** Of a drawing nothing but its outline is kept: figures and the letters of path commands. */
const logo = z.object({
  viewBox: z.string().regex(/^\s*-?[\d.]+([\s,]+-?[\d.]+){3}\s*$/),
  path: z
    .string()
    .max(60_000)
    .regex(/^\s*[Mm][MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]*$/),
});

export const site = z.object({
  name: z.string().min(1).max(100),
  tagline: z.string().max(300).optional(),
  description: z.string().max(500).optional(),
  language: z.enum(['ar', 'en']),
  /** Decides the names of the months. */
  country: z.enum(countries),
  /** IANA name; never an offset. */
  timeZone: z.string().max(64),
  digits: z.enum(['arab', 'latn']),
  /** Hijri date beside the Gregorian one. */
  hijri: z.boolean(),
  /** #rrggbb for the light and the dark theme; readable in it, see `model/accent.ts`. */
  accent: z.object({ light: colour, dark: colour }).optional(),
  /** Path data and view box of the nameplate, drawn in `currentColor`. */
  logo: logo.optional(),
  foundedYear: z.number().int().optional(),
  about: body,
  contact: z.object({ email: z.string().max(200).optional() }).optional(),
  /** Accounts elsewhere, in the order in which they are named. */
  social: z
    .array(
      z.object({
        network: z.enum(socialNames as [SocialNetwork, ...SocialNetwork[]]),
        handle: z.string().regex(handlePattern),
      }),
    )
    .max(12)
    .optional(),
});
export type Site = z.infer<typeof site>;

export const section = z.object({
  id: sectionId,
  name: z.string().min(1).max(100),
  description: z.string().max(500).optional(),
  order: z.number().int(),
});
export type Section = z.infer<typeof section>;

export const entityKinds = ['topic', 'person', 'place', 'organisation'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** A topic, person, place or organisation. Two merged ones: the old one has `mergedInto`. */
export const entity = z.object({
  id,
  name: z.string().min(1).max(200),
  /** Arabic words of its address, unique within its kind. */
  slug: z.string().min(1).max(200),
  otherNames: z.array(z.string().max(200)).max(50),
  description: z.string().max(2000).optional(),
  /** People: «وزير الخارجية الروسي»; for our own writers «كاتبة في شؤون المدن». */
  role: z.string().max(200).optional(),
  /** A person who writes for us: has a page under /authors. */
  author: z.boolean().optional(),
  picture: picture.optional(),
  mergedInto: id.optional(),
});
export type Entity = z.infer<typeof entity>;

/** Shapes in which pages cut pictures: 3:2, 2:1, square. */
export const cropShapes = ['r32', 'r21', 'r11'] as const;
export type CropShape = (typeof cropShapes)[number];
const part = z.number().min(0).max(1);
/** Left, top, width and height as parts of the picture as stored; inside it, and not of nothing. */
const crop = z
  .object({ x: part, y: part, width: part.min(0.01), height: part.min(0.01) })
  .refine(({ x, y, width, height }) => x + width <= 1.000001 && y + height <= 1.000001);
export type Crop = z.infer<typeof crop>;

/** A picture file in our keeping. Its bytes are named by `sha256` under the media folder. */
export const media = z.object({
  id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  alt: z.string().max(1000),
  caption: z.string().max(2000).optional(),
  credit: z.string().max(300).optional(),
  /** 0–1 from the start corner of the picture as stored (left, top). */
  focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional(),
  /** What an editor cut out for a shape, in parts (0–1) of the whole; without one the focus decides. */
  crops: z.partialRecord(z.enum(cropShapes), crop).optional(),
  /** Persons seen in it. */
  people: z.array(id).max(50).optional(),
  /** When it was taken, as its camera says; ms since the epoch. */
  takenAt: z.number().int().optional(),
  /** `expiresAt`: from then on (ms since the epoch) we may not show it. */
  rights: z
    .object({ note: z.string().max(500).optional(), expiresAt: z.number().int().optional() })
    .optional(),
  /** The user who brought it in. */
  createdBy: id.optional(),
  /** Its time is over: no page shows it. Set by the clock, taken away by a later date. */
  expired: z.literal(true).optional(),
});
export type Media = z.infer<typeof media>;

/** Up to so many stories a package is filled. */
const most = z.number().int().min(1).max(12);

/**
 * What an editor arranged on a front: a lead, packages, stories pinned to places. What is not filled is filled by
 * the newest, and no story stands twice unless the front is told so.
 */
export const arrangement = z.object({
  lead: z.object({ story: z.number().int(), more: z.array(z.number().int()).max(5) }).optional(),
  packages: z
    .array(
      z.object({
        kind: z.enum(['trio', 'dossier', 'opinion', 'gallery']),
        title: z.string().max(200).optional(),
        summary: z.string().max(1000).optional(),
        stories: z.array(z.number().int()).max(12),
        figures: z
          .array(z.object({ figure: z.string().max(20), label: z.string().max(200) }))
          .max(6)
          .optional(),
        /** The newest of a section or of a topic fill it up behind the named ones, to so many in all. */
        fill: z
          .union([z.strictObject({ section: sectionId, most }), z.strictObject({ topic: id, most })])
          .optional(),
      }),
    )
    .max(12),
  /** Stories that stand at a place (1, 2, …) of the list of the newest, whatever comes out. */
  pins: z
    .array(z.object({ place: z.number().int().min(1).max(20), story: z.number().int() }))
    .max(12)
    .optional(),
  /** Told: a story may be named more than once. */
  repeats: z.literal(true).optional(),
});
export type Arrangement = z.infer<typeof arrangement>;

/** The front of `home` or of a section, by its id; the breaking bar stands on that of `home` alone. */
export const front = arrangement.extend({
  id,
  breaking: z
    .object({ story: z.number().int().optional(), text: z.string().max(300), until: z.number().int() })
    .optional(),
});
export type Front = z.infer<typeof front>;

/** A path that moved, for ever. `from` starts with «/», is decoded, has no query. */
export const redirect = z.object({ from: z.string().max(1000), to: z.string().max(1000) });
export type Redirect = z.infer<typeof redirect>;

/** How a front is to be arranged from a time on; gone once the clock has done it. */
export const frontPlan = z.object({ id, at: schedule, arrangement });
export type FrontPlanned = z.infer<typeof frontPlan>;
