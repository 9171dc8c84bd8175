import { isKnownWord } from '../entities/known-words.ts';
import type { Phrase } from './noun-phrase.ts';
import { nameKey } from './phrase-words.ts';
import { canonical, genderOfName, isNamed, kindsBefore, oneLetterApart } from './same-speaker.ts';
import { type Agreement, clash } from './speech-verbs.ts';

/** Somebody or something that speaks in a text, under the fullest name met. */
export interface Speaker {
  kind: Phrase['kind'];
  name: string;
  /** Folded words of the fullest name, without article. */
  keys: string[];
  heads: Set<string>;
  agreement: Agreement;
  named: boolean;
  /** Item at which it spoke or was the subject last, up to where the text has been read; -1 before. */
  last: number;
  /** The same for any mention. */
  seen: number;
  /** The same for what it said. */
  said: number;
}

/** Far more than any article has: what bounds the time that a hostile text takes. */
const MOST_SPEAKERS = 1000;
/** The same for those who share a name or an office. */
const MOST_ALIKE = 60;

/** Whoever was met in a text, to be looked up by a name, an office, a short name or when they spoke. */
export class KnownSpeakers {
  readonly all: Speaker[] = [];
  readonly #byKey = new Map<string, Speaker[]>();
  readonly #byAlias = new Map<string, Speaker>();
  /** «هواوي» of «شركة هواوي», «سي إن» of «شبكة سي إن إن»: bodies by the word of their names that is none of the language, and by two. */
  readonly #byBrand = new Map<string, Speaker>();
  /** Bodies by the last word of their names. */
  readonly #byTail = new Map<string, Speaker[]>();
  readonly #byHead = new Map<string, Speaker[]>();
  readonly #onName: () => void;

  /** @param onName is called when a person's name becomes known. */
  constructor(onName: () => void) {
    this.#onName = onName;
  }

