import { adjectives } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { complementizers, relatives, times } from './particles.ts';
import type { Names } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isCommon,
  isFunctionWord,
  isGiven,
  isKnownNoun,
  isPlace,
  isRole,
  isVerbalNoun,
  namesThing,
  nameKey,
  phraseEndsAt,
  wordAt,
} from './phrase-words.ts';
import { honorifics } from './role-words.ts';
import { speechForm } from './speech-verbs.ts';
import { type Name, joining, nameFrom, isForeignWaw } from './person-name.ts';

/** Names that stand apart from what they belong to: behind a comma, a preposition, or an office that no list knows. */

/** «رئيس الحزب، سليم الرياحي،»: a name between commas, or up to what is said. */
export function nameAfterComma(items: readonly Item[], i: number, names: Names): Name | undefined {
  let from = i;
  const marked = items[i];
  // «رئيس المجلس، "يوهان شنيدر" قد أكد»
  if (marked?.type === 'quoted' && marked.words.length > 1 && marked.words.length <= 4) {
    const [first] = marked.words;
    const words = marked.words.filter((word) => !isGiven(word) && isCommon(word)).length;
    if (
      first === undefined ||
      (!isGiven(first) && isCommon(first)) ||
      words > 1 ||
      !phraseEndsAt(items, i + 1)
    )
      return undefined;
    return { from: i, to: i + 1, keys: marked.words.map(({ key }) => key), span: marked.content };
  }
  let word = wordAt(items, from);
  // «، الإنجليزي مارك كلاتنبرغ،», «، الدكتور أحمد…»
  while (word !== undefined && from < i + 4 && !isGiven(word)) {
    // «، مرشد إدريس»: an office would have the article.
    const next = wordAt(items, from + 1);
    if (isRole(word) && !word.definite && next !== undefined && isGiven(next)) break;
    if (!(word.definite && adjectives.has(word.bare)) && !honorifics.has(word.key) && !isRole(word)) break;
    from++;
    word = wordAt(items, from);
  }
  if (word === undefined || endsPhrase(word)) return undefined;
  if (word.key.startsWith('و') && !isGiven(word) && !isForeignWaw(word)) return undefined;
  const second = wordAt(items, from + 1);
  const firstName = isRole(word) && !word.definite && second !== undefined && isGiven(second);
  if (!isGiven(word) && !firstName && (isKnownNoun(word) || word.possessed)) return undefined;
  const name = nameFrom(items, from, names);
  // «، العوني بن مسعود»
  const maghrebi = word.bare.endsWith('ي') && (name?.keys.length ?? 0) > 1;
  if (word.definite && !isGiven(word) && !maghrebi) return undefined;
  if (name === undefined || name.keys.length > 6) return undefined;
  const sure =
    name.keys.length > 1 &&
    (isGiven(word) || name.keys[1] === 'بن' || !name.keys.some((_, k) => isCommonAt(items, from + k)));
  // «، منتصر نصيلو لـ"إذاعة الواحة"»
  const end = wordAt(items, name.to);
  const told =
    end !== undefined && (isAddressee(end) || (end.key === 'ل' && items[name.to + 1]?.type === 'quoted'));
  if (!phraseEndsAt(items, name.to) && !told && !sure) return undefined;
  return isGiven(word) || name.keys.length > 1 || names.knows(nameKey(word.key)) ? name : undefined;
}

/**
 * «سفير بلغاريا لدى المغرب أوليفيان بوندار، إن»: behind a place or what has the article, two words or more that are none of
 * the language and close the phrase.
 */
