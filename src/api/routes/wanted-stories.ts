import { indexTerms } from '../../arabic/analyse.ts';
import type { FindQuery } from '../../catalog/desk/find.ts';
import type { PublicCatalog } from '../../catalog/public/catalog.ts';
import type { Taken } from '../contract/contract.ts';
import type { ApiParts } from '../parts.ts';

/** A name that more people have is no name to look for; the first are taken. */
const mostPeople = 50;

/** What is to be found beyond what lists are kept by; undefined when nothing is. */
export function wantedOf(
  { catalog, desk }: ApiParts,
  { words, person, author, from, to }: Taken<'stories'>['query'],
): FindQuery | undefined {
  if ([words, person, author, from, to].every((one) => one === undefined)) return undefined;
  const { timeZone } = catalog().site();
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return {
    ...(words !== undefined && { words }),
    ...(person !== undefined && { people: peopleNamed(catalog(), person) }),
    ...(author !== undefined && {
      author: {
        name: author,
        users: desk()
          .users()
          .filter(({ user }) => hasWords(user.name, author))
          .map(({ user }) => user.id),
      },
    }),
    ...(from !== undefined && { from: midnight(Temporal.PlainDate.from(from)) }),
    ...(to !== undefined && { to: midnight(Temporal.PlainDate.from(to).add({ days: 1 })) }),
  };
}

const peopleNamed = (catalog: PublicCatalog, name: string) =>
  catalog
    .knownNames()
    .filter(
      ({ kind, name: one, otherNames }) =>
        kind === 'person' && [one, ...otherNames].some((spelling) => hasWords(spelling, name)),
    )
    .slice(0, mostPeople)
    .flatMap(({ id }) => id ?? []);

/** Whether a name has all words of what was typed, in any spelling that search takes for the same. */
export function hasWords(name: string, typed: string): boolean {
  const words = new Set(indexTerms(name).split(' '));
  return indexTerms(typed)
    .split(' ')
    .every((word) => words.has(word));
}
