import { quantile } from '../load.ts';
import { ms, table } from '../table.ts';
import type { GeneratedStory } from '../generate.ts';
import { makeIndex } from './index-file.ts';

/** One in so many generated stories is an edited copy of an earlier one. */
const copyEvery = 100;
const lookups = 2000;

/**
 * Adding and looking up among very many stories, a hundredth of them edited copies. A copy is later than its original
 * and is to be found with it where half their shingles are the same.
 */
export function benchScale(sizes: readonly number[], story: (id: number) => GeneratedStory): string {
  const rows = sizes.map((size) => measure(size, story));
  return table(
    'Near-duplicates among many generated stories, one in a hundred an edited copy (aim: ≤ 2 ms a story)',
    [
      'stories',
      'add p50 (the last tenth)',
      'p95',
      'processor time of all, a story',
      'look up a new text p50',
      'p95',
      'look up a copy p50',
      'p95',
      'planted pairs',
      'recall',
      'wrong pairs',
      'file',
    ],
    rows,
  );
}

function measure(size: number, story: (id: number) => GeneratedStory): string[] {
  const index = makeIndex();
  const originalOf = (id: number): number | undefined => {
    if (id % copyEvery !== 0) return undefined;
    const any = 1 + Math.floor((id - 1) * spread(id));
    return any % copyEvery === 0 ? any - 1 : any;
  };
  const textOf = (id: number): string => {
    const original = originalOf(id);
    return original === undefined ? story(id).text : edited(story(original).text, story(size + id).text, id);
  };
  try {
    let processor = 0;
    const adds: number[] = [];
    const planted = new Map<number, number>();
    for (let id = 1; id <= size; id++) {
      const text = textOf(id);
      const original = originalOf(id);
      const before = process.threadCpuUsage();
      const began = performance.now();
      index.add(id, text);
      const took = performance.now() - began;
      const { user, system } = process.threadCpuUsage(before);
      processor += (user + system) / 1000;
      if (id > size * 0.9) adds.push(took);
      if (original !== undefined && likenessOf(textOf(original), text) >= 0.5) planted.set(id, original);
    }
    const similar = index.open();
    let found = 0;
    let wrong = 0;
    for (const { story: one, other } of similar.pairs(1, size)) {
      if (planted.get(one) === other) found++;
      else if (likenessOf(textOf(one), textOf(other)) < 0.5) wrong++;
    }
    const time = (texts: string[]) => {
      for (const text of texts.slice(0, 50)) similar.like(text);
      return texts.map((text) => {
        const began = performance.now();
        similar.like(text);
        return performance.now() - began;
      });
    };
    const fresh = time(Array.from({ length: lookups }, (_, i) => story(2 * size + i).text));
    const copied = [...planted.values()];
    const known = time(
      Array.from({ length: lookups }, (_, i) => {
        const original = copied[Math.floor((i * copied.length) / lookups)] ?? 1;
        return edited(story(original).text, story(3 * size + i).text, i);
      }),
    );
    similar.close();
    return [
      size.toLocaleString('en'),
      ms(quantile(adds, 0.5)),
      ms(quantile(adds, 0.95)),
      ms(processor / size),
      ms(quantile(fresh, 0.5)),
      ms(quantile(fresh, 0.95)),
      ms(quantile(known, 0.5)),
      ms(quantile(known, 0.95)),
      String(planted.size),
      (found / Math.max(1, planted.size)).toFixed(4),
      String(wrong),
      `${(index.bytes() / 1e6).toFixed(0)} MB`,
    ];
  } finally {
    index.close();
  }
}

/** A number from 0 to 1 for a whole number, far from that of its neighbours (Knuth's multiplicative hash). */
const spread = (id: number) => (Math.imul(id, 0x9e3779b1) >>> 0) / 2 ** 32;

/** A copy with some words exchanged and a paragraph of another story at its end; how much, its number decides. */
export function edited(text: string, added: string, seed: number): string {
  const exchanged = 20 + (seed % 7) * 20;
  const words = text.split(' ');
  const others = added.split(' ');
  const changed = words.map((word, i) => (i % exchanged === exchanged - 1 ? (others[i] ?? word) : word));
  const more = Math.floor(words.length * ((seed % 5) / 20));
  return `${changed.join(' ')} ${others.slice(0, more).join(' ')}`;
}

function likenessOf(a: string, b: string): number {
  const set = (text: string) => {
    const words = text
      .replace(/[.\n]+/g, ' ')
      .split(' ')
      .filter(Boolean);
    return new Set(words.slice(3).map((_, i) => words.slice(i, i + 4).join(' ')));
  };
  const [one, other] = [set(a), set(b)];
  const both = [...one].filter((shingle) => other.has(shingle)).length;
  return both / (one.size + other.size - both);
}
