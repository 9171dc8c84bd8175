import type { Finding, HouseSpelling } from './finding.ts';
import { isProclitic } from './prefixes.ts';
import type { ProofWord } from './words.ts';

/** The house's list, ready to be looked up by the first word of each entry. */
type HouseList = ReadonlyMap<string, readonly { words: readonly string[]; to: string }[]>;

/** An entry is one to five words; without Arabic letters, or with itself on the right, it is left out. */
export function houseList(entries: readonly HouseSpelling[]): HouseList {
  const list = new Map<string, { words: string[]; to: string }[]>();
  for (const { from, to } of entries) {
    const words = from.normalize('NFC').trim().split(/\s+/).slice(0, 5);
    const first = words[0] ?? '';
    if (first.length < 2 || from.trim() === to.trim()) continue;
    const same = list.get(first);
    if (same) same.push({ words, to: to.trim() });
    else list.set(first, [{ words, to: to.trim() }]);
  }
  return list;
}

/** A spelling that the house writes otherwise, also with و ف ب ك ل before it. */
export function houseSpelling(
  text: string,
  words: readonly ProofWord[],
  i: number,
  list: HouseList,
): Finding | undefined {
  const word = words[i];
  if (word === undefined) return undefined;
  for (let at = 0; at <= 3 && at < word.bare.length; at++) {
    if (at > 0 && !isProclitic(word.bare.slice(0, at))) continue;
    for (const entry of list.get(word.bare.slice(at)) ?? []) {
      const last = words[i + entry.words.length - 1];
      if (last === undefined || !entry.words.every((part, k) => k === 0 || words[i + k]?.bare === part))
        continue;
      // The words of an entry stand in one line, with nothing but spaces between them.
      if (entry.words.length > 1 && /[^\s\u0621-\u0652]|\n/.test(text.slice(word.start, last.end))) continue;
      return {
        rule: 'house-style',
        start: word.start,
        end: last.end,
        certain: true,
        suggestions: [word.bare.slice(0, at) + entry.to],
        message: 'house-style',
        params: { right: entry.to },
      };
    }
  }
  return undefined;
}
