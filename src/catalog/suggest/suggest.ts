import type { NamedKind } from './records.ts';

/** What is offered to a reader who is typing a query. */
export type Suggestion =
  | { kind: NamedKind; id: string; slug: string; text: string }
  | { kind: 'story'; id: number; section: string; slug: string; text: string };

export interface SuggestRequest {
  /** As typed so far; cut at 100 characters. */
  q: string;
  /** 1–10. */
  limit: number;
}
