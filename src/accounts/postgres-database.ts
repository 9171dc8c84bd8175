import type { PostgresPlace } from '../journal/place.ts';
import { migratePostgres, openPool } from '../journal/postgres-connect.ts';
import { explainPostgres } from '../journal/postgres-errors.ts';
import type { AccountsDatabase, Row } from './database.ts';

/** Signing in asks little and seldom: beside the journal's own connections these are enough. */
const mostConnections = 3;

/** The sign-in tables beside the journal in PostgreSQL. @throws MidadError as `openPostgresJournal`. */
export async function openPostgresAccounts({ url, ...options }: PostgresPlace): Promise<AccountsDatabase> {
  const opened = openPool(url, { ...options, connections: mostConnections });
  const { pool, place } = opened;
  try {
    await migratePostgres(opened);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgres',
    async ask(sql, ...values) {
      try {
        const { rows, rowCount } = await pool.query<Row>(numbered(sql), [...values]);
        return { rows, changes: rowCount ?? 0 };
      } catch (error) {
        throw explainPostgres(error, place);
      }
    },
    close: () => pool.end(),
  };
}

/** Our own statements are written as SQLite takes them, `?` and `?1`; those of Kysely have `$1` already. None has a `?` in quotes. */
function numbered(sql: string): string {
  let next = 0;
  return sql.replace(/\?(\d*)/g, (_, number: string) => `$${number === '' ? ++next : number}`);
}
