import type * as Y from 'yjs';

/**
 * Makes a shared text say what a field says, by the one stretch in which they differ, so that two people typing in
 * different places of a headline keep both.
 */
export function changeText(shared: Y.Text, now: string): void {
  const before = shared.toString();
  if (before === now) return;
  let start = 0;
  const shorter = Math.min(before.length, now.length);
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  // Never between the halves of a letter beyond the first plane: Yjs would store two broken ones.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  shared.doc?.transact(() => {
    const gone = before.length - end - start;
    if (gone > 0) shared.delete(start, gone);
    const come = now.slice(start, now.length - end);
    if (come !== '') shared.insert(start, come);
  });
}

/** Where a place in a text is after somebody else's change of it, which Yjs tells as a delta. */
export function movedBy(
  place: number,
  delta: readonly { retain?: number; insert?: unknown; delete?: number }[],
): number {
  let at = 0;
  let moved = place;
  for (const { retain, insert, delete: gone } of delta) {
    if (at > moved) break;
    if (retain !== undefined) at += retain;
    if (typeof insert === 'string') {
      if (at <= moved) moved += insert.length;
      at += insert.length;
    }
    if (gone !== undefined) moved -= Math.min(gone, Math.max(0, moved - at));
  }
  return Math.max(0, moved);
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
