import type { EntityKind } from './site.ts';

/** First words of the addresses of records. */
export const collections = {
  topic: 'topics',
  person: 'people',
  place: 'places',
  organisation: 'organisations',
} as const satisfies Record<EntityKind, string>;

/**
 * Addresses of a record, decoded, as redirects keep them: its own, and for a person also the one as an author.
 */
export function addressesOf(kind: EntityKind, slug: string): string[] {
  const own = `/${collections[kind]}/${slug}`;
  return kind === 'person' ? [own, `/authors/${slug}`] : [own];
}
