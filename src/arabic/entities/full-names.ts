import type { EntityKind } from './entity.ts';
import { type Gazetteer, soundOfName } from './gazetteer.ts';
import type { Candidate } from './spans.ts';
import { bare } from './article.ts';
import { startAfter, type TextWord } from './text-words.ts';

interface Named {
  name: string;
  id?: string;
}

/**
 * For each mention the fullest name that the text gives its bearer, and the newsroom's record of it. A person is named in
 * full where another mention ends in the same words («لافروف», «سيرجي لافروف»), a body where another begins with them
 * («الاتحاد الآسيوي», «الاتحاد الآسيوي لكرة القدم»). Of several the first of the longest.
 */
export function namesOf(
  text: string,
  words: readonly TextWord[],
  candidates: readonly Candidate[],
  gazetteer: Gazetteer,
): Named[] {
  const keys = candidates.map((candidate) => keysOf(words, candidate));
  const fullest = new Map<string, number>();
  for (const [n, { kind }] of candidates.entries()) {
    for (const part of partsOf(kind, keys[n] ?? [])) {
      const before = fullest.get(part);
      if (before === undefined || (keys[n]?.length ?? 0) > (keys[before]?.length ?? 0)) fullest.set(part, n);
    }
  }
  return candidates.map((candidate, n) => {
    const own = keys[n] ?? [];
    const at = fullest.get(partKey(candidate.kind, own)) ?? n;
    const full = candidates[at] ?? candidate;
    const id =
      candidate.id ??
      full.id ??
      idOf(candidate.kind, own, gazetteer) ??
      idOf(candidate.kind, keys[at] ?? own, gazetteer);
    return { name: nameOf(text, words, full), ...(id !== undefined && { id }) };
  });
}

/** The folded words of a name, with its article where «لل» hides it. */
function keysOf(words: readonly TextWord[], { from, to, letters, article }: Candidate): string[] {
  return words
    .slice(from, to)
    .map(({ key }, k) => (k > 0 ? key : `${article === true ? 'ا' : ''}${key.slice(letters)}`));
}

/** Longest name of which shorter forms are remembered; a person's has no more words, a body's shorter form neither. */
const mostParts = 8;

function partsOf(kind: EntityKind, keys: readonly string[]): string[] {
  const lengths = Array.from({ length: Math.min(keys.length, mostParts) }, (_, n) => n + 1);
  if (kind === 'person') return lengths.map((length) => partKey(kind, keys.slice(-length)));
  if (kind === 'place') return [partKey(kind, keys)];
  return [...lengths.filter((length) => length > 1), keys.length].map((length) =>
    partKey(kind, keys.slice(0, length)),
  );
}

/** A family name is the same with and without its article. */
const partKey = (kind: EntityKind, keys: readonly string[]): string =>
  `${kind} ${keys.length === 1 && kind === 'person' ? bare(keys[0] ?? '') : keys.join(' ')}`;

function nameOf(text: string, words: readonly TextWord[], { from, to, letters, article }: Candidate): string {
  const first = words[from];
  if (first === undefined) return '';
  const written = text.slice(startAfter(text, first, letters), words[to - 1]?.end ?? first.end);
  return article === true ? `ا${written}` : written;
}

/** The newsroom's record of a name: by its spellings or, for people, by the sound of it. */
function idOf(kind: EntityKind, keys: readonly string[], gazetteer: Gazetteer): string | undefined {
  const spelled = gazetteer.entries.get(keys.join(' '));
  if (spelled?.kind === kind) return spelled.id;
  const sound = kind === 'person' ? soundOfName(keys) : undefined;
  return sound === undefined ? undefined : gazetteer.sounds.get(sound)?.id;
}
