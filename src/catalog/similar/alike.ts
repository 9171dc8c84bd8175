import { bandKeys } from '../../arabic/similarity/bands.ts';
import { shingles } from '../../arabic/similarity/shingles.ts';
import { likeness, readSketch, sketchOf } from '../../arabic/similarity/sketch.ts';
import { type Database, number } from '../sqlite.ts';

/** Two texts are near-duplicates when half of their four-word shingles are the same. */
const leastLikeness = 0.5;

/**
 * Stories looked at under one key, the newest: a million copies of a text stand under the same keys, and comparing with some
 * of them says all there is to say.
 */
const mostUnderKey = 32;
/** Stories compared, those met under most keys first. Real stories meet a handful. */
const mostCompared = 64;

/** A text as it is compared and found. */
export interface Fingerprint {
  keys: Int32Array;
  sketch: Uint8Array;
}

/** A story whose text is like another, with the share of four-word shingles they have in common (0–1). */
export interface Alike {
  story: number;
  likeness: number;
}

/** @returns undefined for a text of fewer than four words, which is like no other. */
export function fingerprintOf(text: string): Fingerprint | undefined {
  const found = shingles(text);
  return found.length === 0 ? undefined : { keys: bandKeys(found), sketch: sketchOf(found) };
}

/** The likeness of two texts if they are near-duplicates. */
export function likenessOf(a: Fingerprint, b: Fingerprint): number | undefined {
  const found = likeness(readSketch(a.sketch), readSketch(b.sketch));
  return found >= leastLikeness ? found : undefined;
}

/**
 * Near-duplicates among the stories of similar.db, the most alike first, newer ones first among equals. A bounded number of
 * rows is read, however many stories there are and however many are the same.
 */
export function alikeIn(db: Database, { keys, sketch }: Fingerprint, except?: number): Alike[] {
  const met = new Map<number, number>();
  for (const key of new Set(keys)) {
    let left = mostUnderKey;
    for (const table of ['fresh_key', 'settled_key']) {
      const rows = db.all(`SELECT story FROM ${table} WHERE key = ? ORDER BY story DESC LIMIT ?`, key, left);
      left -= rows.length;
      for (const [value] of rows) {
        const story = number(value);
        if (story !== except) met.set(story, (met.get(story) ?? 0) + 1);
      }
      if (left === 0) break;
    }
  }
  const compared = [...met].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, mostCompared);
  const own = readSketch(sketch);
  const alike: Alike[] = [];
  for (const [story] of compared) {
    const row = db.get('SELECT sketch FROM text WHERE story = ?', story);
    if (row === undefined) continue;
    const found = likeness(own, readSketch(row[0] as Uint8Array));
    if (found >= leastLikeness) alike.push({ story, likeness: found });
  }
  return alike.sort((a, b) => b.likeness - a.likeness || b.story - a.story);
}
