import { isNationality } from './countries.ts';
import {
  bodyAdjectives,
  countryHeads,
  actions,
  enders,
  purposes,
  genericComplements,
  portfolios,
  quotedHeads,
  sureHeads,
  thingHeads,
  townHeads,
  weakHeads,
} from './organisation-words.ts';
import type { Candidate } from './spans.ts';
import { bare, isDefinite } from './article.ts';
import type { Reading, TextWord } from './text-words.ts';
import { commonWords } from './common-words.ts';
import { isCommonForm } from './known-words.ts';

/** A body's name has at most so many words after its head. */
const mostWords = 12;
const mostQuoted = 5;

/** Says how many words from `i` on name a place known to the gazetteer; 0 for none. `letters` are before it. */
export type PlaceAt = (i: number) => { letters: number; to: number } | undefined;

/**
 * A body named from the head noun at word `i` on («وزارة التربية», «المحكمة الابتدائية بسوسة», «جمعية "…"»), or undefined.
 * The grammar of such names: a head, adjectives that agree with it or a definite noun with its adjectives, more of them
 * after و, what it is for after ل, where it is after ب. Words of closed lists extend it; the first other one ends it.
 */
export function organisationAt(
  text: string,
  words: readonly TextWord[],
  i: number,
  placeAt: PlaceAt,
): Candidate | undefined {
  const word = words[i];
  if (word === undefined) return undefined;
  for (const reading of word.readings) {
    const definite = isDefinite(reading.key);
    const head = definite ? bare(reading.key) : reading.key;
    if (!sureHeads.has(head) && !weakHeads.has(head)) continue;
    const found =
      quotedName(text, words, i, head) ??
      (word.joined
        ? definite
          ? adjectival(words, i, reading, head, placeAt)
          : construct(words, i, reading, head, placeAt)
        : undefined);
    if (found) return found;
  }
  return undefined;
}

