/** A stretch of a line; one with `dir` is to be isolated (`<bdi dir lang>`). */
export interface Isolate {
  text: string;
  /**
   * `rtl` for scores and ranges, whose figures are to be isolated one by one within it: a hyphen between European figures
   * would make one number of them. `ltr` with Arabic-Indic figures is an order to be forced, since hyphens divide these.
   */
  dir?: 'ltr' | 'rtl';
  /** Latin words: their language is not known better. */
  lang?: 'en';
  /** Figures: telephone numbers, dates, money, scores, ranges, negative numbers, numbers with a unit. */
  number?: boolean;
}

/** A piece with its place in the line. */
export interface Piece extends Omit<Isolate, 'text'> {
  start: number;
  end: number;
}
