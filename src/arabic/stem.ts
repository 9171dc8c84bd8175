import { isForeign, isKnownWhole, isPerfect } from './patterns.ts';
import { FEMININE, PLURALS } from './plurals.ts';
import { withoutProclitics } from './proclitics.ts';
import { isStopWord } from './stop-words.ts';
import { SPELLINGS, STEMS } from './stem-words.ts';
import { withoutPronoun, withoutSuffixes } from './suffixes.ts';

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
    const singular = PLURALS.get(folded);
    return STEMS.get(folded) ?? (singular === undefined ? folded : endingOff(singular));
  }
  if (isStopWord(folded)) {
    const first = folded[0];
    return (first === 'و' || first === 'ف') && isStopWord(folded.slice(1)) ? folded.slice(1) : folded;
  }
  let w = withoutProclitics(folded);
  for (const [from, to] of SPELLINGS) if (w.startsWith(from)) w = to + w.slice(from.length);
  return endingOff(w);
}

function endingOff(w: string): string {
  const listed = STEMS.get(w) ?? feminine(w);
  if (listed !== undefined) return listed;
  const singular =
    PLURALS.get(w) ??
    PLURALS.get(withPronounOff(w)) ??
    // أطفاله; but تجارة is no plural of تاجر.
    (/^ا..ا.ه$/.test(w) ? PLURALS.get(w.slice(0, -1)) : undefined);
  if (singular !== undefined) return endingOff(singular);
  return withoutSuffixes(isFeminineVerb(w) ? w.slice(0, -1) : w);
}

/** شوارعها; not سياحتها, whose ت was the ة of another word than سياح. */
function withPronounOff(w: string): string {
  const rest = withoutPronoun(w);
  return w[rest.length] === 'ت' ? w : rest;
}

/** What ة becomes before number and possession. */
const FEMININE_ENDINGS = 'ه ات ته تي تها تهم تهن تهما تنا تكم اته اتها اتهم اتنا تان تين تا'.split(' ');

function feminine(w: string): string | undefined {
  for (const ending of FEMININE_ENDINGS) {
    if (!w.endsWith(ending)) continue;
    const base = w.slice(0, -ending.length);
    if (FEMININE.has(base)) return `${base}ه`;
  }
  return undefined;
}

/** أعلنت beside أعلن; the ت of صوت and ثابت is the word's own. */
function isFeminineVerb(w: string): boolean {
  return (
    w.length >= 4 &&
    w.endsWith('ت') &&
    !w.endsWith('ات') &&
    isPerfect(w.slice(0, -1)) &&
    !isForeign(w) &&
    !isKnownWhole(w)
  );
}

function isArabic(word: string): boolean {
  const c = word.charCodeAt(0);
  return c >= 0x620 && c <= 0x6ff;
}
