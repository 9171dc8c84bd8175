import { givenNames } from '../given-names.ts';
import { wordSet } from '../word-set.ts';
import type { Entry, Gazetteer } from './gazetteer.ts';
import { isKnownWord } from './known-words.ts';
import type { Candidate } from './spans.ts';
import { bare } from './article.ts';
import type { Reading, TextWord } from './text-words.ts';

/** A name of the gazetteer at a word: up to the word before `to`. */
export interface Match extends Omit<Reading, 'key' | 'title'> {
  to: number;
  entry: Entry;
}

/** The longest known name at word `i`, with what is written before it read off. */
export function matchAt(gazetteer: Gazetteer, words: readonly TextWord[], i: number): Match | undefined {
  let best: Match | undefined;
  for (const { key, letters, article } of words[i]?.readings ?? []) {
    const longest = gazetteer.longest.get(key) ?? 0;
    let name = key;
    for (let k = 1; k <= longest; k++) {
      const entry = gazetteer.entries.get(name);
      if (entry !== undefined && (best === undefined || k > best.to - i))
        best = { letters, ...(article && { article }), to: i + k, entry };
      if (words[i + k - 1]?.joined !== true) break;
      name += ` ${words[i + k]?.key ?? ''}`;
    }
  }
  return best;
}

/** Clubs and bodies by a word that is common, yet worth an editor's look. */
const worthALook = wordSet('الكاف حماس الترجي وات');
const towards = wordSet('في من الى نحو قرب بين');

/** An ambiguous name is a suggestion where something speaks for it; a word of everyday speech alone is none. */
export function isWorthSaying(text: string, words: readonly TextWord[], match: Match, i: number): boolean {
  const { entry, letters, to } = match;
  if (!entry.ambiguous || entry.id !== undefined) return true;
  const [first = ''] = entry.words;
  if (entry.words.length > 1 || worthALook.has(first) || isMarked(text, words, i, to)) return true;
  const noun = bare(first);
  if (isKnownWord(first) || isKnownWord(noun) || givenNames.has(noun) || first.length < 3) return false;
  if (entry.kind !== 'place') return letters === 0;
  const within = letters === 1 && words[i]?.key.startsWith('ب') === true;
  return within || (letters === 0 && towards.has(words[i - 1]?.key ?? ''));
}

/** In quotation marks, brackets or dashes of its own: «لـ"وات"», «-وات-». */
function isMarked(text: string, words: readonly TextWord[], from: number, to: number): boolean {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? 0;
  return (
    /["'«“(‘-]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^["'»”)’-]/.test(text.slice(end, end + 1))
  );
}

export function knownCandidate(
  text: string,
  words: readonly TextWord[],
  match: Match,
  from: number,
): Candidate {
  const { entry, to, ...how } = match;
  const certain = !entry.ambiguous || (entry.kind === 'organisation' && isMarked(text, words, from, to));
  return {
    kind: entry.kind,
    from,
    ...how,
    to,
    certain,
    confidence: certain ? 0.95 : 0.4,
    why: 'known',
    ...(entry.id !== undefined && { id: entry.id }),
    // Its last word alone may be named further on.
    ...(entry.kind === 'person' && to - from > 1 && { family: to - 1 }),
  };
}
