/**
 * A publication's database in PostgreSQL, where `DATABASE_URL` names one. Plain data: it goes over to threads and to other processes.
 * Without it the journal is a file in the data folder.
 */
export interface PostgresPlace {
  /** `postgres://user:password@host:5432/database`; see `openPool` for what may stand behind the `?`. */
  readonly url: string;
  /** Most connections of a node's own journal; its followers, sign-in tables and listener have a few beside them. */
  readonly connections: number;
  /** A statement that takes longer is given up, and the database called unavailable; ms. */
  readonly timeoutMs: number;
}

/** What is meant by an address alone. */
export const usualPostgres = { connections: 10, timeoutMs: 10_000 } as const;
