import { fold } from '../../arabic/fold.ts';
import type { Entity } from '../../model/site.ts';
import { type Database, text } from '../sqlite.ts';

/** Keeps the names by which a person is found; those of one merged into another are the other's. */
export function putPerson(db: Database, id: string, person: Entity | null): void {
  db.run('DELETE FROM desk_person WHERE id = ?', id);
  if (person === null || person.mergedInto !== undefined) return;
  const folded = wordsOf([person.name, ...person.otherNames].join(' '));
  db.run('INSERT INTO desk_person VALUES (?, ?, ?)', id, person.name, ` ${folded.join(' ')}`);
}

/** People with a name in which each of the words stands, or one that begins so; at most `limit`, by name. A scan: a millisecond for 10,000. */
export function peopleNamed(db: Database, words: string, limit: number): { id: string; name: string }[] {
  const wanted = wordsOf(words).slice(0, 5);
  if (wanted.length === 0) return [];
  return db
    .all(
      `SELECT id, name FROM desk_person WHERE ${wanted.map(() => 'instr(folded, ?) > 0').join(' AND ')} ORDER BY name LIMIT ?`,
      ...wanted.map((word) => ` ${word}`),
      limit,
    )
    .map(([id, name]) => ({ id: text(id), name: text(name) }));
}

const wordsOf = (names: string) => fold(names).match(/[\p{L}\p{N}]+/gu) ?? [];
