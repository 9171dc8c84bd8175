import type { Entity, EntityKind } from '../../model/site.ts';
import { type Database, text } from '../sqlite.ts';
import type { KnownEntity } from '../../arabic/entities/entity.ts';
import { canonicalId } from './aliases.ts';

/** The record, or the one it was merged into. */
export function entityIn(db: Database, kind: EntityKind, id: string): Entity | undefined {
  return db.remember(`entity ${kind} ${id}`, () => readEntity(db, kind, id));
}

function readEntity(db: Database, kind: EntityKind, id: string): Entity | undefined {
  const row = db.get('SELECT document, merged_into FROM entity WHERE kind = ? AND id = ?', kind, id);
  if (row === undefined) return undefined;
  if (row[1] === null) return JSON.parse(text(row[0])) as Entity;
  const into = canonicalId(db, kind, id);
  // Merged into what does not exist: its own record says more than nothing.
  const found = db.get('SELECT document FROM entity WHERE kind = ? AND id = ?', kind, into) ?? row;
  return JSON.parse(text(found[0])) as Entity;
}

/** A merged record's slug finds the one it was merged into; a slug that both have, the one that stayed. */
export function entityBySlug(db: Database, kind: EntityKind, slug: string): Entity | undefined {
  const row = db.get(
    'SELECT id FROM entity INDEXED BY entity_slug WHERE kind = ? AND slug = ? ORDER BY merged_into IS NOT NULL, id LIMIT 1',
    kind,
    slug,
  );
  return row && entityIn(db, kind, text(row[0]));
}

/** In the given order; merged ones once, unknown ones left out. */
export function entitiesIn(db: Database, kind: EntityKind, ids: readonly string[]): Entity[] {
  const found = new Map<string, Entity>();
  for (const id of ids) {
    const entity = entityIn(db, kind, id);
    if (entity !== undefined && !found.has(entity.id)) found.set(entity.id, entity);
  }
  return [...found.values()];
}

/** Entities with a record and at least one public story, most stories first. */
export function topEntities(
  db: Database,
  kind: EntityKind,
  limit: number,
): { entity: Entity; stories: number }[] {
  const rows = db.all(
    `SELECT entity.document, counted.stories FROM entity_count AS counted INDEXED BY entity_count_most
     JOIN entity ON entity.kind = counted.kind AND entity.id = counted.id
     WHERE counted.kind = ? AND counted.stories > 0
     ORDER BY counted.stories DESC, counted.id LIMIT ?`,
    kind,
    limit,
  );
  return rows.map(([document, stories]) => ({
    entity: JSON.parse(text(document)) as Entity,
    stories: Number(stories),
  }));
}

/** A record as it stands in a list. */
export interface ListedRecord {
  record: Entity;
  /** Published stories that name it, or one that was merged into it. */
  stories: number;
  /** In every spelling, also of those that were merged into it. */
  names: string[];
}

/** All records of a kind that are not merged into another, the most named first. */
export function recordsOf(db: Database, kind: EntityKind): ListedRecord[] {
  return db.remember(`records ${kind}`, () => {
    const names = new Map<string, string[]>();
    const rows = db
      .all(
        `SELECT entity.document, coalesce(counted.stories, 0) AS stories FROM entity
         LEFT JOIN entity_count AS counted ON counted.kind = entity.kind AND counted.id = entity.id
         WHERE entity.kind = ? ORDER BY stories DESC, entity.id`,
        kind,
      )
      .map(([document, stories]) => ({
        record: JSON.parse(text(document)) as Entity,
        stories: Number(stories),
      }));
    for (const { record } of rows) {
      const id = canonicalId(db, kind, record.id);
      names.set(id, [...(names.get(id) ?? []), record.name, ...record.otherNames]);
    }
    return rows.flatMap(({ record, stories }) =>
      record.mergedInto === undefined ? { record, stories, names: names.get(record.id) ?? [] } : [],
    );
  });
}

/** Records that were merged into this one. */
export const mergedInto = (db: Database, kind: EntityKind, id: string): Entity[] =>
  db
    .all('SELECT document FROM entity WHERE kind = ? AND merged_into = ? ORDER BY id', kind, id)
    .map(([document]) => JSON.parse(text(document)) as Entity);

/** People, places and bodies with every spelling of their names; a merged one's are those of the one that stayed. */
export function knownNames(db: Database): KnownEntity[] {
  const rows = db.all(
    "SELECT kind, id, merged_into, document FROM entity WHERE kind IN ('person', 'place', 'organisation') ORDER BY kind, id",
  );
  const known = new Map<
    string,
    { kind: KnownEntity['kind']; id: string; name: string; otherNames: string[] }
  >();
  const merged: { key: string; names: string[] }[] = [];
  for (const row of rows) {
    const kind = text(row[0]) as KnownEntity['kind'];
    const id = text(row[1]);
    const { name, otherNames } = JSON.parse(text(row[3])) as Entity;
    if (row[2] === null) known.set(`${kind} ${id}`, { kind, id, name, otherNames });
    else merged.push({ key: `${kind} ${canonicalId(db, kind, id)}`, names: [name, ...otherNames] });
  }
  for (const { key, names } of merged) known.get(key)?.otherNames.push(...names);
  return [...known.values()];
}
