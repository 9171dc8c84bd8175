import { soundKey } from '../../arabic/sound.ts';
import { termNumber } from '../public/public-form.ts';

/** Shorter words have too many neighbours to say anything, longer ones are none. */
const shortest = 3;
const longest = 24;

/** Whether a word stands in the table of near words. */
export const hasNeighbours = (bare: string) =>
  bare.length >= shortest && bare.length <= longest && !/[0-9]/.test(bare);

/**
 * Keys under which a word is kept, and looked for: itself, what is left of it without each one of its letters, and its
 * sound. Two words with one letter more, less, exchanged or swapped share a key, so that no list of all words is
 * walked.
 *
 * Source: the deletion neighbourhood of Mor and Fraenkel ("A hash code method for detecting and correcting spelling
 * errors", Communications of the ACM 25, 1982), as in Garbe's SymSpell.
 */
export function nearKeys(bare: string): number[] {
  const keys = new Set([termNumber(bare)]);
  for (let i = 0; i < bare.length; i++) keys.add(termNumber(bare.slice(0, i) + bare.slice(i + 1)));
  keys.add(soundNumber(bare));
  return [...keys];
}

/** A sound apart from the words: no word has a «~». */
export const soundNumber = (bare: string) => termNumber(`~${soundKey(bare)}`);
