import { usualPostgres, type PostgresPlace } from '../../src/journal/place.ts';

/** A schema of a database, for one measurement. */
export function placeIn(database: string, schema: string): PostgresPlace {
  const url = new URL(database);
  url.searchParams.set('schema', schema);
  return { ...usualPostgres, url: url.href };
}
