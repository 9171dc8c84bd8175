import { z } from 'zod';
import type { StoryStatus } from '../../model/story-status.ts';
import { answer, id, type Shape, storyId, type WrittenAnswer } from './shape.ts';

/** Somebody or something that a text names. */
export interface NamedAnswer {
  kind: 'topic' | 'person' | 'place' | 'organisation';
  /** The fullest name that the text gives; a record's own, where there is one. */
  name: string;
  /** The newsroom's record; none where it has none yet. */
  record?: string;
  /** Right in at least 95 of 100 cases. */
  certain: boolean;
  /** How often the text names it. */
  mentions: number;
  /** As the text first writes it. */
  words: string;
}

/** Words between quotation marks, and whose they are. */
export interface SaidAnswer {
  words: string;
  /** None where the text names nobody. */
  speaker?: string;
}

/** What opens the first paragraph and belongs into fields of its own. */
export interface DatelineAnswer {
  /** As it stands in the text, its marks included. */
  words: string;
  place?: string;
  agency?: string;
  reporter?: string;
}

/** Another story with nearly the same text. */
export interface AlikeAnswer {
  id: number;
  headline: string;
  status: StoryStatus;
  /** Share of their four-word shingles that both have: 0.5–1. */
  similarity: number;
}

export interface SuggestionsAnswer {
  /** Certain ones first, then by mentions. */
  named: NamedAnswer[];
  said: SaidAnswer[];
  dateline?: DatelineAnswer;
  alike: AlikeAnswer[];
  /** Records that the draft is linked to already, with their names; those that are gone are left out. */
  linked: { kind: NamedAnswer['kind']; record: string; name: string }[];
}

const ids = z.array(id).max(50);

export const suggestionContract = {
  /** What is to be seen in a text that is being written; nothing is kept. */
  suggestions: {
    params: z.strictObject({ id: storyId }),
    body: z.strictObject({
      headline: z.string().max(400),
      standfirst: z.string().max(2000),
      /** The body's paragraphs, one a line. */
      text: z.string().max(400_000),
      /** Records that the draft is linked to. */
      linked: z.strictObject({ topic: ids, person: ids, place: ids, organisation: ids }),
    }),
    answer: answer<SuggestionsAnswer>(),
  },
  /** A new record with nothing but a name; the rest is filled in later. */
  addRecord: {
    body: z.strictObject({
      kind: z.enum(['topic', 'person', 'place', 'organisation']),
      name: z.string().trim().min(1).max(200),
    }),
    answer: answer<WrittenAnswer>(),
  },
} as const satisfies Record<string, Shape>;
