import type { Finding } from './finding.ts';
import { type ProofWord, wordSet } from './words.ts';

/** Past verbs of the plural without their alef, where no name or noun is written so. */
const PLURAL_PAST = wordSet(
  'قالو أصبحو باتو ظلو عملو فعلو وصلو خرجو دخلو أعلنو أكدو شاركو رفضو اعتبرو حاولو قامو ذهبو رجعو حضرو تمكنو تعرضو واصلو أضافو أشارو اتهمو انتقدو نفذو قررو استطاعو مازالو عادو بدأو جاؤو',
);
/** Verbs whose و is of the root: in the singular no alef follows. */
const SINGULAR_PRESENT = wordSet('أرجوا نرجوا أدعوا ندعوا يبدوا تبدوا أشكوا نشكوا');
/** Verbs in م: the sound plural before a noun begins with م too («موظفوا البنك»). */
const VERBS_IN_MEEM = /^م(?:ارس|ازح|اطل|انع|ازال|ادام|ايز|اش[اى]?)وا$/;

/** و at the end with an alef too few («قالو») or too many («نرجوا», «موظفوا البنك»). */
export function wawAlef(text: string, word: ProofWord): Finding | undefined {
  const bare = word.bare;
  const make = (message: Finding['message'], suggestion: string, certain: boolean): Finding => ({
    rule: 'waw-alef',
    start: word.start,
    end: word.end,
    certain,
    suggestions: [suggestion],
    message,
    params: {},
  });
  if (bare.endsWith('و')) {
    return PLURAL_PAST.has(bare.replace(/^[وف](?=..)/, '')) || PLURAL_PAST.has(bare)
      ? make('waw-without-alef', `${bare}ا`, true)
      : undefined;
  }
  if (!bare.endsWith('وا')) return undefined;
  const plain = bare.replace(/^[وفل](?=....)/, '');
  if (SINGULAR_PRESENT.has(bare) || SINGULAR_PRESENT.has(plain)) {
    return make('alef-after-waw', bare.slice(0, -1), true);
  }
  const noun = /^[وف]?م[^اوي]?.{3,}وا$/.test(bare) ? bare.replace(/^[وف]/, '') : '';
  if (noun.length >= 6 && noun.startsWith('م') && !VERBS_IN_MEEM.test(noun)) {
    // A definite noun follows the construct: «موظفوا البنك».
    const next = /^[ \u00a0]+ال/.test(text.slice(word.end, word.end + 5));
    return make('alef-after-waw', bare.slice(0, -1), next);
  }
  return undefined;
}
