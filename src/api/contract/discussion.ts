import { z } from 'zod';
import type { Assignment, Comment } from '../../model/discussion.ts';
import { comment } from '../../model/discussion.ts';
import { schedule } from '../../model/schedule.ts';
import type { StoryRow } from '../../model/story-row.ts';
import { answer, id, type Shape, storyId, type WrittenAnswer } from './shape.ts';

/** A comment, and what the asker may do with it. */
export interface CommentRow {
  comment: Comment;
  /** Names of whoever wrote it and is done with it, where they are known. */
  name?: string;
  resolvedBy?: string;
  mayRemove: boolean;
}
export interface DiscussionAnswer {
  /** The oldest first; answers stand among them. */
  comments: CommentRow[];
  assignment?: Assignment & { name?: string };
}
/** What waits for somebody: stories they were given, the due ones first, and open comments that name them. */
export interface DutiesAnswer {
  assigned: { row: StoryRow; dueAt?: number; brief?: string }[];
  mentions: { comment: Comment; name?: string; headline: string }[];
}
export interface PlannedRow {
  row: StoryRow;
  /** ms since the epoch. */
  at: number;
  /** Who has it to write, for what is due. */
  name?: string;
}
export interface PlanAnswer {
  due: PlannedRow[];
  scheduled: PlannedRow[];
  published: PlannedRow[];
}
export interface BreakingAnswer {
  bar?: { text: string; until: number; story?: number };
}

const story = z.strictObject({ id: storyId });
const written = answer<WrittenAnswer>();
const day = z.iso.date();
/** A bar stands from five minutes to a day. */
const minutes = z.number().int().min(5).max(1440);

export const discussionContract = {
  discussion: { params: story, answer: answer<DiscussionAnswer>() },
  addComment: {
    params: story,
    body: z.strictObject({
      id: z.uuid().exactOptional(),
      text: z.string().trim().min(1).max(4000),
      mentions: z.array(id).max(20).exactOptional(),
      replyTo: id.exactOptional(),
      passage: comment.shape.passage.unwrap().exactOptional(),
    }),
    answer: written,
  },
  resolveComment: {
    params: z.strictObject({ id }),
    body: z.strictObject({ resolved: z.boolean() }),
    answer: written,
  },
  removeComment: { params: z.strictObject({ id }), body: z.strictObject({}), answer: written },
  assignStory: {
    params: story,
    body: z.strictObject({
      /** Nobody when it is left out. */
      user: id.exactOptional(),
      due: schedule.exactOptional(),
      brief: z.string().trim().max(2000).exactOptional(),
    }),
    answer: answer<Partial<WrittenAnswer>>(),
  },
  duties: { answer: answer<DutiesAnswer>() },
  plan: {
    query: z.strictObject({ from: day, days: z.coerce.number().int().min(1).max(42) }),
    answer: answer<PlanAnswer>(),
  },
  breaking: { answer: answer<BreakingAnswer>() },
  setBreaking: {
    body: z.strictObject({
      /** Without one the bar is taken down. */
      bar: z
        .strictObject({ text: z.string().trim().min(1).max(300), minutes, story: storyId.exactOptional() })
        .exactOptional(),
    }),
    answer: answer<Partial<WrittenAnswer>>(),
  },
} as const satisfies Record<string, Shape>;
