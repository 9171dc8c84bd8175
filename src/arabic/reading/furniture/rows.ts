import { comparable } from '../words.ts';

export interface Rows {
  add: (line: string) => void;
  /** Whether the line is built as two of those that were added. */
  have: (line: string) => boolean;
}

/** So many lines of one build make a table. */
const fewest = 2;

/**
 * Tells the rows of a story's own tables («مدارج شرقية : 15 دينار»، «نسر طبلبة – شبيبة الشيحية / 840 متفرج») from titles of other stories:
 * they have the same marks and figures in the same order.
 */
export function rowsOf(): Rows {
  const seen = new Map<string, number>();
  return {
    add(line) {
      const build = buildOf(line);
      if (build !== '') seen.set(build, (seen.get(build) ?? 0) + 1);
    },
    have: (line) => (seen.get(buildOf(line)) ?? 0) >= fewest,
  };
}

/** The marks and figures of a line; empty where there are fewer than two, as in most titles. */
function buildOf(line: string): string {
  const marks = comparable(line).match(/\d[\d.,:]*|[–—:/*()|=+-]/gu) ?? [];
  return marks.length < 2
    ? ''
    : marks.map((mark) => (/\d/.test(mark) ? '0' : mark.replace(/[–—]/u, '-'))).join('');
}
