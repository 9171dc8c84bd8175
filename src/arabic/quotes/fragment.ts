import type { Item, Quoted, Word } from './items.ts';
import { isTitle, namedByMarks } from './marked-words.ts';
import { adjectives } from './describing-words.ts';
import {
  isCommon,
  isFunctionWord,
  isGiven,
  isOrganisation,
  isPlace,
  isRole,
  wordAt,
} from './phrase-words.ts';
import { wordSet } from '../word-set.ts';

/** Words in marks that are taken for a fragment of speech whatever stands before them. */
export const FRAGMENT = 3;

/** How much: «محدودة للغاية», «صعب جدا». */
const degree = wordSet('جدا للغاية تماما كثيرا قليلا نسبيا مطلقا كليا نهائيا بالكامل');

/** Verbs of being, becoming and amounting to, with the small words before them. */
const being =
  /^[وفل]?س?(?:[يت]مثل|[يت]شكل|[يت]عتبر|[يت]عد|[يت]بقي|[يت]ظل|[يت]كون|[يت]صبح|[يت]بدو|كان|كانت|اصبح|اصبحت|صار|صارت|بات|باتت|ظل|ظلت|ليس|ليست|مجرد)$/;

/** «اعتبر سجنه ظلما»: who judges calls things by the word. */
const judging =
  /^[وفل]?(?:اعتبر|اعتبرت|اعتبروا|اعتبره|اعتبرها|اعتبروه|اعتبروها|[يت]عتبر|[يت]عتبرون|معتبرا|معتبره|معتبرين)$/;
const describing =
  /^[وفل]?(?:وصف|وصفت|وصفوا|وصفه|وصفها|وصفوه|وصفوها|[يت]صف|[يت]صفون|[يت]صفه|[يت]صفها|واصفا|واصفه|واصفين|نعت|نعتت|نعته|نعتها|ناعتا|ناعته)$/;

/**
 * Whether one or two words in marks at item `k`, within what somebody reports, are that person's word for a thing, rather
 * than its name: a predicate («محدودة للغاية», «يمثل "خسارة"», «قوانين "صورية"») or what the sentence itself does to somebody
 * («"لتطاوله" على أعضائها»).
 */
export function isSpokenWord(items: readonly Item[], k: number, item: Quoted): boolean {
  const [first, second] = item.words;
  if (first === undefined || item.words.length > 2) return false;
  const before = wordAt(items, k - 1);
  if (first.definite || isTitle(items, k, item) || isRole(first) || isOrganisation(first)) return false;
  if (second !== undefined && degree.has(second.key)) return true;
  // «"لأنه واجب"»: a clause; «"معروفة سلفا"».
  if (second !== undefined && /^لان(?:ه|ها|هم|نا|ني)$/.test(first.key)) return true;
  if (
    second !== undefined &&
    /^\S{3,}ا$/.test(second.key) &&
    !second.definite &&
    /.يه$|^م\S{3,}ه$/.test(first.key)
  )
    return true;
  if (before === undefined || /[0-9a-z]/.test(first.key) || isPlace(first.key)) return false;
  const named = [before.bare, before.key, before.key.replace(/^[وفبلك](?=...)/, '')];
  if (named.some((word) => namedByMarks.has(word))) return false;
  if (being.test(before.key)) return !/^احدي?$/.test(first.key);
  if (second !== undefined) return false;
  if (isJoinedVerbalNoun(first) && !isGiven(first)) return true;
  // «قوانين "صورية"»: an adjective behind a noun without article.
  return !before.definite && isCommon(before) && !isFunctionWord(before) && isQuality(first);
}

/** «لتطاوله», «بتواطئها»: a small word before and a pronoun behind. */
const isJoinedVerbalNoun = ({ key, possessed }: Word) =>
  possessed && /^[بل](?:ت\S{2,}|\S{2,}ا\S|ان\S{2,}|است\S{2,})(?:ه|ها|هم)$/.test(key);

/** Adjectives by their shape: «صورية»; those of countries and offices describe nobody. */
const isQuality = (word: Word) => /..يه$/.test(word.key) && !adjectives.has(word.bare) && !isGiven(word);

/** Whether few words in marks are what a thing is judged to be: «واصفا إياه بـ"السخيف"», «اعتبروا سجنه "مظلمة"». */
export function isJudgement(items: readonly Item[], k: number, item: Quoted): boolean {
  const [first] = item.words;
  if (first === undefined || item.words.length >= FRAGMENT || !item.closed) return false;
  const joined =
    /^ب$/.test(wordAt(items, k - 1)?.key ?? '') || /^بان(?:ه|ها|هم)?$/.test(wordAt(items, k - 1)?.key ?? '');
  for (let i = k - 1; i >= Math.max(0, k - 8); i--) {
    const word = wordAt(items, i);
    if (word === undefined) return false;
    // «تصريحات وصفت بـ"العنصرية"»: by nobody.
    if (describing.test(word.key)) return joined && (i < k - 2 || /(?:ه|ها|هم)$/.test(word.key));
    if (judging.test(word.key)) {
      const next = items[k + 1];
      const behind = items[k - 1];
      return (
        !first.definite &&
        !isTitle(items, k, item) &&
        behind?.type === 'word' &&
        !isFunctionWord(behind) &&
        (next === undefined ||
          (next.type !== 'word' && next.type !== 'comma') ||
          (next.type === 'word' && isFunctionWord(next)))
      );
    }
  }
  return false;
}
