import { type Cursor, readCursor } from '../meta.ts';
import { Database, number } from '../sqlite.ts';
import { type Alike, alikeIn, type Fingerprint, fingerprintOf } from './alike.ts';

/** A pair of near-duplicates: `story` came later than `other`, or has the greater number. Likeness 0–1. */
export interface AlikePair {
  story: number;
  other: number;
  likeness: number;
}

/** Stories that hang together by pairs of near-duplicates, newest (greatest number) first. */
export interface AlikeGroup {
  stories: number[];
  /** Of the least alike pair that holds the group together, and of the most alike. */
  least: number;
  most: number;
}

/** What similar.db answers: every story in whatever state but killed. */
export interface SimilarStories {
  cursor(): Cursor;
  /** Stories whose text is like a given one, which need not be stored; the most alike first. @param except leave this one out */
  like(text: string, except?: number): Alike[];
  /** The same for what `fingerprintOf` gave. */
  likePrint(print: Fingerprint, except?: number): Alike[];
  /** Near-duplicates of a stored story, the most alike first. */
  alike(story: number): Alike[];
  /** Pairs of the stories with numbers from–to, ascending; each once where both are in this range. */
  pairs(from: number, to: number): Iterable<AlikePair>;
  /** Groups, the one with the newest story first. */
  groups(): Iterable<AlikeGroup>;
  close(): void;
}

/** A group is shown up to so many; a text repeated without end has as many copies as stories. */
const mostInGroup = 1000;

/** @throws an SQLite error when the file is missing or damaged. */
export function openSimilar(path: string): SimilarStories {
  const db = new Database(path, { readOnly: true });
  return {
    cursor: () => readCursor(db),
    like(text, except) {
      const wanted = fingerprintOf(text);
      return wanted === undefined ? [] : alikeIn(db, wanted, except);
    },
    likePrint: (print, except) => alikeIn(db, print, except),
    alike: (story) => alikeTo(db, story),
    pairs: (from, to) => pairsOf(db, from, to),
    groups: () => groupsOf(db),
    close: () => db.close(),
  };
}

function alikeTo(db: Database, story: number): Alike[] {
  return db
    .all('SELECT other, likeness FROM pair WHERE story = ? ORDER BY likeness DESC, other DESC', story)
    .map(([other, likeness]) => ({ story: number(other), likeness: number(likeness) / 1000 }));
}

function* pairsOf(db: Database, from: number, to: number): Iterable<AlikePair> {
  for (const [story, other, likeness] of db.iterate(
    `SELECT story, other, likeness FROM pair WHERE story BETWEEN ?1 AND ?2 AND (other < story OR other > ?2)
     ORDER BY story, other`,
    from,
    to,
  ))
    yield { story: number(story), other: number(other), likeness: number(likeness) / 1000 };
}

function* groupsOf(db: Database): Iterable<AlikeGroup> {
  const shown = new Set<number>();
  for (const [value] of db.iterate('SELECT DISTINCT story FROM pair ORDER BY story DESC')) {
    const newest = number(value);
    if (shown.has(newest)) continue;
    const group = new Set([newest]);
    let least = 1;
    let most = 0;
    // A set is walked in the order in which it grows.
    for (const story of group) {
      if (group.size >= mostInGroup) break;
      for (const { story: other, likeness } of alikeTo(db, story)) {
        if (!group.has(other)) least = Math.min(least, likeness);
        most = Math.max(most, likeness);
        group.add(other);
      }
    }
    for (const story of group) shown.add(story);
    yield { stories: [...group].sort((a, b) => b - a), least, most };
  }
}
