import { withoutProclitics } from './proclitics.ts';
import { isStopWord } from './stop-words.ts';
import { SPELLINGS, STEMS } from './stem-words.ts';
import { withoutSuffixes } from './suffixes.ts';

/**
 * A light stem: what the forms of a word share when its conjunctions, prepositions, article and endings are off.
 * Takes a folded word (see `fold`); words of other letters, figures and words under four letters come back as they
 * are. Stop words stay whole but for a و or ف before them. Never empty for a word that is not.
 *
 * Method: light stemming after light10 (Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information
 * Retrieval", 2007), with the parts in `proclitics.ts`, `suffixes.ts` and the exceptions in `stem-words.ts`.
 */
export function stem(folded: string): string {
  if (folded.length < 4 || !isArabic(folded)) {
    return STEMS.get(folded) ?? folded;
  }
  if (isStopWord(folded)) {
    const first = folded[0];
    return (first === 'و' || first === 'ف') && isStopWord(folded.slice(1)) ? folded.slice(1) : folded;
  }
  let w = withoutProclitics(folded);
  for (const [from, to] of SPELLINGS) if (w.startsWith(from)) w = to + w.slice(from.length);
  return STEMS.get(w) ?? withoutSuffixes(w);
}

function isArabic(word: string): boolean {
  const c = word.charCodeAt(0);
  return c >= 0x620 && c <= 0x6ff;
}
