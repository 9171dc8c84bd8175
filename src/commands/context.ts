import type { Journal, Receipt } from '../journal/journal.ts';
import type { Actor } from './policy.ts';

/** What every command needs: where to write, who does it, and when (ms since the epoch). */
export interface Context extends Actor {
  journal: Journal;
  now: number;
}

/** A receipt with the document that it is for. */
export interface Written extends Receipt {
  id: string;
}
