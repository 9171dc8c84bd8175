import { spellingDistance } from '../../arabic/sound-distance.ts';
import { stem } from '../../arabic/stem.ts';
import { termNumber } from '../public/public-form.ts';
import { storiesWith } from '../search/frequencies.ts';
import type { Database } from '../sqlite.ts';
import { type BareWord, bareWords, weighty } from './bare-words.ts';
import { hasNeighbours } from './near.ts';
import { counted, type KnownWord, wordsNear } from './vocabulary-query.ts';

/** Words of a query that are looked after; what is longer was pasted, not typed. */
const mostWords = 8;
/** Distances of `spellingDistance`; more is another word. A short word leaves room for less. */
const farthest = 2;
const farthestOfShort = 1;
const shortWord = 4;
/** Words whose stories are counted, nearest first. */
const mostCounted = 60;
/** A word that the collection has is taken for a mistake where its neighbour stands in so many times more stories. */
const oftener = 20;
/** What one more letter of distance costs beside the number of stories: a word seventy times as frequent wins. */
const distanceWeight = Math.log(70);

/**
 * The query with those of its words that the collection hardly has, and that are near ones that it has, replaced by these;
 * undefined where there are none. Everything else of the query stays as typed. Takes a few milliseconds, however many words
 * the collection has. Whether the result finds more is for the caller to see.
 * @param unknownOnly leaves words that the collection has, however rarely, as they are.
 */
export function didYouMean(
  db: Database,
  typed: string,
  { unknownOnly = false }: { unknownOnly?: boolean } = {},
): string | undefined {
  const words = weighty(bareWords(typed)).slice(0, mostWords);
  const stories = storiesOf(db, words);
  const replaced = words.flatMap((word, i) => {
    if (unknownOnly && stories[i] !== 0) return [];
    const better = betterWord(db, word, stories[i] ?? 0);
    return better === undefined ? [] : [{ word, better }];
  });
  if (replaced.length === 0) return undefined;
  let text = '';
  let at = 0;
  for (const { word, better } of replaced) {
    text += typed.slice(at, word.start) + article(word, better) + better.form;
    at = word.end;
  }
  return text + typed.slice(at);
}

function storiesOf(db: Database, words: readonly BareWord[]): number[] {
  const terms = words.map(({ word }) => termNumber(stem(word)));
  const stories = storiesWith(db, terms);
  return terms.map((term) => stories.get(term) ?? 0);
}

function betterWord(db: Database, { bare }: BareWord, stories: number): KnownWord | undefined {
  if (!hasNeighbours(bare)) return undefined;
  const most = bare.length <= shortWord ? farthestOfShort : farthest;
  const near = wordsNear(db, bare)
    .filter((word) => word.bare !== bare)
    .map((word) => ({ word, distance: spellingDistance(bare, word.bare, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostCounted);
  const distances = new Map(near.map(({ word, distance }) => [word.bare, distance]));
  const value = (word: KnownWord) =>
    Math.log(1 + word.stories) - distanceWeight * (distances.get(word.bare) ?? most);
  const own = termNumber(stem(bare));
  const [best] = counted(
    db,
    near.map(({ word }) => word),
  )
    .filter((word) => word.term !== own && word.stories >= Math.max(1, stories * oftener))
    .sort((a, b) => value(b) - value(a));
  return best;
}

/** The reader's own article, where the word was typed with one: «الرأيس» is «الرئيس», «رأيس» «رئيس». */
const article = ({ word }: BareWord, { bare }: KnownWord) =>
  /^[وف]?(?:ال|بال|كال)/.test(word) && !bare.startsWith('ال') ? 'ال' : '';
