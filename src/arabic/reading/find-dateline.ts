import { type Dateline, readDateline } from './dateline.ts';
import { endsSentence, wordsOf } from './words.ts';

/** A dateline where it stands: JavaScript string indices into the given text, `end` behind its last mark. */
export interface FoundDateline {
  start: number;
  end: number;
  place?: string;
  agency?: string;
  reporter?: string;
}

/** A headline, a kicker and a standfirst may stand above it. */
const linesLookedAt = 4;
/** A dateline and its first sentence stand within this much of a line; what comes after decides nothing. */
const longestLook = 600;

/**
 * Finds the dateline of a text as it stands: at the beginning of its first paragraph, or below a headline and a
 * standfirst. Nothing is cleaned or cut. The rules are those of `readDateline`.
 * @returns null where there is none beyond doubt. Never throws; looks at no more than the first few lines.
 */
export function findDateline(text: string): FoundDateline | null {
  let at = 0;
  for (let seen = 0; seen < linesLookedAt && at < text.length;) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    const raw = text.slice(at, Math.min(stop, at + longestLook));
    const line = raw.trim();
    if (line !== '') {
      const read = readDateline(line);
      const last = text.slice(stop, stop + longestLook).trim() === '';
      if (read && !(read.rest === '' && last && seen > 0)) {
        const start = at + raw.indexOf(line);
        return found(start, read);
      }
      // Below a finished paragraph nothing opens a story any more.
      if (stop - at > longestLook || (endsSentence(line) && wordsOf(line).length > 25)) return null;
      seen++;
    }
    at = stop + 1;
  }
  return null;
}

function found(start: number, { place, agency, reporter, taken }: Dateline): FoundDateline {
  return {
    start,
    end: start + taken.length,
    ...(place === undefined ? {} : { place }),
    ...(agency === undefined ? {} : { agency }),
    ...(reporter === undefined ? {} : { reporter }),
  };
}
