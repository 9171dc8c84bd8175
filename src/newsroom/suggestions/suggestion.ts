import type {
  AlikeAnswer,
  DatelineAnswer,
  NamedAnswer,
  SaidAnswer,
  SuggestionsAnswer,
} from '../../api/contract/suggestions.ts';

/** One thing to be taken or left. */
export type Suggestion =
  | { type: 'dateline'; key: string; found: DatelineAnswer }
  | { type: 'alike'; key: string; found: AlikeAnswer }
  | { type: 'named'; key: string; found: NamedAnswer }
  | { type: 'said'; key: string; found: SaidAnswer };

/** Fields of a draft that hold the ids of records, by their kind. */
export const linkFields = {
  topic: 'topics',
  person: 'people',
  place: 'places',
  organisation: 'organisations',
} as const;

export type Links = Record<NamedAnswer['kind'], readonly string[]>;

/**
 * What to suggest of an answer: not what the story has. Warnings first, uncertain names last.
 * @param pulled what stands in pull quotes. @param creates whether records may be made; else names without one are not spoken of.
 */
export function suggestionsOf(
  answer: SuggestionsAnswer,
  { links, pulled, creates }: { links: Links; pulled: string; creates: boolean },
): Suggestion[] {
  const { dateline, alike, named, said } = answer;
  const all: Suggestion[] = [
    ...alike.map((found) => ({ type: 'alike' as const, key: `alike ${found.id}`, found })),
    ...(dateline === undefined
      ? []
      : [{ type: 'dateline' as const, key: `dateline ${dateline.words}`, found: dateline }]),
    ...named
      .filter(({ kind, record }) => (record === undefined ? creates : !links[kind].includes(record)))
      .map((found) => ({
        type: 'named' as const,
        key: `named ${found.kind} ${found.record ?? found.name}`,
        found,
      })),
    ...said
      .filter(({ words }) => !pulled.includes(words))
      .map((found) => ({ type: 'said' as const, key: `said ${found.words}`, found })),
  ];
  // The same words may be said twice.
  return [...new Map(all.map((one) => [one.key, one])).values()];
}
