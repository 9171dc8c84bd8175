import type { FindQuery } from '../../catalog/desk/find.ts';
import type { PublicCatalog } from '../../catalog/public/catalog.ts';
import type { Taken } from '../contract/contract.ts';
import type { ApiParts } from '../parts.ts';
import { named } from './named.ts';

/** A name that more people have is no name to look for; the first are taken. */
const mostPeople = 50;

/** What is to be found beyond what lists are kept by; undefined when nothing is. */
export function wantedOf(
  { catalog, desk }: ApiParts,
  { words, person, author, from, to }: Taken<'stories'>['query'],
): FindQuery | undefined {
  if ([words, person, author, from, to].every((one) => one === undefined)) return undefined;
  const { timeZone } = catalog().site();
  const isAuthor = named(author ?? '');
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return {
    ...(words !== undefined && { words }),
    ...(person !== undefined && { people: peopleNamed(catalog(), person) }),
    ...(author !== undefined && {
      author: {
        name: author,
        users: desk()
          .users()
          .filter(({ user }) => isAuthor(user.name))
          .map(({ user }) => user.id),
      },
    }),
    ...(from !== undefined && { from: midnight(Temporal.PlainDate.from(from)) }),
    ...(to !== undefined && { to: midnight(Temporal.PlainDate.from(to).add({ days: 1 })) }),
  };
}

function peopleNamed(catalog: PublicCatalog, typed: string): string[] {
  const isNamed = named(typed);
  return catalog
    .knownNames()
    .filter(({ kind, name, otherNames }) => kind === 'person' && [name, ...otherNames].some(isNamed))
    .slice(0, mostPeople)
    .flatMap(({ id }) => id ?? []);
}
