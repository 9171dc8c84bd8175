import { fold } from '../../arabic/fold.ts';
import type { Entity } from '../../model/site.ts';

/**
 * The one person record that a name means: the whole name or another spelling, also after titles; its first and last word; its
 * last word alone or after a title («الوزير لافروف»). A given name before the last word is somebody else of the family, and two
 * that a name could mean are none.
 */
export function personOf(name: string | null, persons: readonly Entity[]): Entity | undefined {
  if (name === null) return undefined;
  const words = fold(name).split(' ');
  const matching = persons.filter(({ name: own, otherNames }) =>
    [own, ...otherNames].some((one) => isMeant(words, fold(one).split(' '))),
  );
  return matching.length === 1 ? matching[0] : undefined;
}

function isMeant(words: readonly string[], wanted: readonly string[]): boolean {
  if (endsWith(words, wanted)) return true;
  if (!endsWith(words, wanted.slice(-1)) || words.length > 2) return false;
  const [first = ''] = words;
  return words.length === 1 || first === wanted[0] || isTitle(first);
}

/** Before a name an adjective or noun with the article is what somebody is; given names hardly ever have one. */
const isTitle = (word: string) => word.startsWith('ال') && word.length > 4;

const endsWith = (words: readonly string[], end: readonly string[]) =>
  end.length > 0 &&
  end.length <= words.length &&
  end.every((word, i) => words[words.length - end.length + i] === word);
