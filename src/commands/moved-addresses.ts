import type { Change, Journal } from '../journal/journal.ts';
import { addressesOf } from '../model/address.ts';
import { MidadError } from '../model/errors.ts';
import type { Entity, EntityKind, Redirect } from '../model/site.ts';
import { documentId } from './document-id.ts';

/**
 * What redirects must say once this record is as given: every address it ever had leads to the one it has, in one
 * step however often it moved; those of a merged one to the other record. An address that it takes up again
 * leads nowhere else any more (the redirect is removed).
 *
 * @throws MidadError `reference-missing` when it is merged into what does not exist, into itself, or into
 *   one that was merged away itself.
 */
export async function redirectsOf(journal: Journal, kind: EntityKind, entity: Entity): Promise<Change[]> {
  const { mergedInto, slug } = entity;
  const into = mergedInto === undefined ? undefined : await mergeTarget(journal, kind, entity.id, mergedInto);
  const present = into?.slug ?? slug;
  const revisions = await journal.revisions(kind, entity.id);
  const slugs = new Set(
    revisions.flatMap(({ content }) => (content === null ? [] : (content as Entity).slug)),
  );
  slugs.add(slug).delete(present);

  const changes: Change[] = [];
  for (const former of slugs) {
    const targets = addressesOf(kind, present);
    for (const [i, from] of addressesOf(kind, former).entries()) {
      const change = await redirect(journal, { from, to: targets[i] ?? '/' });
      if (change) changes.push(change);
    }
  }
  if (into === undefined) {
    for (const from of addressesOf(kind, present)) {
      const id = documentId('redirect', { from });
      const newest = await journal.current('redirect', id);
      if (!newest || newest.action === 'remove' || newest.content === null) continue;
      const content = newest.content as Redirect;
      changes.push({ kind: 'redirect', id, action: 'remove', expect: newest.version, content });
    }
  }
  return changes;
}

async function mergeTarget(journal: Journal, kind: EntityKind, id: string, into: string): Promise<Entity> {
  const target = (await journal.current(kind, into))?.content as Entity | null | undefined;
  if (!target || into === id || target.mergedInto !== undefined) {
    throw new MidadError('reference-missing', { kind, id: into });
  }
  return target;
}

/** The change that makes one address lead to another; none when it does already. */
async function redirect(journal: Journal, content: Redirect): Promise<Change | undefined> {
  const id = documentId('redirect', content);
  const newest = await journal.current('redirect', id);
  if (newest && newest.action !== 'remove' && (newest.content as Redirect | null)?.to === content.to)
    return undefined;
  return {
    kind: 'redirect',
    id,
    action: newest ? 'update' : 'create',
    expect: newest?.version ?? 0,
    content,
  };
}
