import { MidadError } from '../model/errors.ts';
import type { Author, Change } from './journal.ts';

/**
 * Names that every backend stores to the letter: not empty, at most 600 UTF-16 units (a source's id of 500
 * and its space), no NUL (PostgreSQL has no room for it), no half of a surrogate pair (it would come back
 * as U+FFFD and break the digest).
 */
function isStorable(name: string): boolean {
  return name.length > 0 && name.length <= 600 && name.isWellFormed() && !name.includes('\0');
}

/**
 * Refuses what no backend could store faithfully; content itself is JSON, which escapes whatever it holds.
 * @throws MidadError `bad-request`, param `field`.
 */
export function admit(changes: readonly Change[], by: Author): void {
  const refuse = (field: string) => new MidadError('bad-request', { field });
  if (!isStorable(by.actor)) throw refuse('actor');
  if (!Number.isSafeInteger(by.at)) throw refuse('at');
  for (const change of changes) {
    if (!isStorable(change.kind)) throw refuse('kind');
    if (!isStorable(change.id)) throw refuse('id');
    if (!Number.isSafeInteger(change.expect) || change.expect < 0) throw refuse('expect');
    for (const claim of [...(change.take ?? []), ...(change.free ?? [])]) {
      if (!isStorable(claim.space) || !isStorable(claim.name)) throw refuse('claim');
    }
    const { note } = change;
    if (note !== undefined && (note.length > 2000 || !note.isWellFormed() || note.includes('\0'))) {
      throw refuse('note');
    }
    for (const job of change.jobs ?? []) {
      if (!isStorable(job.kind) || !Number.isSafeInteger(job.dueAt)) throw refuse('job');
    }
  }
}
