import { z } from 'zod';

/** The first file of a backup: what it is. */
export const manifestName = 'midad-backup.json';
export const journalName = 'journal.db';
/** Originals stand in it as they do in the store. */
export const mediaFolder = 'media/';

export const manifest = z.object({
  format: z.literal(1),
  /** The program that made it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  journalId: z.string(),
  seq: z.number().int().min(0),
  digest: z.string().length(64),
  media: z.boolean(),
});
export type Manifest = z.infer<typeof manifest>;
