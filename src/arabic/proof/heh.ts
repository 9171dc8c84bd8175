import type { Finding } from './finding.ts';
import { articleEnd } from './prefixes.ts';
import { type ProofWord, withLetter, wordSet } from './words.ts';

/** Definite words whose ه is of the root or of a foreign name. Without the article. */
const OWN_HEH = wordSet(`
  شروطه جماينه
  مياه اتجاه إتجاه وجه أوجه وجوه فقه شبه مشتبه مشبه توجه متجه موجه تشابه مشابه متشابه منزه منازه منتزه متنزه تنزه كره إكراه اكراه أشباه أفواه افواه انتباه إنتباه
  منبه متنبه تنبه رفاه فواكه شفاه جباه متاه إله اله آلهه تيه تأوه تاوه مكروه مشبوه معتوه أبله ابله مواجه شده سفه اشتباه إشتباه دكتوراه مشوه تشوه
  نبه عضاه بله تله نده ولاه سيه فاره تائه تافه كنه صفه تفه مموه منوه مرفه ميه آه قره طه سروه دله عبدالله
`);
/** تفعيل and فعيل of roots in ه, and French names and words in -ée, -et, -er. */
const YEH_HEH =
  /^(?:ت[^ا]{2}يه|[^ا]{2}يه|شانز?لي?زيه|شانزيليزيه|إليزيه|اليزيه|إيليزيه|ايليزيه|كباريه|كاراتيه|كراتيه|جنيه|سوتيه|باليه|أتيليه|اتيليه|كافيه|كليشيه|بوفيه|كروازيه|سانسيه|بيجيه|لومير|تلفريه|مونبلييه|مونبيلييه|روليه|كومبليه|دوسيه|بورتريه|كابوريه|سوارييه|[^ه]+ييه|.*لله)$/;
/** Verbs and verbal nouns of roots in ل, whose first letters only look like the article, with a pronoun. */
const ROOT_IN_LAM = /^[وف]?[بل]?ال(?:ت[حزقهمصفب]|ح[اق]|غا|قا|ز|ها|صا|ما|تز|تق)/;

/** Nouns that stand with ة only: without it no other word takes a pronoun. With or without proclitics. */
const ALWAYS_TEH = wordSet(`
  مدينه شركه حكومه لجنه جلسه مرحله نتيجه مشكله جامعه قريه محكمه منظمه هيئه سفاره وزاره رئاسه سياره طائره مباراه بطوله مقابله صحيفه مجله جريده
  حديقه بلديه معتمديه ولايه عمليه اتفاقيه صلاحيه إمكانيه نقابه عاصمه قضيه
`);
const TEH_FOR_HEH: ReadonlyMap<string, string> = new Map(
  'هذة هذه|بهذة بهذه|لهذة لهذه|وهذة وهذه|لدية لديه|إلية إليه|الية إليه|فية فيه|وجة وجه|اللة الله|مياة مياه|المياة المياه|انة أنه|أنة أنه|إنة إنه|بأنة بأنه|لأنة لأنه|اتجاة اتجاه|الاتجاة الاتجاه|انتباة انتباه|الانتباة الانتباه|تجاة تجاه|معة معه|عنة عنه'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** ه for ة at the end of a word («الحكومه»), and ة for ه («هذة»). */
export function tehMarbuta(text: string, word: ProofWord): Finding | undefined {
  const bare = word.bare;
  const last = bare.length - 1;
  if (bare[last] === 'ه') {
    const state = hehState(bare);
    if (state === undefined) return undefined;
    return make(word, 'heh-for-teh', withLetter(text, word, last, 'ة'), state);
  }
  if (bare[last] === 'ة') {
    const right = TEH_FOR_HEH.get(bare);
    if (right !== undefined) return make(word, 'teh-for-heh', right, bare !== 'الية');
  }
  return undefined;
}

/** True: certainly ة; false: perhaps; undefined: no. */
function hehState(bare: string): boolean | undefined {
  if (bare.length > 18) return undefined;
  if (ALWAYS_TEH.has(bare) || ALWAYS_TEH.has(bare.replace(/^[وفبلك]{1,2}/, ''))) return true;
  const begin = articleEnd(bare);
  if (begin === 0 || ROOT_IN_LAM.test(bare)) return undefined;
  const stem = bare.slice(begin);
  // Two words run together; ل before a word in ل of its own, with a pronoun: «الحجارأنه», «للاعبه», «للسانه».
  if (/[أإ]نه$/.test(stem) || /^[وف]?لل/.test(bare)) return undefined;
  if (stem.length < 3 || OWN_HEH.has(stem) || YEH_HEH.test(stem)) return undefined;
  // A pronoun after ة, after ء, or after a word that itself ends so: the article was none.
  if (/(?:ته|ئه|ؤه|اه)$/.test(stem))
    return /^(?:حيا|مبارا|مساوا|معانا|وفا|قنا|فتا|نوا|زكا|صلا|محاكا|محابا|مراعا)ه$/.test(stem)
      ? true
      : undefined;
  return true;
}

function make(word: ProofWord, message: Finding['message'], suggestion: string, certain: boolean): Finding {
  return {
    rule: 'teh-marbuta',
    start: word.start,
    end: word.end,
    certain,
    suggestions: [suggestion],
    message,
    params: {},
  };
}
