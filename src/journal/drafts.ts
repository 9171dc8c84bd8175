/**
 * Stories being written, beside the record: each a log of Yjs updates, appended as they arrive. What a journal keeps of
 * them is in one interface so that every backend has it; `contract/drafts.ts` is its suite.
 */
export interface Drafts {
  /** The draft of a story, if one was ever begun. */
  draft(story: number): Promise<Draft | undefined>;

  /**
   * Begins a draft, or begins it anew, with `seed` as its first update: only if the present draft is still the one that was
   * seen, and the story's newest revision the one that the seed was made from. Otherwise nothing is done, and the present
   * draft comes back; so nothing is seeded twice, nor from what is old. The log of the generation before stays.
   *
   * @returns the draft as it is now; undefined when there is none and none was begun.
   */
  beginDraft(begin: BeginDraft): Promise<Draft | undefined>;

  /**
   * The updates of a generation, the present one unless said, in order, with the number of the last. Empty for one that
   * has none: it was erased, or is older than the `keptGenerations` before the present.
   * @param after only those with a greater number; one that stands for several has the greatest of theirs.
   */
  draftLog(story: number, generation?: number, after?: number): Promise<DraftLog>;

  /**
   * Appends an update; once this resolves it survives a crash.
   * @returns its number.
   * @throws MidadError `draft-replaced` (params story, generation) when the draft has begun anew since, or is not there.
   */
  appendDraft(story: number, generation: number, update: Uint8Array, at: number): Promise<number>;

  /**
   * Puts one update in the place of those up to number `upTo`, which it must amount to. Nothing happens to a draft that
   * has begun anew since.
   */
  compactDraft(story: number, generation: number, upTo: number, merged: Uint8Array): Promise<void>;
}

/** Earlier generations that stay: enough for whoever comes back from a long journey without a line. */
export const keptGenerations = 10;

export interface Draft {
  story: number;
  /** From 1. */
  generation: number;
  schema: number;
  /** The revision that it was begun from or last saved as; 0 when what it had was erased. */
  version: number;
}

export interface BeginDraft {
  story: number;
  /** The draft that was seen and is to be replaced; undefined when there was none. */
  after: Pick<Draft, 'generation' | 'version'> | undefined;
  schema: number;
  /** The revision that the seed was made from. */
  version: number;
  seed: Uint8Array;
  /** ms since the epoch. */
  at: number;
}

export interface DraftLog {
  /** The one asked for; 0 when there is no draft. */
  generation: number;
  updates: Uint8Array[];
  last: number;
}
