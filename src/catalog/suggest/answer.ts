import { soundKey } from '../../arabic/sound.ts';
import type { Entity, Section } from '../../model/site.ts';
import { canonicalId } from '../public/aliases.ts';
import { type Database, number, text } from '../sqlite.ts';
import { type BareWord, bareWords, beginningsOf, weighty } from './bare-words.ts';
import { headlinesWith } from './headlines.ts';
import { type NamedRecord, recordsBeginning, recordsSounding } from './records.ts';
import type { SuggestRequest, Suggestion } from './suggest.ts';

/** What is longer was not typed to be completed. */
const longestTyped = 100;
const mostWords = 8;
const mostSuggested = 10;
/** At most so many names above the headlines, which tell more. */
const mostNames = 4;
/** Headlines are asked for from two letters on: one begins everything. */
const shortestTyped = 2;
/** Headlines looked at for each that is shown: those that have the word as it was typed come first. */
const lookedAt = 6;
/** A sound of fewer consonants is that of many names. */
const shortestSound = 3;

/**
 * Names and headlines that begin as typed, with or without article and conjunction, without regard to hamza and harakat.
 * Names of records that public stories are about first, those with most stories; then the newest headlines. What is
 * shown comes from public.db: what has just been taken back is not among it.
 */
export function answerSuggest(search: Database, catalog: Database, request: SuggestRequest): Suggestion[] {
  const limit = Number.isFinite(request.limit)
    ? Math.min(mostSuggested, Math.max(1, Math.floor(request.limit)))
    : 1;
  const typed = request.q.slice(0, longestTyped);
  const words = bareWords(typed).slice(0, mostWords);
  if (words.length === 0) return [];
  const names = namesFor(
    search,
    catalog,
    words.map(({ word }) => word),
  );
  const headlines = headlinesFor(search, catalog, typed, words, limit);
  const shown = names.slice(0, Math.max(Math.min(mostNames, limit), limit - headlines.length));
  return [...shown, ...headlines].slice(0, limit);
}

function namesFor(search: Database, catalog: Database, words: readonly string[]): Suggestion[] {
  const rest = words.slice(1).join(' ');
  const typed = beginningsOf(words[0] ?? '').map((first) => (rest === '' ? first : `${first} ${rest}`));
  let found = typed.flatMap((beginning) => recordsBeginning(search, beginning));
  if (found.length === 0) {
    found = beginningsOf(words[0] ?? '')
      .map((first) => [first, ...words.slice(1)])
      .filter((sounded) => soundKey(sounded.join('')).length >= shortestSound)
      .flatMap((sounded) => recordsSounding(search, sounded));
  }
  const best = new Map<string, Suggestion>();
  for (const record of mostWrittenAbout(catalog, found)) {
    const suggestion = nameOf(catalog, record);
    if (suggestion !== undefined) best.set(`${suggestion.kind} ${suggestion.id}`, suggestion);
    if (best.size === mostSuggested) break;
  }
  return asTypedFirst([...best.values()], words[0] ?? '');
}

/** Sections first, then the records that public stories are about, those with most stories before the others. */
function mostWrittenAbout(catalog: Database, found: readonly NamedRecord[]): NamedRecord[] {
  const sections = found.filter(({ kind }) => kind === 'section');
  const rows = catalog.all(
    `SELECT asked.key, counted.stories FROM json_each(?) AS asked
     CROSS JOIN entity ON entity.kind = asked.value ->> 0 AND entity.id = asked.value ->> 1
     CROSS JOIN entity_count AS counted
       ON counted.kind = entity.kind AND counted.id = coalesce(entity.merged_into, entity.id)
     WHERE counted.stories > 0`,
    JSON.stringify(found.map(({ kind, record }) => [kind, record])),
  );
  const valued = rows.flatMap(([key, stories]) => {
    const record = found[number(key)];
    return record === undefined
      ? []
      : [{ record, value: number(stories) * (record.place === 0 ? beginningWeight : 1) }];
  });
  return [...sections, ...valued.sort((a, b) => b.value - a.value).map(({ record }) => record)];
}

/** Undefined for what is no more. */
function nameOf(catalog: Database, { kind, record }: NamedRecord): Suggestion | undefined {
  if (kind === 'section') {
    const row = catalog.get(`SELECT document FROM setting WHERE kind = 'section' AND id = ?`, record);
    if (row === undefined) return undefined;
    return { kind, id: record, slug: record, text: (JSON.parse(text(row[0])) as Section).name };
  }
  const id = canonicalId(catalog, kind, record);
  const row = catalog.get('SELECT document FROM entity WHERE kind = ? AND id = ?', kind, id);
  if (row === undefined) return undefined;
  const { name, slug } = JSON.parse(text(row[0])) as Entity;
  return { kind, id, slug, text: name };
}

/** «روسيا» before «حرب روسيا» unless that has five times the stories. */
const beginningWeight = 5;

function headlinesFor(
  search: Database,
  catalog: Database,
  typed: string,
  words: readonly BareWord[],
  limit: number,
): Suggestion[] {
  const last = words.at(-1);
  if (last === undefined || words.every(({ word }) => word.length < shortestTyped)) return [];
  const finished = last.end < typed.length;
  const whole = weighty(finished ? words : words.slice(0, -1)).map(({ word, bare }) => [
    ...new Set([bare, word]),
  ]);
  const asked = finished ? whole : [...whole, beginningsOf(last.word)];
  const found = headlinesWith(search, asked, limit * lookedAt).flatMap((id) => headlineOf(catalog, id));
  return asTypedFirst(found, last.word).slice(0, limit);
}

/** «الم» begins الموازنة and, without its article, ميناء: what has a word as it was typed stands before the others. */
function asTypedFirst(found: readonly Suggestion[], typed: string): Suggestion[] {
  const has = found.map(({ text: shown }) => bareWords(shown).some(({ word }) => word.startsWith(typed)));
  return [...found.filter((_, i) => has[i]), ...found.filter((_, i) => !has[i])];
}

function headlineOf(catalog: Database, id: number): Suggestion[] {
  const row = catalog.get('SELECT section, slug, card FROM story WHERE id = ?', id);
  if (row === undefined) return [];
  const { headline } = JSON.parse(text(row[2])) as { headline: string };
  return [{ kind: 'story', id, section: text(row[0]), slug: text(row[1]), text: headline }];
}
