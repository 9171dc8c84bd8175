import type { Item } from './items.ts';
import { statements } from './organisation-words.ts';
import { times } from './particles.ts';
import { endsPhrase, isCommon, isOrganisation, isPlace, wordAt } from './phrase-words.ts';
import { wordSet } from '../word-set.ts';

export const occasions = wordSet(
  'تجمع مهرجان مهرجانات حشد لقاءات ندوات كلمته معرض مؤتمر ندوة منتدى ملتقى برنامج حملة قناة إذاعة موقع صحيفة وكالة مجلة جريدة شبكة اجتماع جلسة لقاء حوار مداخلة كلمة زيارة خطاب حفل موكب اتصال مقابلة ورشة مشروع مباراة عملية دولة إطار',
);

/** «في حركة البناء», «من الهلال الأحمر», «عن ولاية تطاوين»: a preposition that goes on with an office. */
export function isAttribute(items: readonly Item[], k: number, indefinite: boolean): boolean {
  const key = wordAt(items, k)?.key ?? '';
  if (!/^(?:في|لدي|من|عن|ب|علي)$/.test(key)) return false;
  const next = wordAt(items, k + 1);
  if (next === undefined || endsPhrase(next) || times.has(next.key) || statements.has(next.bare))
    return false;
  if (occasions.has(next.bare)) return false;
  if (key === 'ب' || isOrganisation(next)) return true;
  // «مراقبون من أوساط المحامين»
  if (indefinite && key === 'من' && !next.possessed) return isOrganisation(next) || isCommon(next);
  return indefinite
    ? key !== 'علي' && (isPlace(next.key) || next.definite)
    : key === 'عن' && (isPlace(next.key) || next.definite);
}

/** Nouns for a stretch of land, which a place's name follows: «بإقليم الجنوب», «بولاية تطاوين». */
export const areas = wordSet(
  'إقليم ولاية منطقة محافظة مدينة جهة معتمدية مطار ميناء مستشفى مركز قرية حي بلدية عمادة دائرة مقاطعة قضاء ناحية منفذ معبر',
);