  /** Persons of whose names it is a word. */
  withKey(key: string): readonly Speaker[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Those whose office, kind or description has the word. */
  withHead(head: string): readonly Speaker[] {
    return this.#byHead.get(head) ?? [];
  }

  hasHead(head: string): boolean {
    return this.#byHead.has(head);
  }

  /** By a short name in parentheses. */
  called(alias: string): Speaker | undefined {
    return this.#byAlias.get(alias);
  }

  /** By the word of a body's name that is none of the language. */
  branded(word: string): Speaker | undefined {
    return this.#byBrand.get(word);
  }

  /** «الوطني الحر» for «حزب الاتحاد الوطني الحر». */
  closedBy(keys: readonly string[]): Speaker | undefined {
    return this.#byTail
      .get(keys.at(-1) ?? '')
      ?.find(
        (one) =>
          kindsBefore.has(one.keys[0] ?? '') &&
          one.keys.length > keys.length &&
          keys.every((key, i) => key === one.keys.at(i - keys.length)),
      );
  }

  /** «هيومن رايتس» for «منظمة هيومن رايتس ووتش». */
  foreign(keys: readonly string[]): Speaker | undefined {
    const one = this.bodyCalled(keys);
    return one !== undefined && kindsBefore.has(one.keys[0] ?? '') ? one : undefined;
  }

  /** «"سي إن إن"» for «شبكة "سي إن إن" الأمريكية»: what stands behind the noun. */
  bodyCalled(keys: readonly string[]): Speaker | undefined {
    const one = this.#byBrand.get(keys.slice(0, 2).join(' '));
    return one !== undefined && keys.every((key, i) => key === one.keys[i + 1]) ? one : undefined;
  }

  /** «الزرقوني» for «حسن الزروقوني»: the family name with a letter more or less. */
  misspelt(key: string): Speaker | undefined {
    if (key.length < 5) return undefined;
    return this.all.find(
      ({ kind, keys }) => kind === 'person' && keys.length > 1 && oneLetterApart(keys.at(-1) ?? '', key),
    );
  }

  /** The person mentioned last before an item who can take a form. */
  seenLast(agreement: Agreement, at: number): Speaker | undefined {
    let best: Speaker | undefined;
    for (const one of this.all) {
      if (one.kind !== 'person' || one.seen < 0 || one.seen >= at || clash(agreement, one.agreement))
        continue;
      if (best === undefined || one.seen > best.seen) best = one;
    }
    return best;
  }

  /** Whoever said something last. */
  quotedLast(at: number): Speaker | undefined {
    let best: Speaker | undefined;
    for (const one of this.all) {
      if (one.said < 0 || one.said >= at) continue;
      if (best === undefined || one.said > best.said) best = one;
    }
    return best;
  }

  /** The last one met that is wanted. */
  latest(wanted: (one: Speaker) => boolean, at: number): Speaker | undefined {
    return this.latestOf(this.all, wanted, at);
  }

  latestOf(from: readonly Speaker[], wanted: (one: Speaker) => boolean, at: number): Speaker | undefined {
    let best: Speaker | undefined;
    for (const one of from) {
      if (one.last < 0 || one.last > at || !wanted(one)) continue;
      if (best === undefined || one.last > best.last) best = one;
    }
    return best;
  }

  /** Somebody new, called by a name as it stands in the text. */
  add(phrase: Phrase, name: string): Speaker {
    const speaker: Speaker = {
      kind: phrase.kind,
      name,
      keys: phrase.keys.map(nameKey),
      heads: new Set(),
      agreement:
        phrase.agreement === 'any' && phrase.kind === 'person' ? genderOfName(phrase) : phrase.agreement,
      named: isNamed(phrase),
      last: -1,
      seen: -1,
      said: -1,
    };
    if (this.all.length >= MOST_SPEAKERS) return speaker;
    this.all.push(speaker);
    if (phrase.alias !== undefined) this.#byAlias.set(phrase.alias, speaker);
    for (const head of phrase.heads) this.#index(this.#byHead, head, speaker, speaker.heads);
    if (phrase.kind === 'person') for (const key of speaker.keys) this.#index(this.#byKey, key, speaker);
    if (phrase.kind === 'organisation' && phrase.keys.length > 2)
      this.#index(this.#byTail, speaker.keys.at(-1) ?? '', speaker);
    const [, brand] = phrase.keys;
    if (
      phrase.kind === 'organisation' &&
      brand !== undefined &&
      !isKnownWord(brand) &&
      !this.#byBrand.has(brand)
    )
      this.#byBrand.set(brand, speaker);
    const inner = speaker.keys.slice(1, 3).join(' ');
    if (phrase.kind === 'organisation' && speaker.keys.length > 2 && !this.#byBrand.has(inner))
      this.#byBrand.set(inner, speaker);
    return speaker;
  }

  /** A longer form of the name replaces the shorter one. */
  widen(speaker: Speaker, phrase: Phrase, name: () => string): void {
    for (const head of phrase.heads) this.#index(this.#byHead, head, speaker, speaker.heads);
    if (phrase.alias !== undefined) this.#byAlias.set(phrase.alias, speaker);
    if (phrase.agreement !== 'any' && speaker.agreement === 'any') speaker.agreement = phrase.agreement;
    if (phrase.keys.length <= speaker.keys.length) return;
    speaker.name = name();
    speaker.keys = phrase.keys.map(nameKey);
    for (const key of speaker.keys) this.#index(this.#byKey, key, speaker);
  }

  #index(map: Map<string, Speaker[]>, word: string, speaker: Speaker, own?: Set<string>): void {
    const key = own === undefined ? word : canonical(word);
    own?.add(key);
    if (map === this.#byKey) this.#onName();
    const list = map.get(key);
    if (list === undefined) map.set(key, [speaker]);
    else if (list.length < MOST_ALIKE && !list.includes(speaker)) list.push(speaker);
  }
}
