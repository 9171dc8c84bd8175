import { type DocumentKind, schemaVersion } from './document.ts';

/**
 * Old revisions are never rewritten; they are read through pure functions, each of which takes a document
 * of one schema version to the next.
 */
export type Upcaster = (content: unknown) => unknown;

/** `upcasters.story[1]` takes a story written by schema 1 to schema 2. A kind or version left out did not change. */
export type Upcasters = Readonly<Partial<Record<DocumentKind, Readonly<Record<number, Upcaster>>>>>;

/** One for each change of a schema since the first; there was none yet. They stay for ever. */
export const upcasters: Upcasters = {};

/**
 * A stored document as today's code expects it. The input is never changed.
 *
 * @param from the schema version that it was written by.
 * @returns redacted content (null) as null.
 * @throws RangeError when it was written by a newer schema than `to`; a journal of a newer program is
 *   refused when it is opened, so this is a fault of ours.
 */
export function upcast(
  kind: DocumentKind,
  from: number,
  content: unknown,
  to: number = schemaVersion,
  steps: Upcasters = upcasters,
): unknown {
  if (from > to) throw new RangeError(`${kind} of schema ${from}, newer than ${to}`);
  if (content === null) return null;
  let now = content;
  for (let version = from; version < to; version++) now = steps[kind]?.[version]?.(now) ?? now;
  return now;
}
