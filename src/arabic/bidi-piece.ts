/** A stretch of a line; one with `dir` is to be isolated (`<bdi dir lang>`). */
export interface Isolate {
  text: string;
  dir?: 'ltr' | 'rtl';
  /** Latin words: their language is not known better. */
  lang?: 'en';
  /** Figures: telephone numbers, scores, negative numbers, numbers with a unit. */
  number?: boolean;
}

/** A piece with its place in the line. */
export interface Piece extends Omit<Isolate, 'text'> {
  start: number;
  end: number;
}
