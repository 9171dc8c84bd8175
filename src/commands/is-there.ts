import type { Journal } from '../journal/journal.ts';
import type { DocumentKind } from '../model/document.ts';

/** Whether a document exists and was not removed. */
export async function isThere(journal: Journal, kind: DocumentKind, id: string): Promise<boolean> {
  const entry = await journal.current(kind, id);
  return entry !== undefined && entry.action !== 'remove' && entry.content !== null;
}
