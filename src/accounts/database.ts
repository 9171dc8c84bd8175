export type SqliteValue = string | number | bigint | null | Uint8Array;
export type Value = SqliteValue | boolean | Date;
export type Row = Record<string, Value>;
export interface Result {
  rows: Row[];
  /** Rows written. */
  changes: number;
}

/** The sign-in tables of the journal's database, one statement at a time. */
export interface AccountsDatabase {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * A statement with `?` or `?1` where the values go. @throws MidadError `unavailable`, `disk-full` when the database cannot do it now.
   */
  ask(sql: string, ...values: readonly Value[]): Promise<Result>;
  close(): Promise<void>;
}