export function strangeName(items: readonly Item[], k: number, names: Names): Name | undefined {
  const word = wordAt(items, k);
  const before = wordAt(items, k - 1);
  if (word === undefined || before === undefined) return undefined;
  const behind = wordAt(items, k + 1);
  // «سفير البلاد بتونس هايل الفاهوم الى»: a word, before a family name that is none.
  const closed = behind?.key.startsWith('ال') === true && !isCommon(behind) && !isPlace(behind.key);
  const plain = closed && phraseEndsAt(items, k + 2) && isCommonNoun(word);
  if (plain && (isPlace(before.key) || isPlace(before.key.replace(/^[بل](?=...)/, ''))))
    return { from: k, to: k + 2, keys: [word.key, behind.key] };
  if (!isStrangeWord(word)) return undefined;
  // «في أوريغان وارين سترينغ»: a place that no list has.
  const placed = isStrangeWord(before) && /^(?:في|لدي|الي)$/.test(wordAt(items, k - 2)?.key ?? '');
  const place = placed || isPlace(before.key) || isPlace(before.key.replace(/^[بل](?=...)/, ''));
  if (!before.definite && !place) return undefined;
  const name = nameFrom(items, k, names);
  if (name === undefined || name.keys.length < 2 || !phraseEndsAt(items, name.to)) return undefined;
  const [, second] = name.keys;
  const joined = second !== undefined && joining.has(second);
  if (joined || (behind !== undefined && isStrangeWord(behind))) return name;
  // «هايل الفاهوم», «ويلنور بابا،»: the family name with the article, or a word where nothing else can stand.
  if (closed) return name;
  return place && name.keys.length === 2 && behind?.definite === false && !isFunctionWord(behind)
    ? name
    : undefined;
}

/** A word without article, pronoun or small words joined to it. */
const isCommonNoun = (word: Word) =>
  !word.definite &&
  !word.possessed &&
  !isFunctionWord(word) &&
  !/^[وفبلك]|[اةته]$/.test(word.key) &&
  !isKnownNoun(word);

/** Neither a word, a place nor a small word joined to one. */
function isStrangeWord(word: Word): boolean {
  if (word.definite || (word.possessed && !isGiven(word)) || isPlace(word.key) || isFunctionWord(word))
    return false;
  if (/^[0-9a-z]/.test(word.key) || isCommon(word) || isVerbalNoun(word) || word.key.length < 3) return false;
  if (word.key.startsWith('و')) return isForeignWaw(word);
  const rest = word.key.slice(1);
  return !/^[بلكف]/.test(word.key) || !(isPlace(rest) || isGiven({ ...word, key: rest, bare: rest }));
}

const isCommonAt = (items: readonly Item[], i: number) => {
  const word = wordAt(items, i);
  return word === undefined || isCommon(word);
};

/** «القيادي في حركة حماس إسماعيل رضوان»: the name behind a title's prepositional phrase. */
export function nameAfterPreposition(items: readonly Item[], i: number, names: Names): Name | undefined {
  let away = false;
  for (let k = i; k < i + 9; k++) {
    if (items[k]?.type === 'comma' && k > i) return nameAfterComma(items, k + 1, names);
    // «الإعلامي في قناة "المدار" سالم بن عمر»
    const set = items[k];
    if (set?.type === 'quoted' && k > i && set.words.length <= 4) {
      const name = phraseEndsAt(items, k + 1) ? undefined : nameFrom(items, k + 1, names);
      return name !== undefined && name.keys.length > 1 && phraseEndsAt(items, name.to) ? name : undefined;
    }
    const word = wordAt(items, k);
    if (word === undefined || complementizers.has(word.key) || relatives.has(word.key)) return undefined;
    // «في تصريح لمراسلة الإذاعة منى…»: who was spoken to.
    if (times.has(word.key) || isAddressee(word)) return undefined;
    if (!isGiven(word) && !isKnownNoun(word) && speechForm(word.key) !== undefined) return undefined;
    // «ممثل البلاد في المنظمة على تحذيرات نائب الرئيس سالم نصر»: of somebody else.
    if (k > i && /^(?:علي|الي|عن|خلال|بعد|قبل|اثر|عقب|حول|من)$/.test(word.key)) away = true;
    if (away && isRole(word)) return undefined;
    const strange = k > i && !away ? strangeName(items, k, names) : undefined;
    if (strange !== undefined) return strange;
    const known = isGiven(word) && !word.definite && word.key !== 'باسم';
    if (k > i && known && !namesThing(wordAt(items, k - 1))) return nameFrom(items, k, names);
  }
  return undefined;
}
