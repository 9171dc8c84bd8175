import { type Database, number, text } from '../sqlite.ts';
import { listNames } from './list-names.ts';

/**
 * Numbers of lists by their names. A list, once numbered, keeps its number for the life of the file, so what was
 * committed may be kept in memory whatever other processes do.
 */
export class ListNumbers {
  readonly #db: Database;
  readonly #byName = new Map<string, number>();
  readonly #byNumber = new Map<number, string>();

  constructor(db: Database) {
    this.#db = db;
  }

  find(name: string): number | undefined {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const row = this.#db.get('SELECT id FROM list WHERE name = ?', name);
    return row === undefined ? undefined : this.#keep(number(row[0]), name);
  }

  /** Within a write transaction; after a rollback call `forget`. */
  findOrAdd(name: string): number {
    const found = this.find(name);
    if (found !== undefined) return found;
    return this.#keep(
      number(this.#db.get('INSERT INTO list (name) VALUES (?) RETURNING id', name)?.[0]),
      name,
    );
  }

  nameOf(id: number): string {
    const known = this.#byNumber.get(id);
    if (known !== undefined) return known;
    const name = text(this.#db.get('SELECT name FROM list WHERE id = ?', id)?.[0]);
    this.#keep(id, name);
    return name;
  }

  forget(): void {
    this.#byName.clear();
    this.#byNumber.clear();
  }

  #keep(id: number, name: string): number {
    // 100,000 names are some 20 MB; an archive with more entities than that asks for the rest again.
    if (this.#byName.size > 100_000) this.forget();
    this.#byName.set(name, id);
    this.#byNumber.set(id, name);
    return id;
  }
}

const statements = {
  list: 'UPDATE list SET stories = stories + ?2 WHERE id = ?1',
  day: 'INSERT INTO day VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET stories = stories + ?2',
  month: 'INSERT INTO month VALUES (?1, ?2) ON CONFLICT (month) DO UPDATE SET stories = stories + ?2',
  range: 'INSERT INTO id_range VALUES (?1, ?2) ON CONFLICT (range) DO UPDATE SET stories = stories + ?2',
} as const;

/** Kept counts: changes are summed in memory and written once a batch, within its transaction. */
export class Counts {
  readonly #db: Database;
  readonly #changes = {
    list: new Map<number, number>(),
    day: new Map<string, number>(),
    range: new Map<number, number>(),
  };
  readonly #entities = new Map<string, { kind: string; id: string; by: number }>();

  constructor(db: Database) {
    this.#db = db;
  }

  list(id: number, by: number): void {
    add(this.#changes.list, id, by);
  }

  /** A story of this id on this day came (1) or went (-1). */
  story(id: number, day: string, by: number): void {
    add(this.#changes.day, day, by);
    add(this.#changes.range, Math.floor(id / idsPerRange), by);
  }

  entity(kind: string, id: string, by: number): void {
    const key = listNames.entity(kind as 'topic', id);
    const known = this.#entities.get(key);
    if (known === undefined) this.#entities.set(key, { kind, id, by });
    else known.by += by;
  }

  flush(): void {
    const months = new Map<string, number>();
    for (const [id, by] of this.#changes.list) if (by !== 0) this.#db.run(statements.list, id, by);
    for (const [day, by] of this.#changes.day) {
      add(months, day.slice(0, 7), by);
      if (by !== 0) this.#db.run(statements.day, day, by);
      if (by < 0) this.#db.run('DELETE FROM day WHERE day = ? AND stories <= 0', day);
    }
    for (const [month, by] of months) {
      if (by !== 0) this.#db.run(statements.month, month, by);
      if (by < 0) this.#db.run('DELETE FROM month WHERE month = ? AND stories <= 0', month);
    }
    for (const [range, by] of this.#changes.range) {
      if (by !== 0) this.#db.run(statements.range, range, by);
      if (by < 0) this.#db.run('DELETE FROM id_range WHERE range = ? AND stories <= 0', range);
    }
    for (const { kind, id, by } of this.#entities.values()) {
      if (by === 0) continue;
      this.#db.run(
        'INSERT INTO entity_count VALUES (?1, ?2, ?3) ON CONFLICT (kind, id) DO UPDATE SET stories = stories + ?3',
        kind,
        id,
        by,
      );
      if (by < 0)
        this.#db.run('DELETE FROM entity_count WHERE kind = ? AND id = ? AND stories <= 0', kind, id);
    }
    this.clear();
  }

  clear(): void {
    for (const map of Object.values(this.#changes)) map.clear();
    this.#entities.clear();
  }
}

/** A thousand ids are counted together: a sitemap of 50,000 stories sums some fifty of them. */
export const idsPerRange = 1000;

function add<K>(map: Map<K, number>, key: K, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}
