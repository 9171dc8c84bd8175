import type { SearchRequest } from '../../src/catalog/search/search.ts';
import { type GeneratedStory, mulberry32 } from '../generate.ts';
import type { WordDistribution } from '../words.ts';

export interface Queries {
  name: string;
  asked: (Pick<SearchRequest, 'q'> & Partial<SearchRequest>)[];
  aim: string;
}

const each = 200;
const aim = 'p50 ≤ 15 ms, p95 ≤ 50 ms';
/** The commonest words by count: on, in, from, that … stand in most stories. */
const commonest = 40;

/** Kinds of queries, from what readers type to what would hurt most. The same each time. */
export function queriesOf(
  { words, counts }: WordDistribution,
  story: (id: number) => GeneratedStory,
  stories: number,
): Queries[] {
  const sums = counts.slice();
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0);
  const random = mulberry32(7);
  /** A word as often as it stands in the stories. */
  const drawn = () => words[firstAbove(sums, random() * (sums.at(-1) ?? 0))] ?? '';
  const common = () => words[Math.floor(random() * commonest)] ?? '';
  const several = (n: number, draw: () => string) => Array.from({ length: n }, draw).join(' ');
  const made = (draw: () => string) => Array.from({ length: each }, () => ({ q: draw() }));
  const headline = () => story(1 + Math.floor(random() * stories)).title.split(' ');
  return [
    ...[1, 2, 3, 4].map((n) => ({
      name: `${n} ${n === 1 ? 'word' : 'words'}, drawn as often as they stand in stories`,
      asked: made(() => several(n, drawn)),
      aim,
    })),
    ...[1, 2, 3, 4].map((n) => ({
      name: `${n} of the ${commonest} commonest words`,
      asked: made(() => several(n, common)),
      aim,
    })),
    { name: 'first three words of a headline', asked: made(() => headline().slice(0, 3).join(' ')), aim },
    { name: 'a whole headline, 7–11 words', asked: made(() => headline().join(' ')), aim: '' },
    {
      name: 'a phrase of two words of a headline',
      asked: made(() => `"${headline().slice(0, 2).join(' ')}"`),
      aim: '',
    },
    {
      name: 'a phrase of two of the commonest words',
      asked: made(() => `"${several(2, common)}"`),
      aim: '',
    },
    {
      name: '2 words, without one of the commonest, in a section, newest first',
      asked: made(() => `${several(2, drawn)} -${common()}`).map(({ q }) => ({
        q,
        section: 'politics',
        sort: 'newest' as const,
      })),
      aim: '',
    },
    {
      name: `hostile: 200 letters of the ${commonest} commonest words`,
      asked: made(() => several(commonest, common)),
      aim: '',
    },
  ];
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
