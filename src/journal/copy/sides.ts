import { MidadError } from '../../model/errors.ts';

/** A value as both stores can hold it: SQLite's kinds. Times of the sign-in tables are ISO text, truth is 0 or 1. */
export type Cell = string | number | Uint8Array | null;
export type Row = Record<string, Cell>;

/** How far a side goes. */
export interface SideHead {
  /** `copying:ID` while a copy is not finished: nobody opens such a journal. */
  journalId: string;
  seq: number;
  /** Hex. */
  digest: string;
  /** Number of the last batch of readership counts. */
  tallySeq: number;
}

/** Tables that only grow, by the column that numbers them; all others are copied whole, each time. */
export const growing: Readonly<Record<string, string>> = { tally_batch: 'seq', tally: 'batch' };

/** A journal that is copied from. Rows come in batches, so that none is ever whole in memory. */
export interface CopySource {
  head(): Promise<SideHead>;
  digestAt(seq: number): Promise<string | undefined>;
  /** Everything that is asked from now on is of one moment, whatever is written meanwhile. */
  freeze(): Promise<void>;
  /** Entries above `after`, up to `upTo`, ascending. */
  entries(after: number, upTo: number): AsyncIterable<Row[]>;
  /** Rows of a table; with `above` those whose numbering column is greater. */
  rows(table: string, above?: number): AsyncIterable<Row[]>;
  close(): Promise<void>;
}

/** A journal that is copied to. */
export interface CopyTarget {
  head(): Promise<SideHead>;
  digestAt(seq: number): Promise<string | undefined>;
  /** Empties it. */
  clear(tables: readonly string[]): Promise<void>;
  /** From now on nobody opens it. */
  mark(journalId: string): Promise<void>;
  /** Appends entries as they are; one transaction for each batch, its head with it. */
  addEntries(rows: readonly Row[]): Promise<void>;
  /** Puts the rows of all other tables in, in one transaction with the head of the counts. */
  replace(tables: readonly string[], source: CopySource, tallySeq: number): Promise<void>;
  /** The copy is whole: it can be opened. */
  finish(journalId: string): Promise<void>;
  close(): Promise<void>;
}

/** What stands before the id of a journal that is being copied to. */
export const copyingMark = 'copying:';

/** @throws MidadError `journal-incomplete` for the id of a journal that is being copied to. */
export function refuseUnfinished(journalId: string, path: string): void {
  if (journalId.startsWith(copyingMark)) throw new MidadError('journal-incomplete', { path });
}
