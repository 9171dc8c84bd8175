import { fold } from './fold.ts';

/** A set for looking words up by their folded form, from a list that spaces, lines and commas part. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[،,؛\s]+/)
      .map(fold)
      .filter((word) => word !== ''),
  );
}
