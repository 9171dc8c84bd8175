/**
 * Numbers of stories in the index grow with the time of their first publication, so that «newest first» and «from …
 * to …» are ranges of numbers. Eight to a second; a ninth story takes the next free number. Times before 1970 are
 * negative, which SQLite's numbers may be.
 */
export const slotsPerSecond = 8;

/** The first number of the second of a moment (ms). */
export const baseOf = (ms: number) => Math.floor(ms / 1000) * slotsPerSecond;

/** The section as one word of the index: section ids have hyphens, at which the tokenizer would cut. */
export const sectionToken = (id: string) => `§${id.replaceAll('-', '·')}`;
