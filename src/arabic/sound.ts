import { ARABIC, classOf } from './letters.ts';

/** How a name sounds: its consonants, the letters they are written with, and the long vowels written after each. */
export interface Sound {
  key: string;
  letters: string;
  vowels: string[];
}

/**
 * How a foreign name sounds, as far as Arabic spellings of it agree: سيرجي and سيرغي, نتنياهو and نتانياهو, غيبونز and
 * جيبونز have one key each. Takes a folded word; words of other letters, and figures, come back as they are. A name may
 * have a key of one letter («او»): such keys say nothing.
 *
 * Method: as Soundex (Odell and Russell, 1918) and its followers do, vowels after the first letter go, letters by which
 * newsrooms write one foreign sound become one, doubled letters single. Which letters those are: g is ج غ ق ك by country;
 * t and th ت ط ث; s س ص; d د ض; z ز ذ ظ; h ه ح; ch تش or ش.
 */
export const soundKey = (folded: string): string => soundOf(folded).key;

/** The key of `soundKey` with the vowels that it leaves out. */
export function soundOf(folded: string): Sound {
  if (folded === '' || classOf[folded.charCodeAt(0)] !== ARABIC)
    return { key: folded, letters: folded, vowels: [] };
  let key = '';
  let letters = '';
  let last = '';
  const vowels: string[] = [];
  for (let i = 0; i < folded.length; i++) {
    const c = folded.charAt(i);
    if (i > 0 && VOWELS.includes(c)) {
      vowels.push(`${vowels.pop() ?? ''}${c}`);
      continue;
    }
    // A silent end, or ة: أوباما and اوبامه are one.
    if (c === 'ه' && i > 0 && i === folded.length - 1) continue;
    if ((c === 'ت' && folded[i + 1] === 'ش') || (c === 'د' && folded[i + 1] === 'ج')) continue;
    const sound = SOUNDS.get(c) ?? c;
    // Asking the growing key itself would be quadratic.
    if (sound === last && vowels.at(-1) === '') continue;
    last = sound;
    key += sound;
    letters += c;
    vowels.push('');
  }
  return { key, letters, vowels };
}

const VOWELS = 'اويء';

const SOUNDS: ReadonlyMap<string, string> = new Map(
  ['كجغق', 'تطث', 'سص', 'دض', 'زذظ', 'هح'].flatMap((letters) =>
    [...letters].map((letter) => [letter, letters.charAt(0)] as const),
  ),
);
