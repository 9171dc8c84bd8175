import { ambiguousGivenNames } from './ambiguous-names.ts';
import { commonWords } from './common-words.ts';
import { isSmallWord } from './known-words.ts';
import type { PersonCandidate } from './persons.ts';
import type { Candidate } from './spans.ts';
import { bare, isDefinite } from './article.ts';
import type { TextWord } from './text-words.ts';
import { titleEndsAt } from './titles.ts';

interface Family {
  person: PersonCandidate;
  /** Folded words of the family name, the article of the first taken off. */
  words: string[];
  /** Two people of the text bear it. */
  shared: boolean;
}

/**
 * Family names alone of people whom the text names in full («لافروف» for «سيرجي لافروف»), with or without the article. A
 * name that two of them bear, or that is also a common word, is no certainty.
 */
export function shorterMentions(
  words: readonly TextWord[],
  persons: readonly PersonCandidate[],
  chosen: readonly Candidate[],
): Candidate[] {
  const families = new Map<string, Family>();
  for (const person of persons) {
    if (person.family <= person.from) continue;
    const [first = '', ...rest] = words.slice(person.family, person.to).map(({ key }) => key);
    const parts = [bare(first), ...rest];
    const key = parts.join(' ');
    const before = families.get(key);
    if (before === undefined) families.set(key, { person, words: parts, shared: false });
    else if (givenOf(words, before.person) !== givenOf(words, person)) before.shared = true;
    if (before !== undefined && person.to - person.from > before.person.to - before.person.from)
      before.person = person;
  }
  if (families.size === 0) return [];
  const byFirst = new Map<string, Family[]>();
  for (const family of families.values()) {
    const first = family.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), family]);
  }
  const covered = new Uint8Array(words.length);
  // A town of the family's name, or a record that may be another's, gives way.
  for (const { from, to, kind, certain } of chosen) {
    if (to - from > 1 || (kind !== 'place' && certain)) covered.fill(1, from, to);
  }

  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    if (covered[i] === 1) continue;
    const mention = mentionAt(words, i, byFirst);
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

const named = { kind: 'person', why: 'shorter' } as const;

function mentionAt(
  words: readonly TextWord[],
  i: number,
  byFirst: ReadonlyMap<string, readonly Family[]>,
): Candidate | undefined {
  for (const { key, letters } of words[i]?.readings ?? []) {
    for (const family of byFirst.get(bare(key)) ?? byFirst.get(key) ?? []) {
      if (
        !family.words.every((part, k) => k === 0 || (words[i + k]?.key === part && words[i + k - 1]?.joined))
      )
        continue;
      const alone = family.words.length === 1;
      if (alone && ((words[i]?.alif === true && key === 'علي') || isSmallWord(key))) continue;
      const common =
        alone &&
        (commonWords.has(bare(key)) || ambiguousGivenNames.has(key) || ambiguousGivenNames.has(bare(key)));
      if (alone && words[i + 1]?.key.replace('ال', '') === 'عام') continue;
      // «شاهد» is no mention of «الشاهد», but «الشاهد» is.
      if (common && (!isDefinite(key) || letters > 1)) continue;
      const sure =
        family.person.certain &&
        !family.shared &&
        (!common || titleEndsAt(words, i) === 'direct' || letters === 0);
      return {
        ...named,
        from: i,
        letters,
        to: i + family.words.length,
        certain: sure && (letters === 0 || !commonWords.has(words[i]?.key ?? '')),
        confidence: sure ? 0.97 : 0.55,
      };
    }
  }
  return undefined;
}

const givenOf = (words: readonly TextWord[], person: PersonCandidate): string =>
  words
    .slice(person.from, person.family)
    .map(({ key }, k) => (k === 0 ? key.slice(person.letters) : key))
    .join(' ');
