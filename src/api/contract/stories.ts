import { z } from 'zod';
import type { Verb } from '../../commands/policy.ts';
import type { Action } from '../../model/document.ts';
import { schedule } from '../../model/schedule.ts';
import type { StoryRow } from '../../model/story-row.ts';
import { type Story, writerFields } from '../../model/story.ts';
import { storyStatuses } from '../../model/story-status.ts';
import {
  answer,
  expect,
  note,
  nullsTakeAway,
  type Shape,
  storyId,
  pageSize,
  type WrittenAnswer,
} from './shape.ts';

export interface StoryAnswer {
  story: Story;
  version: number;
  /** What the asker may do with this story in its present state. */
  may: Verb[];
}
export interface RevisionRow {
  version: number;
  action: Action;
  at: number;
  actor: string;
  name?: string;
  note?: string;
}

/** Why: stands in the audit trail. */
const reason = z.string().trim().min(1).max(2000);
const params = z.strictObject({ id: storyId });
const fields = z.preprocess(nullsTakeAway, writerFields);
/** The generation of the draft that the fields were taken from. */
const draft = z.number().int().positive().exactOptional();
const written = answer<WrittenAnswer>();
const verb = { params, body: z.strictObject({ expect, note }), answer: written };

const found = z.string().trim().min(1).max(200).exactOptional();
const day = z.iso.date().exactOptional();

export const storyContract = {
  stories: {
    query: z.strictObject({
      status: z.enum(storyStatuses).exactOptional(),
      section: z.string().max(64).exactOptional(),
      /** Words of the headline, of the name of somebody in the story, and of a writer's. */
      words: found,
      person: found,
      author: found,
      /** Days in the site's zone on which it came out, or else was changed; both included. */
      from: day,
      to: day,
      /** Only what the asker began or was given. */
      mine: z.stringbool().exactOptional(),
      limit: pageSize,
      /** What came as `next`. */
      before: z
        .string()
        .regex(/^\d{1,15}\.\d{1,15}$/)
        .exactOptional(),
    }),
    answer: answer<{
      stories: StoryRow[];
      /** With `more`, there are at least so many. */
      total: number;
      more?: true;
      /** Where the next page begins; none at the end. */
      next?: string;
    }>(),
  },
  createStory: { body: z.strictObject({ fields, note }), answer: written },
  story: { params, answer: answer<StoryAnswer>() },
  saveStory: { params, body: z.strictObject({ expect, fields, draft, note }), answer: written },
  revisions: { params, answer: answer<{ revisions: RevisionRow[] }>() },
  revision: {
    params: z.strictObject({ id: storyId, version: storyId }),
    answer: answer<RevisionRow & { story: Story | null }>(),
  },
  submitStory: verb,
  sendBackStory: {
    params,
    body: z.strictObject({ expect, reason }),
    answer: written,
  },
  approveStory: verb,
  scheduleStory: { params, body: z.strictObject({ expect, at: schedule, note }), answer: written },
  unscheduleStory: verb,
  publishStory: {
    params,
    body: z.strictObject({ expect, fields: fields.exactOptional(), draft, note }),
    answer: written,
  },
  updateStory: {
    params,
    /** `minor`: not shown to readers as an update. */
    body: z.strictObject({ expect, fields, draft, minor: z.boolean().exactOptional(), note }),
    answer: written,
  },
  correctStory: {
    params,
    body: z.strictObject({
      expect,
      text: z.string().trim().min(1).max(4000),
      fields: fields.exactOptional(),
      draft,
      note,
    }),
    answer: written,
  },
  unpublishStory: verb,
  killStory: {
    params,
    body: z.strictObject({
      expect,
      reason,
      notice: z.string().max(1000).exactOptional(),
    }),
    answer: written,
  },
  holdStory: {
    params,
    body: z.strictObject({ expect, reason }),
    answer: written,
  },
  releaseStory: verb,
  restoreRevision: {
    params,
    body: z.strictObject({ expect, version: z.number().int().positive(), note }),
    answer: written,
  },
} as const satisfies Record<string, Shape>;
