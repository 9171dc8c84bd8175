import type { Journal, Receipt } from '../journal/journal.ts';

/** What every command needs: where to write, who does it, and when (ms since the epoch). */
export interface Context {
  journal: Journal;
  actor: string;
  now: number;
}

/** A receipt with the document that it is for. */
export interface Written extends Receipt {
  id: string;
}
