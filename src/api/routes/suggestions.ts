import { fold } from '../../arabic/fold.ts';
import { findQuotes } from '../../arabic/quotes/find-quotes.ts';
import { findDateline } from '../../arabic/reading/find-dateline.ts';
import { type EntitySuggestion, suggestEntities } from '../../catalog/entities/suggest-entities.ts';
import { nearDuplicates } from '../../catalog/similar/near-duplicates.ts';
import { addRecord } from '../../commands/add-record.ts';
import { reachOf } from '../../commands/policy.ts';
import { permitStory } from '../../commands/story-record.ts';
import { MidadError } from '../../model/errors.ts';
import { entityKinds } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import type { DatelineAnswer, NamedAnswer, SaidAnswer } from '../contract/suggestions.ts';
import type { ApiParts } from '../parts.ts';
import { route } from '../route.ts';
import { written } from './written.ts';

/** What stands beside a text that is being written, to be taken or left. */
export const suggestionRoutes = [
  route('suggestions', {
    who: 'read-story',
    async command(parts, { context, params, body }) {
      const story = (await parts.journal.current('story', String(params.id)))?.content as
        | Story
        | null
        | undefined;
      if (!story) throw new MidadError('not-found', { kind: 'story', id: params.id });
      await permitStory(context, 'read-story', story);
      const dateline = datelineOf(body.text);
      // Who may read only their own is told of no other's draft.
      const all = reachOf(context, 'read-story') !== 'own';
      return {
        named: namedIn(parts, body),
        said: saidIn(body.text),
        ...(dateline !== undefined && { dateline }),
        linked: linkedOf(parts, body.linked),
        alike: alikeTo(parts, body.text, params.id).filter(({ status }) => all || status === 'published'),
      };
    },
  }),
  route('addRecord', {
    who: 'put-entity',
    command: async (parts, { context, body }) => written(parts, await addRecord(context, body)),
  }),
];

interface Text {
  headline: string;
  standfirst: string;
  text: string;
}

const mostNamed = 40;
const mostSaid = 40;
const mostAlike = 3;
/** Topics with most stories: one that has next to none is chosen by hand. */
const mostTopics = 300;

function namedIn({ catalog }: ApiParts, text: Text): NamedAnswer[] {
  const body = text.text.split('\n').map((line) => ({ type: 'paragraph' as const, text: [{ text: line }] }));
  const { certain, uncertain } = suggestEntities(catalog(), { ...text, body });
  const answer = (sure: boolean) => (found: EntitySuggestion) => {
    const known = found.record === 'new' ? undefined : catalog().entities(found.kind, [found.record])[0];
    return {
      kind: found.kind,
      name: known?.name ?? found.name,
      ...(known !== undefined && { record: known.id }),
      certain: sure,
      mentions: found.mentions.length,
      words: wordsOf(text, found.mentions[0]) ?? found.name,
    };
  };
  return [...certain.map(answer(true)), ...topicsIn(catalog(), text), ...uncertain.map(answer(false))].slice(
    0,
    mostNamed,
  );
}

/** Where the body stands, so that an editor can be led to it; else where the headline or standfirst does. */
const wordsOf = (text: Text, mention: EntitySuggestion['mentions'][number] | undefined) =>
  mention && (mention.field === 'body' ? text.text : text[mention.field]).slice(mention.start, mention.end);

/** Topics whose name the text says word by word, whatever the spelling of its hamzas. */
function topicsIn(
  catalog: ReturnType<ApiParts['catalog']>,
  { headline, standfirst, text }: Text,
): NamedAnswer[] {
  const words = ` ${fold(`${headline} ${standfirst} ${text}`).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return catalog.topEntities('topic', mostTopics).flatMap(({ entity }) => {
    const spellings = [entity.name, ...entity.otherNames].map((name) => ` ${fold(name).trim()} `);
    const mentions = Math.max(...spellings.map((name) => words.split(name).length - 1));
    const { id, name } = entity;
    return mentions === 0
      ? []
      : [{ kind: 'topic' as const, name, record: id, certain: mentions > 1, mentions, words: name }];
  });
}

const linkedOf = ({ catalog }: ApiParts, linked: Record<NamedAnswer['kind'], string[]>) =>
  entityKinds.flatMap((kind) =>
    linked[kind].flatMap((record) => {
      // By the id that the draft holds, so that it can be taken away, under the name of the one it was merged into.
      const [entity] = catalog().entities(kind, [record]);
      return entity === undefined ? [] : [{ kind, record, name: entity.name }];
    }),
  );

const saidIn = (text: string): SaidAnswer[] =>
  findQuotes(text)
    .filter(({ kind, partial }) => kind === 'direct' && partial !== true)
    .slice(0, mostSaid)
    .map(({ start, end, speakerName }) => ({
      words: text.slice(start, end),
      ...(speakerName !== null && { speaker: speakerName }),
    }));

function datelineOf(text: string): DatelineAnswer | undefined {
  // The first paragraph only: the fields above the body hold what could stand over it.
  const [first = ''] = text.split('\n', 1);
  const found = findDateline(text);
  if (found === null || found.start >= first.length || found.end > first.length) return undefined;
  const { start, end, place, agency, reporter } = found;
  return {
    words: text.slice(start, end),
    ...(place !== undefined && { place }),
    ...(agency !== undefined && { agency }),
    ...(reporter !== undefined && { reporter }),
  };
}

function alikeTo({ desk, similar }: ApiParts, text: string, except: number) {
  try {
    return nearDuplicates({ desk: desk(), similar: similar() }, { text, except }).slice(0, mostAlike);
  } catch (error) {
    // It is being made anew: the rest can be said meanwhile.
    if (error instanceof MidadError && error.code === 'unavailable') return [];
    throw error;
  }
}
