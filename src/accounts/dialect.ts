import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { MidadError } from '../model/errors.ts';
import type { AccountsDatabase, Value } from './database.ts';

/** Better Auth asks in Kysely; the statements go to our database. There are no transactions: each statement is whole. */
export function accountsDialect(database: AccountsDatabase): Dialect {
  const createDriver = () => driver(database);
  return database.kind === 'sqlite'
    ? {
        createAdapter: () => new SqliteAdapter(),
        createDriver,
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      }
    : {
        createAdapter: () => new PostgresAdapter(),
        createDriver,
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      };
}

function driver(database: AccountsDatabase): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, changes } = await database.ask(sql, ...(parameters as readonly Value[]));
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    streamQuery() {
      throw new Error('sign-in tables are not streamed');
    },
  };
  const none = async () => {
    throw new MidadError('unavailable', { part: 'transaction' });
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: none,
    commitTransaction: none,
    rollbackTransaction: none,
    destroy: async () => {},
  };
}
