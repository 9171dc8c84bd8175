/** The spans of the readership board. `now` is the present hour and the one before. */
export const boardSpans = ['now', 'today', 'month'] as const;
export type BoardSpan = (typeof boardSpans)[number];

export interface Board {
  /** Readings in the span. */
  total: number;
  /** Readings by hour (the last 24) or for `month` by day (the last 30), oldest first; ms at which each begins. */
  series: { at: number; reads: number }[];
  /** The most read, at most 50, with readings in the span. */
  stories: { id: number; headline: string; section: string; reads: number }[];
  /** Readings by section, the most read first; a story counts where it stood when its readings came in. */
  sections: { id: string; reads: number }[];
}
