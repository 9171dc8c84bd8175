/** A stretch of a text: JavaScript string indices, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Something said in a text, and by whom. */
export interface Quote extends Span {
  /** Between quotation marks, or a clause after a verb of speech with أن/إن. `start` and `end` leave the marks out. */
  kind: 'direct' | 'indirect';
  /** The verb or noun of speech, without و/ف; null where the quotation stands alone. */
  cue: Span | null;
  /** The mention nearest to the verb; null where only the verb implies the speaker. */
  speaker: Span | null;
  /** The fullest name or description that the text gives. */
  speakerName: string | null;
  /** False for unnamed sources («مصدر أمني»). */
  named: boolean;
  /** A direct quotation that is a fragment of a sentence of the paper's own. */
  partial?: true;
}
