import { z } from 'zod';

const id = z.string().min(1).max(64);
/** Milliseconds since the epoch, UTC. */
const time = z.number().int();

/** What somebody of the newsroom said on a story, on a passage of it or on the whole. Never for readers. */
export const comment = z.object({
  id,
  story: z.number().int().positive(),
  /** A user's id. */
  by: id,
  at: time,
  text: z.string().min(1).max(4000),
  /** Users named in it, who find it on their desk. */
  mentions: z.array(id).max(20),
  /** The comment that it answers; answers are not answered. */
  replyTo: id.optional(),
  /** The passage: its words as they were, and where it is now (two relative positions of Yjs, base64). */
  passage: z
    .object({ words: z.string().min(1).max(500), from: z.string().max(500), to: z.string().max(500) })
    .optional(),
  resolved: z.object({ by: id, at: time }).optional(),
});
export type Comment = z.infer<typeof comment>;

/** Who writes a story, and until when. A story has one at most; the document's id is the story's number. */
export const assignment = z.object({
  id,
  story: z.number().int().positive(),
  /** A user's id. */
  user: id,
  by: id,
  at: time,
  dueAt: time.optional(),
  /** What is wanted: «٥٠٠ كلمة مع صورة من الميناء». */
  brief: z.string().max(2000).optional(),
});
export type Assignment = z.infer<typeof assignment>;

/** That somebody made a link to a preview. The link itself is not kept: whoever reads the record cannot open it. */
export const previewLink = z.object({
  id,
  story: z.number().int().positive(),
  /** The user who made it. */
  by: id,
  /** From then on it shows nothing. */
  until: time,
});
export type PreviewLink = z.infer<typeof previewLink>;
