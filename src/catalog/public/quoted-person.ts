import { fold } from '../../arabic/fold.ts';
import type { Entity } from '../../model/site.ts';

/**
 * The one person record that a name means: the whole name, another spelling, or its last word after a title («الوزير
 * لافروف»). Two that it could mean are none.
 */
export function personOf(name: string | null, persons: readonly Entity[]): Entity | undefined {
  if (name === null) return undefined;
  const words = fold(name).split(' ');
  const matching = persons.filter(({ name: own, otherNames }) =>
    [own, ...otherNames].some((one) => {
      const wanted = fold(one).split(' ');
      return endsWith(words, wanted) || (words.length <= 2 && endsWith(words, wanted.slice(-1)));
    }),
  );
  return matching.length === 1 ? matching[0] : undefined;
}

const endsWith = (words: readonly string[], end: readonly string[]) =>
  end.length > 0 &&
  end.length <= words.length &&
  end.every((word, i) => words[words.length - end.length + i] === word);
