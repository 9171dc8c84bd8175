import type { WordDistribution } from './words.ts';

export interface GeneratedStory {
  id: number;
  title: string;
  abstract: string;
  text: string;
  category: string;
  published: string;
  tags: string[];
  authors: string[];
}

const categories = ['politics', 'economy', 'sports', 'culture', 'science', 'society', 'opinion'];
/** Newest story of a generated archive; each older one is a few minutes before, as in a busy newsroom. */
const newest = Date.UTC(2026, 10, 1);
const minutesApart = 5;

/**
 * Stories with the word frequencies of real ones: word by word from the whole distribution, a fifth of them from a
 * small set of the story's own, as real stories repeat their subject. The same seed gives the same stories.
 */
export function storyGenerator(distribution: WordDistribution, seed = 1): (id: number) => GeneratedStory {
  const sample = aliasSampler(distribution.counts);
  return (id) => {
    const random = mulberry32(seed * 1_000_003 + id);
    const word = () => distribution.words[sample(random)] ?? '';
    const own = Array.from({ length: 8 }, word);
    const line = (length: number) =>
      Array.from({ length }, () =>
        random() < 0.2 ? (own[Math.floor(random() * own.length)] ?? '') : word(),
      ).join(' ');
    // Log-normal lengths around 190 words, as measured on real wire copy.
    const words = Math.round(Math.min(900, Math.max(40, 190 * Math.exp(0.55 * normal(random)))));
    const paragraphs: string[] = [];
    for (let left = words; left > 0; left -= 45) paragraphs.push(`${line(Math.min(45, left))}.`);
    return {
      id,
      title: line(7 + Math.floor(random() * 5)),
      abstract: line(18),
      text: paragraphs.join('\n'),
      category: categories[Math.floor(random() * categories.length)] ?? 'politics',
      published: new Date(newest - id * minutesApart * 60_000).toISOString(),
      tags: own.slice(0, 2),
      authors: [`${own[2] ?? ''} ${own[3] ?? ''}`],
    };
  };
}

/** Small, fast, good enough for sampling words (Tommy Ettinger's Mulberry32, public domain algorithm). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Box and Muller, 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
}

/** Constant-time sampling from fixed weights (Walker's alias method in Vose's form, 1991). */
function aliasSampler(weights: Float64Array): (random: () => number) => number {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probability = Float64Array.from(weights, (weight) => (weight * n) / total);
  const alias = new Uint32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  probability.forEach((p, i) => (p < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const s = small.pop() ?? 0;
    const l = large.pop() ?? 0;
    alias[s] = l;
    probability[l] = (probability[l] ?? 0) + (probability[s] ?? 0) - 1;
    ((probability[l] ?? 0) < 1 ? small : large).push(l);
  }
  return (random) => {
    const i = Math.floor(random() * n);
    return random() < (probability[i] ?? 1) ? i : (alias[i] ?? i);
  };
}
