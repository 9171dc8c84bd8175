import { z } from 'zod';
import { answer, expect, note, type Shape, storyId, type WrittenAnswer } from './shape.ts';

export interface DraftAnswer {
  /** The room's name, `story/7/g3/s1`, and where its socket is. */
  room: string;
  socket: string;
  generation: number;
  /** The story's revision that it was begun from or last saved as. */
  version: number;
  /** Who has it open, by user. */
  editors: string[];
}

export interface PreviewAnswer {
  /** Absolute, at the readers' site; `?theme=light` or `dark` may be added. */
  url: string;
  /** ms since the epoch. */
  until: number;
}

const params = z.strictObject({ id: storyId });

export const draftContract = {
  openDraft: { params, body: z.strictObject({}), answer: answer<DraftAnswer>() },
  /** A link to what the draft says, as readers would see it, for whoever has it. */
  previewStory: { params, body: z.strictObject({}), answer: answer<PreviewAnswer>() },
  /** A revision by hand of what the draft says now: a draft's, or, of a published story, an update. */
  saveDraft: {
    params,
    body: z.strictObject({
      expect,
      generation: z.number().int().positive(),
      /** Of a published story: not shown to readers as an update. */
      minor: z.boolean().exactOptional(),
      note,
    }),
    answer: answer<WrittenAnswer>(),
  },
} as const satisfies Record<string, Shape>;
