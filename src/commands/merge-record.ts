import { MidadError } from '../model/errors.ts';
import type { Entity, EntityKind } from '../model/site.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { putDocument } from './put-document.ts';

/**
 * Makes two records of one kind one: stories go on naming the old one, and mean the other; its address leads there. Without
 * `into` the two are two again.
 *
 * @throws MidadError `forbidden`; `not-found`; `reference-missing` for one that does not exist, is the record itself, or was merged
 *   away; `conflict`.
 */
export async function mergeRecord(
  context: Context,
  { kind, id, into, expect }: { kind: EntityKind; id: string; into?: string; expect: number },
): Promise<Written> {
  permit(context, 'merge-entity');
  const record = (await context.journal.current(kind, id))?.content as Entity | null | undefined;
  if (!record) throw new MidadError('not-found', { kind, id });
  const { mergedInto: _, ...alone } = record;
  const content: Entity = into === undefined ? alone : { ...alone, mergedInto: into };
  return putDocument(context, { kind, content, expect });
}
