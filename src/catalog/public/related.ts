import { isStopWord, terms } from '../../arabic/analyse.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Story } from '../../model/story.ts';
import { type Database, number, text } from '../sqlite.ts';
import { canonicalId, mergedIds } from './aliases.ts';
import { cardsIn } from './cards.ts';
import type { StoryCard } from './catalog.ts';
import { type ListKind, listNames } from './list-names.ts';
import type { ListSource } from './lists.ts';
import { termNumber, termsOf } from './public-form.ts';
import { withoutRepetitions } from './repetitions.ts';

/**
 * Places looked at in each list: the nearest before the story and the nearest after it. A list that is longer says
 * little about a story anyway, and so the cost stays the same at a million stories.
 */
const windowSize = 24;
/** Candidates whose own lists are read, to count what they share beyond the windows. */
const mostCandidates = 48;

/** People, topics and organisations say what a story is about; a place is often only where it happened. */
const weights: Readonly<Record<ListKind, number>> = {
  topic: 1,
  person: 1,
  organisation: 0.9,
  place: 0.4,
  author: 0,
};
/** A shared word of the headline, against 1 for a shared topic of the same rarity; and one of the opening. */
const termWeight = 0.35;
const openingWeight = 0.2;
/** Where news says who, what and where; stories are found by these words in others' headlines. */
const openingLetters = 600;
const mostOpeningTerms = 12;
/** Two stories with the same words are the likelier about the same when one section printed them. */
const otherSection = 0.75;
/** Candidates whose section is looked up: twice what a page shows, and each is a row of the disk. */
const mostPlaced = 16;
/** At least two ordinary or one rare word in common; less is chance. */
const leastTermScore = 3;
/** After a year's distance a story counts for about three quarters, never less than half. */
const fade = (distanceMs: number) => 0.5 + 0.5 / (1 + distanceMs / (365 * 86_400_000));

interface Place {
  id: number;
  publishedAt: number;
}

/**
 * Stories related to a public one: first those that share entities (a rarer one counts more), then those whose headlines
 * share words with it, then the nearest of its section. Never itself, its translations, what its editor chose already, nor
 * nearly the same text again, be it its own or another one's in the list.
 */
export function relatedStories(source: ListSource, id: number, limit: number): StoryCard[] {
  const { db } = source;
  const row = db.get(
    'SELECT published_at, document FROM story JOIN story_document USING (id) WHERE story.id = ?',
    id,
  );
  if (row === undefined || limit <= 0) return [];
  const story = JSON.parse(text(row[1])) as Story;
  const here: Place = { id, publishedAt: number(row[0]) };
  const never = new Set([id, ...story.related, ...Object.values(story.translations ?? {})]);
  const steps = [byEntities, byTerms, bySection];
  function* candidates(): Iterable<number> {
    const seen = new Set(never);
    for (const step of steps) {
      for (const candidate of step(source, story, here, never)) {
        if (!seen.has(candidate)) yield candidate;
        seen.add(candidate);
      }
    }
  }
  return cardsIn(db, withoutRepetitions(db, story, candidates(), limit));
}

function byEntities(source: ListSource, story: Story, here: Place, never: ReadonlySet<number>): number[] {
  const { db, lists } = source;
  const total = storiesInList(db, lists.find(listNames.all));
  // Lists of entities merged together share one value, which counts once.
  const worth = new Map<number, { worth: number }>();
  for (const { kind, id } of entitiesOf(db, story)) {
    const stories = number(
      db.get('SELECT stories FROM entity_count WHERE kind = ? AND id = ?', kind, id)?.[0],
    );
    if (stories < 2) continue;
    const value = { worth: weights[kind] * Math.log2(1 + total / stories) };
    for (const member of mergedIds(db, kind, id)) {
      const list = lists.find(listNames.entity(kind, member));
      if (list !== undefined) worth.set(list, value);
    }
  }
  const candidates = new Map<number, { publishedAt: number; score: number }>();
  for (const [list, value] of worth) {
    for (const { id, publishedAt } of around(db, 'list_story', 'list', list, here)) {
      if (never.has(id)) continue;
      const known = candidates.get(id);
      if (known === undefined) candidates.set(id, { publishedAt, score: value.worth });
      else known.score += value.worth;
    }
  }
  const best = [...candidates].sort((a, b) => b[1].score - a[1].score).slice(0, mostCandidates);
  const rows = db.all(
    'SELECT story.id, lists FROM json_each(?) AS wanted CROSS JOIN story ON story.id = wanted.value',
    JSON.stringify(best.map(([id]) => id)),
  );
  const listsOf = new Map(rows.map(([id, names]) => [number(id), text(names)]));
  const scored = best.map(([id, { publishedAt }]) => {
    const theirs = JSON.parse(listsOf.get(id) ?? '[]') as number[];
    const shared = sumOf(
      new Set(theirs.map((list) => worth.get(list)).filter((value) => value !== undefined)),
    );
    return { id, publishedAt, score: shared * fade(Math.abs(publishedAt - here.publishedAt)) };
  });
  return byScore(scored);
}

