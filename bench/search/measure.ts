import type { Query } from './collections.ts';
import { hits } from './rivals.ts';

export interface Quality {
  /** Mean reciprocal rank among the first ten. */
  mrr: number;
  /** The part of the queries whose text is among the first ten. */
  recall: number;
}

/** @param half queries with an even (0) or odd (1) place only. */
export async function measure(
  queries: readonly Query[],
  rank: (query: string) => number[] | Promise<number[]>,
  half?: 0 | 1,
): Promise<Quality> {
  let mrr = 0;
  let found = 0;
  const chosen = queries.filter((_, i) => half === undefined || i % 2 === half);
  for (const { text, wanted } of chosen) {
    const place = (await rank(text)).slice(0, hits).indexOf(wanted);
    if (place < 0) continue;
    mrr += 1 / (place + 1);
    found++;
  }
  return { mrr: mrr / chosen.length, recall: found / chosen.length };
}

const digits = (value: number) => value.toFixed(4).replace(/^0/, '');
export const shown = ({ mrr, recall }: Quality) => `${digits(mrr)} / ${digits(recall)}`;
