import type { Item } from './items.ts';
import { complementizers, times } from './particles.ts';
import type { Phrase } from './noun-phrase.ts';
import { endsPhrase, wordAt } from './phrase-words.ts';

/** Longest subject that no list knows. */
const MOST_WORDS = 5;

/**
 * «أظهرت الفحوص الأولية أن», «يرى الجيران أن»: the noun between a verb of speech and the أن that follows it at once. What is
 * said stands behind أن, so the noun can be nothing but who or what says it.
 */
export function plainSubject(items: readonly Item[], from: number): Phrase | undefined {
  const first = wordAt(items, from);
  if (first === undefined || !first.key.startsWith('ال') || !first.definite) return undefined;
  if (endsPhrase(first) || times.has(first.key)) return undefined;
  const heads: string[] = [];
  let to = from;
  for (; to < from + MOST_WORDS; to++) {
    const word = wordAt(items, to);
    if (word === undefined || !word.definite || endsPhrase(word) || times.has(word.key)) break;
    heads.push(word.bare);
  }
  const that = wordAt(items, to);
  if (that === undefined || !complementizers.has(that.key)) return undefined;
  return {
    kind: 'source',
    from,
    to,
    span: { start: first.start, end: items[to - 1]?.end ?? first.end },
    keys: heads,
    heads,
    definite: true,
    agreement: first.bare.endsWith('ه') ? 'f' : 'any',
  };
}
