/**
 * What each UTF-16 code unit is, computed once: its folded form and its class. Everything that scans text
 * (fold, tokens, slug, words) reads these two tables, so that no two of them disagree on what a letter is.
 *
 * Sources: Unicode Character Database (general categories, NFKD); Lucene's ArabicNormalizer for the basic
 * foldings; the Persian, Urdu, Kurdish and Maghrebi letters by the Arabic letter that replaces them in print.
 */

export const SEPARATOR = 0;
/** Marks, tatweel, joiners and other code units that stand inside a word without dividing it. */
export const IGNORED = 1;
export const ARABIC = 2;
export const DIGIT = 3;
/** Latin and every other alphabet. */
export const LETTER = 4;

/** Folded form is empty. */
export const DROP = 0xffff;
/** Folded form has several code units; see `expansions`. */
export const EXPAND = 0xfffe;

export const classOf = new Uint8Array(0x10000);
export const foldedUnit = new Uint16Array(0x10000);
export const expansions = new Map<number, string>();

/** Letters of other languages in Arabic script and the variants that folding makes one, NFKD applied before. */
const arabicFoldings: readonly (readonly [from: string, to: string])[] = [
  ['ةۃەہھۂۀۿ', 'ه'],
  ['ىیېےۍێؠۑ', 'ي'],
  ['ٱٲٳ', 'ا'],
  ['کگڪګڬڭڮڰڱڲڳڴݢݣݤݿ', 'ك'],
  ['پٻٮ', 'ب'],
  ['ٹٺټٽ', 'ت'],
  ['ٿ', 'ث'],
  ['چڃڄڿڇ', 'ج'],
  ['ځڂ', 'ح'],
  ['څ', 'خ'],
  ['ڈډڊڋڍڎڏڐۮ', 'د'],
  ['ڌ', 'ذ'],
  ['ڑڒړڔڕږۯ', 'ر'],
  ['ژڗڙ', 'ز'],
  ['ښڛ', 'س'],
  ['ڜۺ', 'ش'],
  ['ڝڞ', 'ص'],
  ['ۻ', 'ض'],
  ['ڟ', 'ط'],
  ['ڠۼ', 'غ'],
  ['ڤڡڢڣڥڦ', 'ف'],
  ['ڧڨٯ', 'ق'],
  ['ڵڶڷڸ', 'ل'],
  ['ںڹڻڼڽ', 'ن'],
  ['ۄۅۆۇۈۉۊۋۏ', 'و'],
];

/** Latin letters without a canonical decomposition, by their customary plain spelling. */
const latinFoldings: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
];

/**
 * Invisible or written above and below: marks, tatweel, high hamza, small waw and yeh, joiners, direction marks,
 * soft hyphen, variation selectors, fillers.
 */
const withinWord = /[\p{Mn}\p{Default_Ignorable_Code_Point}\u0640\u0674\u06e5\u06e6]/u;
const arabicLetter = /(?=\p{L})\p{Script=Arabic}/u;

function spelling(c: number, plain: ReadonlyMap<string, string>): string {
  let out = '';
  for (const d of String.fromCharCode(c).normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (withinWord.test(d)) continue;
    // A presentation form of a lone mark is a space and the mark: it must not divide a word.
    if (d === ' ' && c >= 0xfb50) continue;
    out += plain.get(d) ?? d;
  }
  return out;
}

function build(): void {
  const plain = new Map<string, string>(latinFoldings);
  for (const [from, to] of arabicFoldings) for (const letter of from) plain.set(letter, to);

  for (let c = 0; c < 0x10000; c++) {
    foldedUnit[c] = c;
    // Han and Hangul are letters that fold to themselves; surrogates and private use are none. Said here
    // because asking the character database 50,000 times would cost every start 15 ms.
    if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3)) {
      classOf[c] = LETTER;
      continue;
    }
    if (c >= 0xd800 && c <= 0xf8ff) continue;
    // U+FDFA to U+FDFC are signs (a blessing, a currency), not words to be taken apart.
    if (c >= 0xfdfa && c <= 0xfdfc) continue;
    const s = String.fromCharCode(c);
    if (withinWord.test(s)) {
      classOf[c] = IGNORED;
      foldedUnit[c] = DROP;
      continue;
    }
    if (arabicLetter.test(s)) classOf[c] = ARABIC;
    else if (/\p{Nd}/u.test(s)) classOf[c] = DIGIT;
    else if (/[\p{L}\p{M}]/u.test(s)) classOf[c] = LETTER;
    else continue;
    const folded = classOf[c] === DIGIT ? digit(c) : spelling(c, plain);
    if (folded.length === 1) foldedUnit[c] = folded.charCodeAt(0);
    else if (folded.length === 0) {
      classOf[c] = IGNORED;
      foldedUnit[c] = DROP;
    } else {
      foldedUnit[c] = EXPAND;
      expansions.set(c, folded);
    }
  }
}

/** Arabic-Indic, Persian and full-width digits; those of other scripts stay themselves. */
function digit(c: number): string {
  for (const zero of [0x660, 0x6f0, 0xff10]) if (c >= zero && c <= zero + 9) return String(c - zero);
  return String.fromCharCode(c);
}

build();
