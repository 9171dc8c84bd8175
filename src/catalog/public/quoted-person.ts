import { fold } from '../../arabic/fold.ts';
import { tokens } from '../../arabic/tokens.ts';
import type { Entity } from '../../model/site.ts';

/**
 * The one person record that a name means: the whole name or another spelling, also after titles; its first and last word; its
 * last word alone or after a title («الوزير لافروف»). A given name before the last word is somebody else of the family, and two
 * that a name could mean are none.
 * @param told what a text says before: a last word alone means a person only where their whole name stands in it. Left out for
 *   a speaker whom an editor named.
 */
export function personOf(name: string | null, persons: readonly Entity[], told?: string): Entity | undefined {
  if (name === null) return undefined;
  const words = fold(name).split(' ');
  let before: string | undefined;
  const names = (wanted: string): boolean =>
    told === undefined ||
    (before ??= ` ${tokens(told)
      .map(({ text }) => text)
      .join(' ')} `).includes(` ${wanted} `);
  const matching = persons.filter(({ name: own, otherNames }) => {
    const all = [own, ...otherNames].map(fold);
    return (
      all.some((one) => isWhole(words, one.split(' '))) ||
      (all.some((one) => isLast(words, one.split(' '))) && all.some((one) => one.includes(' ') && names(one)))
    );
  });
  return matching.length === 1 ? matching[0] : undefined;
}

const isWhole = (words: readonly string[], wanted: readonly string[]): boolean =>
  endsWith(words, wanted) ||
  (words.length === 2 && words[0] === wanted[0] && endsWith(words, wanted.slice(-1)));

const isLast = (words: readonly string[], wanted: readonly string[]): boolean =>
  endsWith(words, wanted.slice(-1)) &&
  (words.length === 1 || (words.length === 2 && isTitle(words[0] ?? '')));

/** Before a name an adjective or noun with the article is what somebody is; given names hardly ever have one. */
const isTitle = (word: string) => word.startsWith('ال') && word.length > 4;

const endsWith = (words: readonly string[], end: readonly string[]) =>
  end.length > 0 &&
  end.length <= words.length &&
  end.every((word, i) => words[words.length - end.length + i] === word);
