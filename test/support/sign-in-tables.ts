import { getMigrations } from 'better-auth/db/migration';
import type { AccountsDatabase } from '../../src/accounts/database.ts';
import { signInLibrary } from '../../src/accounts/library.ts';

/** What the sign-in library would change about its tables: names of tables, none when they are as it wants them. */
export async function wantedChanges(database: AccountsDatabase): Promise<string[]> {
  const library = signInLibrary({
    database,
    secret: 'x'.repeat(64),
    origin: 'http://localhost:4000',
    onError: () => {},
  });
  const { toBeCreated, toBeAdded } = await getMigrations(library.options);
  return [...toBeCreated, ...toBeAdded].map(({ table }) => table);
}