const opening = /^\s*[:]?\s*["«“(]\s*$/;
const closing = /^\s*["»”)]/;

/** The name within the marks: the head stays outside. */
function quotedName(
  text: string,
  words: readonly TextWord[],
  i: number,
  head: string,
): Candidate | undefined {
  const word = words[i];
  const first = words[i + 1];
  if (!quotedHeads.has(head) || word === undefined || first === undefined || first.start - word.end > 5)
    return undefined;
  if (!opening.test(text.slice(word.end, first.start))) return undefined;
  for (let k = i + 1; k < i + 1 + mostQuoted; k++) {
    const last = words[k];
    if (last === undefined) return undefined;
    const next = words[k + 1]?.start ?? Math.min(text.length, last.end + 4);
    if (closing.test(text.slice(last.end, Math.min(next, last.end + 4)))) {
      return { ...base(i + 1, { letters: 0 }), to: k + 1, certain: true, confidence: 0.95 };
    }
    if (!last.joined) return undefined;
  }
  return undefined;
}

const base = (
  from: number,
  { letters, article }: Pick<Reading, 'letters' | 'article'>,
): Pick<Candidate, 'kind' | 'from' | 'letters' | 'article' | 'why'> => ({
  kind: 'organisation',
  from,
  letters,
  ...(article === true && { article }),
  why: 'head-noun',
});

/** «الاتحاد العام التونسي للشغل», «البنك المركزي التونسي», «المحكمة الابتدائية بسوسة». */
function adjectival(
  words: readonly TextWord[],
  i: number,
  reading: Reading,
  head: string,
  placeAt: PlaceAt,
): Candidate | undefined {
  let k = i + 1;
  let ofCountry = false;
  let ofKind = false;
  while (k < words.length && k - i < 5 && words[k - 1]?.joined) {
    const key = words[k]?.key ?? '';
    if (!isDefinite(key) || enders.has(key)) break;
    const adjective = bare(key);
    if (isNationality(adjective)) ofCountry = true;
    else if (bodyAdjectives.has(adjective)) ofKind = true;
    else break;
    k++;
  }
  if (k === i + 1) {
    // «النقابة لـ…» names nothing; the head needs an adjective.
    return undefined;
  }
  const purpose = purposeFrom(words, k);
  const end = locationFrom(words, purpose, placeAt);
  const named = purpose > k || end > purpose;
  // «الفريق التركي», «الصحيفة البريطانية»: one of many.
  if (!named && !ofKind && !countryHeads.has(head)) return undefined;
  const sure = named || (ofCountry && (ofKind || countryHeads.has(head)));
  return { ...base(i, reading), to: end, certain: sure, confidence: sure ? 0.93 : 0.5 };
}

/** What the body is for: «للرصد الجوي», «لمكافحة الإرهاب», «لحقوق الإنسان». */
function purposeFrom(words: readonly TextWord[], k: number): number {
  const key = words[k]?.key ?? '';
  if (words[k - 1]?.joined !== true || key.length < 4) return k;
  if (key.startsWith('لل')) {
    const noun = key.slice(2);
    if (actions.has(noun) || enders.has(`ال${noun}`)) return k;
    return definiteChain(words, k + 1, k);
  }
  const next = words[k + 1]?.key ?? '';
  if (!key.startsWith('ل') || words[k]?.joined !== true || !isDefinite(next) || enders.has(next)) return k;
  return purposes.has(key.slice(1)) ? definiteChain(words, k + 2, k) : k;
}

/** Adjectives and what و adds, from word `k` on. */
function definiteChain(words: readonly TextWord[], k: number, from: number): number {
  let to = k;
  while (to < words.length && to - from < mostWords && words[to - 1]?.joined) {
    const key = words[to]?.key ?? '';
    if (
      isDefinite(key) &&
      !enders.has(key) &&
      (isAdjective(bare(key)) || agrees(words[to - 1]?.key ?? '', key))
    ) {
      to++;
      continue;
    }
    // و and a further definite noun, «والتجارة»; or an indefinite one with its own, «ومكافحة الفساد». A و alone is one too.
    const apart = key === 'و' && words[to]?.joined === true;
    if (!key.startsWith('و')) break;
    const rest = apart ? (words[to + 1]?.key ?? '') : key.slice(1);
    const step = apart ? 2 : 1;
    if (isDefinite(rest) || rest.startsWith('لل')) {
      if (enders.has(rest) || isHead(bare(rest)) || !continues(words[to - 1]?.key ?? '', bare(rest))) break;
      to += step;
      continue;
    }
    const next = words[to + step]?.key ?? '';
    if (words[to + step - 1]?.joined !== true || !isDefinite(next) || enders.has(next) || !purposes.has(rest))
      break;
    to += step + 1;
  }
  return to;
}

/** An adjective of relation or a feminine one after a word of its own gender: «القضايا الإجرامية», «الحوكمة الرشيدة». */
function agrees(before: string, key: string): boolean {
  const noun = bare(key);
  if (isHead(noun) || key.length < 6) return false;
  // «الصناعات التقليدية»; «المالية الداخلية» are two.
  if (noun.endsWith('يه')) return before.endsWith('ات') || (/[هاتي]$/.test(before) && !portfolios.has(noun));
  return noun.endsWith('ه') && before.endsWith('ه') && adjectival1.test(noun);
}
/** Forms of feminine adjectives: فعيلة، فاعلة، مفعولة، متفعلة. */
const adjectival1 = /^(?:..ي.ه|.ا..ه|م..و.ه|مت...ه|م...ه)$/;

/** «الحقيقة والكرامة»: a noun of the language, or one with the ending of the noun before («الصحفيين والاتصاليين»). */
const continues = (before: string, noun: string): boolean =>
  commonWords.has(noun) ||
  portfolios.has(noun) ||
  (before.endsWith('ين') && noun.endsWith('ين')) ||
  // «الآداب والإنسانيات»: a field of learning.
  noun.endsWith('يات');

const isHead = (word: string): boolean => sureHeads.has(word) || weakHeads.has(word);
const isAdjective = (word: string): boolean => bodyAdjectives.has(word) || isNationality(word);

/** «بسوسة», «بتونس»: where the body is. */
function locationFrom(words: readonly TextWord[], k: number, placeAt: PlaceAt): number {
  if (words[k - 1]?.joined !== true || !(words[k]?.key ?? '').startsWith('ب')) return k;
  const place = placeAt(k);
  return place !== undefined && place.letters === 1 ? place.to : k;
}

/** «وزارة الشؤون الاجتماعية», «لجنة التشريع العام», «جامعة سوسة», «معهد الدراسات العليا التجارية بقرطاج». */
function construct(
  words: readonly TextWord[],
  i: number,
  reading: Reading,
  head: string,
  placeAt: PlaceAt,
): Candidate | undefined {
  if (head === 'وزاره') return ministry(words, i, reading);
  const key = words[i + 1]?.key ?? '';
  const place = placeAt(i + 1);
  if (place !== undefined && place.letters === 0 && townHeads.has(head)) {
    return { ...base(i, reading), to: place.to, certain: true, confidence: 0.92 };
  }
  if (!isDefinite(key) || enders.has(key)) return undefined;
  const noun = bare(key);
  if (genericComplements.has(noun)) return undefined;
  // «شبكة المواصلات», «موقع التواصل»: a thing, not a name, unless the noun is one of no dictionary.
  if (thingHeads.has(head) && isCommonForm(noun)) return undefined;
  const chain = definiteChain(words, i + 2, i);
  const to = locationFrom(words, purposeFrom(words, chain), placeAt);
  const sure = sureHeads.has(head) && (commonWords.has(noun) || portfolios.has(noun));
  return { ...base(i, reading), to, certain: sure, confidence: sure ? 0.9 : 0.45 };
}

/** A ministry's name is made of portfolios only. */
function ministry(words: readonly TextWord[], i: number, reading: Reading): Candidate | undefined {
  let to = i + 1;
  let country = false;
  while (to < words.length && to - i < mostWords && words[to - 1]?.joined) {
    const key = words[to]?.key ?? '';
    const rest = to > i + 1 && key.startsWith('و') ? key.slice(1) : key;
    const noun = bare(rest);
    if (
      isDefinite(rest) &&
      !enders.has(rest) &&
      (portfolios.has(noun) || bodyAdjectives.has(noun)) &&
      !country
    )
      to++;
    else if (isDefinite(key) && isNationality(noun) && to > i + 1) {
      country = true;
      to++;
    } else if (rest === 'حقوق' || rest === 'شوون' || rest === 'املاك' || rest === 'تكنولوجيات') {
      if (!isDefinite(words[to + 1]?.key ?? '')) break;
      to += 2;
    } else break;
  }
  if (to === i + 1) return undefined;
  return { ...base(i, reading), to, certain: true, confidence: 0.95 };
}
