import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { MidadError } from '../model/errors.ts';
import type { AccountsDatabase, Value } from './database.ts';

/** Better Auth asks in Kysely; the statements go to the thread. There are no transactions: each statement is whole. */
export function accountsDialect(database: AccountsDatabase): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
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
