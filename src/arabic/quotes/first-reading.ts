import type { Item, Word } from './items.ts';
import { organisation } from './organisation.ts';
import { countries, organisations } from './organisation-words.ts';
import { honorifics } from './role-words.ts';
import { phraseAt } from './phrase.ts';
import { isGiven, isKnownNoun, isRole, nameKey, withoutLam, wordAt } from './phrase-words.ts';
import type { Speaker } from './known-speakers.ts';
import type { Speakers } from './speakers.ts';
import { speechForm } from './speech-verbs.ts';
import { isSubject, takesPerson } from './subject.ts';

/**
 * Whether more than a guess can begin with the word at item `i`: most words begin no name, no office and no body, and this is
 * told at once.
 */
function mayName(items: readonly Item[], i: number, word: Word, speakers: Speakers): boolean {
  if (isKnownNoun(word) || isGiven(word) || countries.has(word.key) || honorifics.has(word.key)) return true;
  if (speakers.knows(nameKey(word.key))) return true;
  if (word.definite) return /يه?$/.test(word.key);
  if (/(?:ه|ها|هم)$/.test(word.key)) return true;
  // «مبروك القسنطيني رئيس البلدية»: an office behind a name that no list has.
  for (let k = i + 1; k < i + 6; k++) {
    const next = wordAt(items, k);
    if (next !== undefined && (isRole(next) || next.key === 'الدين')) return true;
  }
  return false;
}

/**
 * A first reading for names: whoever is met in full anywhere is known everywhere. Gives back at which items persons and
 * bodies are mentioned.
 */
export function meetAll(items: readonly Item[], speakers: Speakers): Map<number, Speaker> {
  const mentions = new Map<number, Speaker>();
  // Full names first: «الوزيرة ترامب» (the minister warned Trump) is understood where Trump is known.
  for (const least of [2, 1]) {
    for (let i = 0; i < items.length;) {
      const word = wordAt(items, i);
      const phrase =
        word !== undefined && mayName(items, i, word, speakers) ? phraseAt(items, i, speakers) : undefined;
      const names = phrase?.kind === 'person' || phrase?.kind === 'organisation' || phrase?.kind === 'place';
      if (phrase !== undefined && phrase.guessed !== true && !names) i = Math.max(i + 1, phrase.to);
      else if (phrase !== undefined && names && phrase.guessed !== true && phrase.keys.length >= least) {
        const speaker = speakers.resolve(phrase, i);
        if (phrase.kind !== 'place') mentions.set(i, speaker);
        i = Math.max(i + 1, phrase.to);
      } else i++;
    }
  }
  // Somebody may be named in full only in what is quoted.
  for (const item of items) {
    if (item.type !== 'quoted') continue;
    for (let i = 0; i < item.words.length;) {
      const phrase = phraseAt(item.words, i, speakers);
      const full = phrase?.kind === 'person' && phrase.guessed !== true && phrase.keys.length > 1;
      if (phrase !== undefined && full) speakers.resolve(phrase, -1);
      i = Math.max(i + 1, phrase?.guessed === true ? i + 1 : (phrase?.to ?? 0));
    }
  }
  // «وقال ترامب إن»: names known only by standing behind a verb of speech.
  for (let i = 0; i < items.length; i++) {
    const form = speechForm(wordAt(items, i)?.key ?? '')?.form;
    if (form === undefined || (form.type !== 'past' && form.type !== 'present') || form.class !== 'says')
      continue;
    const phrase = phraseAt(items, i + 1, speakers);
    if (phrase?.guessed === true && takesPerson.has(form.verb)) continue;
    if (phrase?.kind === 'person' && isSubject(items, phrase, form.verb)) speakers.resolve(phrase, i);
  }
  meetWithin(items, speakers, mentions);
  speakers.rewind();
  return mentions;
}

/** «رئيس حزب آفاق البلاد سالم بن عمر»: the party is mentioned too, so that «الحزب» may be it. */
function meetWithin(items: readonly Item[], speakers: Speakers, mentions: Map<number, Speaker>): void {
  for (let i = 0; i < items.length; i++) {
    const word = wordAt(items, i);
    if (word === undefined || word.definite || mentions.has(i)) continue;
    const lam = word.key.startsWith('ل') && organisations.has(word.key.slice(1));
    if (!lam && !organisations.has(word.key)) continue;
    const rest = lam ? withoutLam(items, i) : items.slice(i, i + 12);
    const found = organisation(rest, 0);
    if (found === undefined || found.keys.length < 2) continue;
    // «جمعية سالم بن عمر», «حزب آفاق ياسين سليم»: whose it is, or who comes next.
    const named = rest
      .slice(1, found.to)
      .some((item) => item.type === 'word' && isGiven(item) && !item.definite);
    if (!named) mentions.set(i, speakers.resolve(found, i));
  }
}
