import { makeIndex } from './index-file.ts';
import { definitions, exactPairs } from './exact.ts';
import { edited } from './scale.ts';
import { table } from '../table.ts';

const leastLikeness = 0.5;
/** Stories of which an edited copy is made: few real pairs lie near the limit. */
const edits = 4000;

/** Pairs that the index in the catalog finds as stories come in one by one, against all pairs counted exactly. */
export function benchPairs(texts: readonly string[]): string {
  const copies = texts.slice(0, edits).map((text, i) => edited(text, texts.at(-1 - i) ?? '', i));
  return [
    pairsTable(`Near-duplicates among ${texts.length.toLocaleString('en')} stories`, texts),
    pairsTable(
      `The same with ${copies.length.toLocaleString('en')} edited copies, down to the limit of likeness`,
      [...texts, ...copies],
    ),
  ].join('\n');
}

function pairsTable(title: string, texts: readonly string[]): string {
  const index = makeIndex();
  try {
    texts.forEach((text, i) => index.add(i + 1, text));
    const found = new Set<number>();
    const similar = index.open();
    for (const { story, other } of similar.pairs(1, texts.length))
      found.add((Math.min(story, other) - 1) * texts.length + Math.max(story, other) - 1);
    similar.close();
    const rows = Object.entries(definitions).map(([name, words]) => {
      const exact = exactPairs(texts, words, 0.3);
      const right = [...exact].filter(([, likeness]) => likeness >= leastLikeness);
      const hit = right.filter(([pair]) => found.has(pair)).length;
      const near = right.filter(([, likeness]) => likeness < 0.6);
      const nearHit = near.filter(([pair]) => found.has(pair)).length;
      const wrong = [...found].filter((pair) => (exact.get(pair) ?? 0) < leastLikeness);
      const least = Math.min(1, ...wrong.map((pair) => exact.get(pair) ?? 0));
      return [
        name,
        String(right.length),
        String(found.size),
        ((found.size - wrong.length) / Math.max(1, found.size)).toFixed(4),
        (hit / Math.max(1, right.length)).toFixed(4),
        `${nearHit} of ${near.length}`,
        wrong.length === 0 ? '–' : least.toFixed(3),
      ];
    });
    return table(
      `${title} (aim: precision ≥ .98, recall ≥ .95)`,
      [
        'a pair has half its four-word shingles in common, of …',
        'exact pairs',
        'found',
        'precision',
        'recall',
        'of those .5–.6',
        'least likeness of a wrong one',
      ],
      rows,
    );
  } finally {
    index.close();
  }
}
