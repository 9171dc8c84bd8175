import { wordSet } from '../word-set.ts';
import { isNationality } from './countries.ts';
import { bodyAdjectives, enders } from './organisation-words.ts';
import { bare, isDefinite } from './article.ts';
import type { TextWord } from './text-words.ts';

/** How far back a title is looked for: «وزير الشؤون المحلية والبيئة السابق» has five words after the first. */
const lookBack = 10;

/**
 * Whether a title ends before word `i`: `direct` where it stands next to it (but for adjectives), `far` where only what
 * belongs to an office stands between («رئيس الحكومة», «الناطق الرسمي باسم المحكمة الابتدائية بتونس،»).
 */
export function titleEndsAt(words: readonly TextWord[], i: number): 'direct' | 'far' | 'none' {
  let adjectives = true;
  for (let k = i - 1; k >= 0 && i - k <= lookBack; k--) {
    const word = words[k];
    if (word === undefined || word.number) return 'none';
    if (word.readings.some(({ title }) => title)) return adjectives ? 'direct' : 'far';
    const noun = bare(word.key.replace(/^و(?=ال)/, ''));
    if (enders.has(word.key) || isNationality(noun) || bodyAdjectives.has(noun)) continue;
    adjectives = false;
    const office =
      isDefinite(word.key) || /^(?:لل|وال|بال|باسم|لشوون|والل)/.test(word.key) || small.has(word.key);
    if (!office && k !== i - 1) return 'none';
  }
  return 'none';
}

const small = wordSet(
  'باسم في من عن مجلس نواب حركة حزب لجنة هيئة جمعية نقابة شركة جامعة وزارة بلدية نادي مركز الشؤون شؤون رئاسة حقوق',
);

/**
 * The words after a title at word `i` where a name may begin: the next one, or the one after adjectives; after an office
 * («وزير الخارجية الروسي») the one after what it is of. Undefined where no name can follow.
 */
export function nameAfterTitle(words: readonly TextWord[], i: number): number | undefined {
  const word = words[i];
  if (word === undefined || !word.readings.some(({ title }) => title)) return undefined;
  const definite = isDefinite(word.key) || /^(?:وال|لل|بال|ولل)/.test(word.key);
  let k = i + 1;
  let office = 0;
  while (k < words.length && k - i < 6) {
    const key = words[k]?.key ?? '';
    const noun = bare(key);
    if (!isDefinite(key)) break;
    if (!enders.has(key) && !isNationality(noun) && !bodyAdjectives.has(noun)) {
      if (definite) break;
      office++;
    }
    k++;
  }
  if (!definite && office === 0) return undefined;
  return k < words.length ? k : undefined;
}
