/** What a text is written in, by its letters and its commonest words. */
export interface TextLanguage {
  /** BCP 47 of the dominant language; `und` where the letters do not tell, `zxx` for a text without letters. */
  language: string;
  /** ISO 15924 of the dominant script, `Zyyy` for a text without letters. */
  script: string;
  /** Of the dominant script. */
  direction: 'rtl' | 'ltr';
}

/** Scripts that a newsroom meets; what is in none of them counts as `Zzzz`. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Arab', /\p{Script=Arabic}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Tfng', /\p{Script=Tifinagh}/u],
  ['Syrc', /\p{Script=Syriac}/u],
];
const rightToLeft: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc']);
/** Scripts that one language alone, or one before all others, is written in. */
const languageOf: Readonly<Record<string, string>> = {
  Hebr: 'he',
  Grek: 'el',
  Armn: 'hy',
  Hani: 'zh',
  Jpan: 'ja',
  Hang: 'ko',
  Deva: 'hi',
  Syrc: 'syr',
};

/** Letters that Arabic has not, by the language that has them; the more particular language first. */
const lettersOf: readonly (readonly [string, RegExp])[] = [
  ['ur', /[ٹڈڑےںھہ]/g],
  ['ckb', /[ڕۆێڵە]/g],
  ['ps', /[ټډړښځڅۍېڼ]/g],
  ['ug', /[ۈۇې]/g],
  ['fa', /[پچژگکی]/g],
];
/** Of letters foreign to Arabic so many in a hundred make another language: names in Arabic stories stay far below. */
const foreignShare = 0.02;

/** The commonest words of languages in Latin letters, each in no other list. */
const commonWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|that|with|was|for|his|which)\b/gi,
  fr: /\b(?:le|les|des|et|une|dans|qui|pour|du|est|au)\b/gi,
  es: /\b(?:el|los|las|y|del|por|con|una|como|pero)\b/gi,
  de: /\b(?:der|die|und|das|den|von|ist|nicht|mit|ein)\b/gi,
  it: /\b(?:il|di|che|della|sono|gli|non|nel|alla|per)\b/gi,
  tr: /\b(?:ve|bir|bu|için|ile|olarak|da|çok|daha|gibi)\b/gi,
};

/** Letters looked at: enough for any story, and a book costs no more. */
const mostLooked = 20_000;

/** The dominant language and script of a text. Linear, and bounded for long texts. */
export function languageOfText(text: string): TextLanguage {
  const looked = text.slice(0, mostLooked);
  const counts = new Map<string, number>();
  for (const [script] of scripts) counts.set(script, 0);
  let total = 0;
  for (const letter of looked) {
    if (!/\p{L}/u.test(letter)) continue;
    total++;
    const script = scripts.find(([, letters]) => letters.test(letter))?.[0] ?? 'Zzzz';
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  if (total === 0) return { language: 'zxx', script: 'Zyyy', direction: 'rtl' };
  const [script] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  const direction = rightToLeft.has(script) ? 'rtl' : 'ltr';
  const language =
    script === 'Arab'
      ? inArabicLetters(looked, counts.get('Arab') ?? 0)
      : script === 'Latn'
        ? inLatinLetters(looked)
        : script === 'Hani' && (counts.get('Jpan') ?? 0) > total / 10
          ? 'ja'
          : (languageOf[script] ?? 'und');
  return { language, script, direction };
}

function inArabicLetters(text: string, letters: number): string {
  const found = lettersOf.find(([, own]) => (text.match(own)?.length ?? 0) > letters * foreignShare);
  return found?.[0] ?? 'ar';
}

function inLatinLetters(text: string): string {
  let best: readonly [string, number] = ['und', 1];
  for (const [language, words] of Object.entries(commonWords)) {
    const count = text.match(words)?.length ?? 0;
    if (count > best[1]) best = [language, count];
  }
  return best[0];
}
