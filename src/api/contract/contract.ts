import type { z } from 'zod';
import { accountContract } from './account.ts';
import type { Name } from './addresses.ts';
import { arrangingContract } from './arranging.ts';
import { discussionContract } from './discussion.ts';
import { houseContract } from './house.ts';
import { draftContract } from './drafts.ts';
import { mediaContract } from './media.ts';
import { recordContract } from './records.ts';
import type { Answer, Shape } from './shape.ts';
import { settingsContract } from './settings.ts';
import { storyContract } from './stories.ts';
import { suggestionContract } from './suggestions.ts';

/** What goes into each route and comes out of it. An address without a line here, or the reverse, does not compile. */
export const contract = {
  ...accountContract,
  ...houseContract,
  ...storyContract,
  ...draftContract,
  ...suggestionContract,
  ...settingsContract,
  ...mediaContract,
  ...arrangingContract,
  ...discussionContract,
  ...recordContract,
} as const satisfies Record<Name, Shape>;
export type Contract = typeof contract;

type Part = 'params' | 'query' | 'body';
/** What a sender gives. */
export type Sent<N extends Name> = {
  [P in Part as Contract[N] extends Record<P, z.ZodType> ? P : never]: Contract[N] extends Record<P, infer T>
    ? z.input<T>
    : never;
};
/** What a route works with, after validation. */
export type Taken<N extends Name> = {
  [P in Part]: Contract[N] extends Record<P, infer T> ? z.output<T> : undefined;
};
export type AnswerOf<N extends Name> = Contract[N]['answer'] extends Answer<infer T> ? T : never;

/** The body of every answer that is none: a code with a sentence, and what stands at which field. */
export interface Refusal {
  error: {
    code: string;
    message: string;
    params: Record<string, string | number>;
    fields?: { path: string; message: string }[];
  };
}
