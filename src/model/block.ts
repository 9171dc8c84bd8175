import { z } from 'zod';

/**
 * The body of a story: a closed union of blocks. Rendering is exhaustive over `Block['type']`; a block of
 * an unknown type from outside is kept as `unknown`, logged, and shown as nothing.
 */

/** A stretch of text with the same marks. Text is stored as written, NFC, without direction marks. */
export const run = z.object({
  text: z.string().max(100_000),
  strong: z.literal(true).optional(),
  em: z.literal(true).optional(),
  href: z
    .string()
    .max(2048)
    .regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i)
    .optional(),
  /** BCP 47 tag where the run is not in the story's language. */
  lang: z.string().max(35).optional(),
});
export type Run = z.infer<typeof run>;

export const runs = z.array(run).max(5000);
export type Runs = z.infer<typeof runs>;

/**
 * A picture inside a body: either one of our own (`media` is a media document's id) or, from an import,
 * only the address it had elsewhere (`url`), which is kept as a reference and never loaded by readers.
 */
export const picture = z.object({
  media: z.string().max(64).optional(),
  url: z.string().max(2048).optional(),
  alt: z.string().max(1000).optional(),
  caption: z.string().max(2000).optional(),
  credit: z.string().max(300).optional(),
});
export type Picture = z.infer<typeof picture>;

const paragraph = z.object({ type: z.literal('paragraph'), text: runs });
const heading = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  text: runs,
});
const list = z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(runs).max(1000) });
const quotation = z.object({
  type: z.literal('quotation'),
  paragraphs: z.array(runs).max(100),
  speaker: z.string().max(200).optional(),
  role: z.string().max(300).optional(),
});
const pullQuote = z.object({ type: z.literal('pull-quote'), text: z.string().max(1000) });
const image = z.object({ type: z.literal('image'), picture, size: z.enum(['full', 'inset']) });
const gallery = z.object({ type: z.literal('gallery'), pictures: z.array(picture).max(200) });
const table = z.object({
  type: z.literal('table'),
  caption: z.string().max(500).optional(),
  head: z.array(runs).max(50),
  rows: z.array(z.array(runs).max(50)).max(2000),
});
/** Something that lives on another site: shown as a card, loaded only when the reader asks for it. */
const embed = z.object({
  type: z.literal('embed'),
  provider: z.string().max(100),
  url: z
    .string()
    .max(2048)
    .regex(/^https:\/\//i),
  title: z.string().max(500).optional(),
});
/** A public note on what an earlier version said wrongly; `at` in ms since the epoch. */
const correction = z.object({
  type: z.literal('correction'),
  at: z.number().int(),
  text: z.string().max(4000),
});
/** «اقرأ أيضا» inside the text; ids of stories. */
const related = z.object({ type: z.literal('related'), stories: z.array(z.number().int()).max(10) });
/** A live entry as shown in a story; its record is a document of its own (`LiveEntry`). */
export interface LiveEntryBlock {
  type: 'live-entry';
  id: string;
  at: number;
  headline?: string | undefined;
  body: Block[];
}
const unknownBlock = z.object({ type: z.literal('unknown'), original: z.unknown() });

export const storedBlock = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  quotation,
  pullQuote,
  image,
  gallery,
  table,
  embed,
  correction,
  related,
  unknownBlock,
]);
export type StoredBlock = z.infer<typeof storedBlock>;
export type Block = StoredBlock | LiveEntryBlock;

/** At most 5,000 blocks: the longest real story seen has about 600. */
export const body = z.array(storedBlock).max(5000);
