import { certainty, isForeign, isImperfect } from '../../arabic/patterns.ts';
import { withoutProclitics } from '../../arabic/proclitics.ts';
import { isSameName } from '../../arabic/sound-distance.ts';
import { PLACES, WHOLE } from '../../arabic/stem-words.ts';
import { stem } from '../../arabic/stem.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import type { Database } from '../sqlite.ts';
import { hasNeighbours } from './near.ts';
import { counted, wordsSounding } from './vocabulary-query.ts';

/** Another spelling of a word of the query, as a stem of the index. */
export interface Alternative {
  stem: string;
  /** What it counts beside the word itself (0–1). */
  weight: number;
}

/** Newsrooms write a name in two or three ways, seldom more. */
const most = 4;
/** Set once, not tuned: sound alone did not tell, so it counts for less than the word that was typed. */
const weight = 0.7;

/**
 * Other spellings in this collection of a foreign name: سيرغي for سيرجي, نتانياهو for نتنياهو; none for words of Arabic
 * roots. The commonest first. Takes well under a millisecond.
 * @param word as folded.
 */
export function alternativesOf(db: Database, word: string): Alternative[] {
  const bare = withoutProclitics(word);
  if (!hasNeighbours(bare) || !isName(bare)) return [];
  const own = stem(word);
  const found = wordsSounding(db, bare).filter((known) => isName(known.bare) && isSameName(bare, known.bare));
  const stems = counted(db, found)
    .sort((a, b) => b.stories - a.stories)
    .map((known) => stem(known.bare));
  return (
    [...new Set(stems)]
      // Its ending may have been taken for another word's: بريطانيه is no spelling of بري.
      .filter((other) => other !== own && isName(other))
      .slice(0, most)
      .map((other) => ({ stem: other, weight }))
  );
}

/** A word of no Arabic root may be a foreign name. Those that everybody writes in one way are none to look for. */
const isName = (bare: string) =>
  !PLACES.has(bare) &&
  !WHOLE.has(bare) &&
  !isStopWord(bare) &&
  !isImperfect(bare) &&
  (isForeign(bare) || certainty(bare) === 0);
