import type { Entity } from './entity.ts';
import { type Gazetteer } from './gazetteer.ts';
import { isWorthSaying, knownCandidate, type Match, matchAt } from './known.ts';
import { namesOf } from './full-names.ts';
import { isKnownWord } from './known-words.ts';
import { organisationAt } from './organisations.ts';
import { type PersonCandidate, personAt, unknownPersonAt } from './persons.ts';
import { namedAfter, placeAfterHead } from './places.ts';
import { shorterMentions } from './shorter.ts';
import type { Candidate } from './spans.ts';
import { startAfter, type TextWord, textWords } from './text-words.ts';
import { nameAfterTitle } from './titles.ts';

/**
 * The people, places and bodies that a text names, each mention, in order, none within another. Precision comes first:
 * only what a closed list, a title, a given name with a family name, or the grammar of a body's name vouches for is
 * `certain`; the rest are suggestions for an editor to confirm. Nationalities («الروسي») are no entities. Never throws;
 * linear in the length of the text.
 *
 * Method: a gazetteer look-up by folded words, proclitics read off; heads of bodies and places with what belongs to
 * them; titles and given names, from which a name goes on until a word that is none; then shorter mentions of whom
 * the text names in full. Where candidates overlap the longer wins, then the surer.
 */
export function findEntities(text: string, gazetteer: Gazetteer): Entity[] {
  const words = textWords(text);
  const chosen = withoutOverlaps(candidatesOf(text, words, gazetteer), words.length);
  const persons = chosen.filter((one): one is PersonCandidate => one.kind === 'person' && 'family' in one);
  const all = withoutOverlaps([...chosen, ...shorterMentions(words, persons, chosen)], words.length);
  const names = namesOf(text, words, all, gazetteer);
  return all.map(({ kind, from, letters, to, certain, confidence, why, id }, n): Entity => {
    const first = words[from];
    const start = first === undefined ? 0 : startAfter(text, first, letters);
    const known = names[n]?.id ?? id;
    return {
      kind,
      start,
      end: words[to - 1]?.end ?? start,
      name: names[n]?.name ?? '',
      certain,
      confidence,
      why,
      ...(known !== undefined && { id: known }),
    };
  });
}

/** A word begins at most so many candidates. */
const mostAtAWord = 5;

function candidatesOf(text: string, words: readonly TextWord[], gazetteer: Gazetteer): Candidate[] {
  const matches = words.map((_, i) => matchAt(gazetteer, words, i));
  const placeAt = (i: number) => {
    const match = matches[i];
    return match?.entry.kind === 'place' ? match : undefined;
  };
  const found: Candidate[] = [];
  const doubtful: { match: Match; at: number }[] = [];
  /** Ambiguous names of places that a noun before them made certain somewhere. */
  const confirmed = new Set<string>();
  /** Words at which a name may begin because a title ends there. */
  const afterTitle = new Set<number>();
  for (let i = 0; i < words.length; i++) {
    const match = matches[i];
    if (match !== undefined) {
      if (isWorthSaying(text, words, match, i)) found.push(knownCandidate(text, words, match, i));
      if (match.entry.ambiguous && match.entry.kind === 'place') doubtful.push({ match, at: i });
      // «جلمة والسبالة»: named in one breath with a place.
      const before = found.slice(-mostAtAWord).findLast(({ to }) => to === i);
      if (
        match.entry.kind === 'place' &&
        match.letters === 1 &&
        words[i]?.key.startsWith('و') &&
        before?.kind === 'place' &&
        before.certain &&
        words[i - 1]?.joined === true
      )
        found.push({ ...knownCandidate(text, words, match, i), certain: true, confidence: 0.9 });
    }
    const begins = nameAfterTitle(words, i);
    if (begins !== undefined) afterTitle.add(begins);
    const person = personAt(words, i) ?? (afterTitle.has(i) ? unknownPersonAt(words, i) : undefined);
    if (person !== undefined) {
      found.push(person);
      const venue = namedAfter(words, person);
      if (venue !== undefined) found.push(venue);
    }
    const body = organisationAt(text, words, i, placeAt);
    if (body !== undefined) found.push(body);
    const place = placeAfterHead(words, i, placeAt);
    if (place === undefined) continue;
    found.push(place);
    const after = matches[i + 1];
    if (place.certain && after?.entry.ambiguous === true) confirmed.add(after.entry.words.join(' '));
  }
  for (const { match, at } of doubtful) {
    const [first = ''] = match.entry.words;
    const spoken = match.letters > 0 ? match.letters === 1 : !isKnownWord(first);
    if (spoken && confirmed.has(match.entry.words.join(' '))) {
      found.push({ ...knownCandidate(text, words, match, at), certain: true, confidence: 0.9 });
    }
  }
  return found;
}

/** The longest first, then the surer; each word belongs to one. In the order of the text. */
function withoutOverlaps(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const chosen: Candidate[] = [];
  const order = candidates.toSorted(
    (a, b) => b.to - b.from - (a.to - a.from) || b.confidence - a.confidence || a.from - b.from,
  );
  for (const candidate of order) {
    let free = true;
    for (let k = candidate.from; k < candidate.to && free; k++) free = taken[k] === 0;
    if (!free) continue;
    taken.fill(1, candidate.from, candidate.to);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.from - b.from);
}