/** Stories whose headlines share words with headline or opening. How rare a word is, its neighbours' distance in time tells. */
function byTerms({ db }: ListSource, story: Story, here: Place, never: ReadonlySet<number>): number[] {
  const candidates = new Map<number, { publishedAt: number; score: number; shared: number }>();
  const span = timeSpan(db);
  for (const [term, weight] of weighedTerms(story)) {
    const places = around(db, 'term_story', 'term', term, here);
    const value = weight * Math.log2(1 + rarity(places, span));
    for (const { id, publishedAt } of places) {
      if (never.has(id)) continue;
      const known = candidates.get(id);
      if (known === undefined) candidates.set(id, { publishedAt, score: value, shared: 1 });
      else {
        known.score += value;
        known.shared++;
      }
    }
  }
  const alike = [...candidates]
    .filter(([, { score, shared }]) => shared > 1 && score >= leastTermScore)
    .map(([id, { publishedAt, score }]) => ({
      id,
      publishedAt,
      score: score * fade(Math.abs(publishedAt - here.publishedAt)),
    }));
  const best = alike.sort(higher).slice(0, mostPlaced);
  const sections = sectionsOf(db, best);
  return byScore(
    best.map((one) => ({
      ...one,
      score: one.score * (sections.get(one.id) === story.section ? 1 : otherSection),
    })),
  );
}

/** Numbers of the words a story is found by: those that stand in the index, and the first of its body. */
function weighedTerms(story: Story): Map<number, number> {
  const weighed = new Map(termsOf(story).map((term) => [term, termWeight]));
  const most = weighed.size + mostOpeningTerms;
  for (const { word, stem } of terms(bodyText(story.body).slice(0, openingLetters))) {
    if (weighed.size === most) break;
    if (stem.length < 3 || isStopWord(word) || /^\d/.test(stem)) continue;
    const term = termNumber(stem);
    if (!weighed.has(term)) weighed.set(term, openingWeight);
  }
  return weighed;
}

function sectionsOf(db: Database, places: readonly Place[]): Map<number, string> {
  const rows = db.all(
    'SELECT story.id, section FROM json_each(?) AS wanted CROSS JOIN story ON story.id = wanted.value',
    JSON.stringify(places.map(({ id }) => id)),
  );
  return new Map(rows.map(([id, section]) => [number(id), text(section)]));
}

/** The nearest in time of the same section, so that the list is not empty while the section is not. */
function bySection({ db, lists }: ListSource, story: Story, here: Place): number[] {
  const list = lists.find(listNames.section(story.section));
  if (list === undefined) return [];
  return around(db, 'list_story', 'list', list, here)
    .sort((a, b) => Math.abs(a.publishedAt - here.publishedAt) - Math.abs(b.publishedAt - here.publishedAt))
    .map(({ id }) => id);
}

function entitiesOf(db: Database, story: Story): { kind: ListKind; id: string }[] {
  const named: [ListKind, readonly string[]][] = [
    ['topic', story.topics],
    ['person', story.people],
    ['organisation', story.organisations],
    ['place', story.places],
  ];
  const found = new Map<string, { kind: ListKind; id: string }>();
  for (const [kind, ids] of named) {
    for (const raw of ids) {
      const id = canonicalId(db, kind, raw);
      found.set(listNames.entity(kind, id), { kind, id });
    }
  }
  // A story with dozens of entities is about the first of them.
  return [...found.values()].slice(0, 16);
}

function around(
  db: Database,
  table: 'list_story' | 'term_story',
  column: string,
  value: number,
  here: Place,
): Place[] {
  const half = (sign: '<' | '>', order: 'ASC' | 'DESC') =>
    db
      .all(
        `SELECT story, published_at FROM ${table} WHERE ${column} = ? AND (published_at, story) ${sign} (?, ?)
         ORDER BY published_at ${order}, story ${order} LIMIT ${windowSize}`,
        value,
        here.publishedAt,
        here.id,
      )
      .map(([id, publishedAt]) => ({ id: number(id), publishedAt: number(publishedAt) }));
  return [...half('<', 'DESC'), ...half('>', 'ASC')];
}

/** How many stories there may be for one with this word: exact for a rare word, by the density around for others. */
function rarity(places: readonly Place[], span: { ms: number; stories: number }): number {
  if (places.length < windowSize) return span.stories / (places.length + 1);
  const times = places.map(({ publishedAt }) => publishedAt);
  const window = Math.max(1, Math.max(...times) - Math.min(...times));
  const estimated = Math.max(places.length, Math.min(span.stories, (places.length * span.ms) / window));
  return span.stories / estimated;
}

function timeSpan(db: Database): { ms: number; stories: number } {
  const all = number(db.get('SELECT id FROM list WHERE name = ?', listNames.all)?.[0]);
  const edge = (order: 'ASC' | 'DESC') =>
    number(
      db.get(
        `SELECT published_at FROM list_story WHERE list = ? ORDER BY published_at ${order}, story ${order} LIMIT 1`,
        all,
      )?.[0],
    );
  return { ms: Math.max(1, edge('DESC') - edge('ASC')), stories: storiesInList(db, all) };
}

function storiesInList(db: Database, list: number | undefined): number {
  return number(db.get('SELECT stories FROM list WHERE id = ?', list ?? -1)?.[0]);
}

function sumOf(values: Iterable<{ worth: number }>): number {
  let sum = 0;
  for (const value of values) sum += value.worth;
  return sum;
}

interface Scored extends Place {
  score: number;
}

const higher = (a: Scored, b: Scored) => b.score - a.score || b.publishedAt - a.publishedAt || b.id - a.id;

function byScore(scored: Scored[]): number[] {
  return scored
    .filter(({ score }) => score > 0)
    .sort(higher)
    .map(({ id }) => id);
}
