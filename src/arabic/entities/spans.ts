import type { EntityKind, Reason } from './entity.ts';

/** A stretch of words taken for an entity: from the word `from`, without `letters` folded letters of it, to before `to`. */
export interface Candidate {
  kind: EntityKind;
  from: number;
  letters: number;
  to: number;
  /** The article is written as the ل of «لل»: the name begins with it. */
  article?: boolean;
  certain: boolean;
  confidence: number;
  why: Reason;
  id?: string;
}
