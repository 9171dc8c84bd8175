import type { Entry } from '../../journal/journal.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { Entity, EntityKind } from '../../model/site.ts';
import { number, text } from '../sqlite.ts';
import { canonicalId, mergedIds } from './aliases.ts';
import { type ApplyContext, documentAfter } from './apply-context.ts';
import { putQuotesOf } from './apply-quotes.ts';
import { setMediaUses } from './apply-media.ts';
import { type ListKind, listNames } from './list-names.ts';

/** A topic, person, place or organisation. A merge changes no story: it is resolved when reading. */
export function applyEntity(context: ApplyContext, entry: Entry): void {
  const { db, touched } = context;
  const kind = entry.kind as EntityKind;
  const { id } = entry;
  const entity = documentAfter<Entity>(entry);
  const into = entity?.mergedInto === id ? undefined : entity?.mergedInto;
  const before = db.get('SELECT merged_into FROM entity WHERE kind = ? AND id = ?', kind, id);
  const merges = (before?.[0] ?? undefined) !== into;
  const affected = new Set<string>();
  const spelled = kind === 'person' ? spellings(context, id) : '';
  if (merges) affected.add(id).add(canonicalId(db, kind, id));

  if (entity === undefined) db.run('DELETE FROM entity WHERE kind = ? AND id = ?', kind, id);
  else {
    db.run(
      `INSERT INTO entity VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, id)
       DO UPDATE SET slug = excluded.slug, merged_into = excluded.merged_into, document = excluded.document`,
      kind,
      id,
      entity.slug,
      into ?? null,
      JSON.stringify(entity),
    );
  }
  const picture = entity?.picture?.media;
  setMediaUses(context, `${kind}:${id}`, new Set(picture === undefined ? [] : [picture]));
  touched.add(keys.entity(kind, id));
  if (kind === 'person' && spellings(context, id) !== spelled) putQuotesOf(context, id);
  // Cards link to their writers' pages by the slug.
  if (kind === 'person' && entity?.author === true) touched.add(keys.listAuthor(id));

  if (merges) {
    affected.add(canonicalId(db, kind, id));
    if (kind === 'person') recount(context, 'author', affected);
    recount(context, kind, affected);
  }
}

function spellings({ db }: ApplyContext, id: string): string {
  const row = db.get("SELECT document FROM entity WHERE kind = 'person' AND id = ?", id);
  if (row === undefined) return '';
  const { name, otherNames } = JSON.parse(text(row[0])) as Entity;
  return [name, ...otherNames].join('\n');
}

/** Counts the stories under each of these anew; a story that named both of two merged ones counts once. */
function recount(context: ApplyContext, kind: ListKind, ids: ReadonlySet<string>): void {
  const { db, counts, lists, touched } = context;
  counts.flush();
  for (const id of ids) {
    touched.add(kind === 'author' ? keys.listAuthor(id) : keys.listEntity(kind, id));
    if (kind !== 'author') touched.add(keys.entity(kind, id));
    db.run('DELETE FROM entity_count WHERE kind = ? AND id = ?', kind, id);
    if (canonicalId(db, kind, id) !== id) continue;
    const members = mergedIds(db, kind, id)
      .map((member) => lists.find(listNames.entity(kind, member)))
      .filter((list) => list !== undefined);
    const stories = storiesUnder(context, members);
    if (stories > 0) db.run('INSERT INTO entity_count VALUES (?, ?, ?)', kind, id, stories);
  }
}

function storiesUnder({ db }: ApplyContext, lists: readonly number[]): number {
  const row =
    lists.length === 1
      ? db.get('SELECT stories FROM list WHERE id = ?', lists[0] ?? 0)
      : db.get(
          'SELECT count(DISTINCT story) FROM list_story WHERE list IN (SELECT value FROM json_each(?))',
          JSON.stringify(lists),
        );
  return number(row?.[0]);
}
