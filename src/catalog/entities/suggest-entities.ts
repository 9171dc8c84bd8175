import { hash } from 'node:crypto';
import type { EntityKind, Reason } from '../../arabic/entities/entity.ts';
import { findEntities } from '../../arabic/entities/find-entities.ts';
import { buildGazetteer, type Gazetteer } from '../../arabic/entities/gazetteer.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Story } from '../../model/story.ts';
import type { PublicCatalog } from '../public/catalog.ts';

/** Where a story names it. Offsets are string indices into the field; `body` is `bodyText(story.body)`. */
export interface Mention {
  field: 'headline' | 'standfirst' | 'body';
  start: number;
  end: number;
}

/** Somebody or something that a story names, for the editor to link. */
export interface EntitySuggestion {
  kind: EntityKind;
  /** The fullest name that the story gives. */
  name: string;
  /** The newsroom's record of it; `new` where it has none. */
  record: string;
  /** 0–1, of its surest mention. */
  confidence: number;
  why: Reason;
  /** In the order headline, standfirst, body. */
  mentions: Mention[];
  /** The story names the record already. */
  linked: boolean;
}

export interface EntitySuggestions {
  /** Right in at least 95 of 100 cases (docs/benchmarks.md): may be shown as they are. Most mentions first. */
  certain: EntitySuggestion[];
  /** To be confirmed by an editor. */
  uncertain: EntitySuggestion[];
}

/** What is looked at; a draft being written has nothing more. */
export type NamedStory = Pick<Story, 'headline' | 'body'> &
  Partial<Pick<Story, 'standfirst' | 'people' | 'places' | 'organisations'>>;

/** What is asked of the catalog. */
export type KnownNames = Pick<PublicCatalog, 'knownNames' | 'cursor'>;

/**
 * The people, places and organisations that a story names, with the newsroom's records of them. Writes nothing: an editor
 * links. A story of 800 words takes a millisecond; the first call after a record changed reads all names anew.
 */
export function suggestEntities(catalog: KnownNames, story: NamedStory): EntitySuggestions {
  const gazetteer = gazetteerOf(catalog);
  const fields: [Mention['field'], string][] = [
    ['headline', story.headline],
    ['standfirst', story.standfirst ?? ''],
    ['body', bodyText(story.body)],
  ];
  // One text, so that a headline's family name is known by the full one of the body.
  const text = fields.map(([, words]) => words).join('\n');
  const found = new Map<string, { suggestion: EntitySuggestion; certain: boolean }>();
  for (const entity of findEntities(text, gazetteer)) {
    const mention = inField(fields, entity.start, entity.end);
    if (mention === undefined) continue;
    const key = `${entity.kind} ${entity.id ?? entity.name}`;
    const before = found.get(key);
    if (before === undefined) {
      const suggestion = {
        kind: entity.kind,
        name: entity.name,
        record: entity.id ?? 'new',
        confidence: entity.confidence,
        why: entity.why,
        mentions: [mention],
        linked: entity.id !== undefined && linksOf(story, entity.kind).includes(entity.id),
      };
      found.set(key, { suggestion, certain: entity.certain });
      continue;
    }
    const { suggestion } = before;
    suggestion.mentions.push(mention);
    before.certain ||= entity.certain;
    if (entity.confidence > suggestion.confidence) {
      suggestion.confidence = entity.confidence;
      suggestion.why = entity.why;
    }
  }
  const sorted = [...found.values()].sort(
    (a, b) => b.suggestion.mentions.length - a.suggestion.mentions.length,
  );
  const of = (sure: boolean): EntitySuggestion[] =>
    sorted.filter(({ certain }) => certain === sure).map(({ suggestion }) => suggestion);
  return { certain: of(true), uncertain: of(false) };
}

const linksOf = (story: NamedStory, kind: EntityKind): readonly string[] =>
  ({ person: story.people, place: story.places, organisation: story.organisations })[kind] ?? [];

function inField(
  fields: readonly (readonly [Mention['field'], string])[],
  start: number,
  end: number,
): Mention | undefined {
  let from = 0;
  for (const [field, words] of fields) {
    if (start >= from && end <= from + words.length) return { field, start: start - from, end: end - from };
    from += words.length + 1;
  }
  return undefined;
}

interface Kept {
  seq: number;
  digest: string;
  gazetteer: Gazetteer;
}

/** Making a gazetteer of 10,000 records takes a tenth of a second: kept while no record changes. */
const kept = new WeakMap<KnownNames, Kept>();

/** The built-in lists and the records of a catalog, as they are now. */
export function gazetteerOf(catalog: KnownNames): Gazetteer {
  const { seq } = catalog.cursor();
  const before = kept.get(catalog);
  if (before?.seq === seq) return before.gazetteer;
  const names = catalog.knownNames();
  const digest = hash('sha1', JSON.stringify(names));
  const gazetteer = before?.digest === digest ? before.gazetteer : buildGazetteer(names);
  kept.set(catalog, { seq, digest, gazetteer });
  return gazetteer;
}
