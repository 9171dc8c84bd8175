import { type Database, number, text } from './sqlite.ts';

/** Compares kept counts with what they count, and what belongs to stories with the stories that are there. */
export function* countDifferences(catalog: Database, search: Database): Iterable<string> {
  for (const [name, kept, counted] of catalog.iterate(
    `SELECT list.name, list.stories, coalesce(real.stories, 0) FROM list
     LEFT JOIN (SELECT list, count(*) AS stories FROM list_story GROUP BY list) AS real ON real.list = list.id
     WHERE list.stories <> coalesce(real.stories, 0)`,
  )) {
    yield `public: list ${text(name)} says ${number(kept)}, has ${number(counted)}`;
  }
  for (const [day, kept, counted] of catalog.iterate(
    `SELECT real.day, coalesce(day.stories, 0), real.stories
     FROM (SELECT day, count(*) AS stories FROM story GROUP BY day) AS real LEFT JOIN day ON day.day = real.day
     WHERE coalesce(day.stories, 0) <> real.stories`,
  )) {
    yield `public: day ${text(day)} says ${number(kept)}, has ${number(counted)}`;
  }
  const all = number(catalog.get('SELECT count(*) FROM story')?.[0]);
  for (const [what, sql] of Object.entries({
    days: 'SELECT coalesce(sum(stories), 0) FROM day',
    months: 'SELECT coalesce(sum(stories), 0) FROM month',
    'ranges of ids': 'SELECT coalesce(sum(stories), 0) FROM id_range',
    'the list of all': `SELECT coalesce(sum(stories), 0) FROM list WHERE name = 'all'`,
  })) {
    const counted = number(catalog.get(sql)?.[0]);
    if (counted !== all) yield `public: ${what} say ${counted}, there are ${all} stories`;
  }
  for (const [table, column] of [
    ['list_story', 'story'],
    ['term_story', 'story'],
    ['correction', 'story'],
    ['live_entry', 'story'],
    ['most_read', 'story'],
    ['story_document', 'id'],
    ['quote', 'story'],
  ] as const) {
    const strays = number(
      catalog.get(`SELECT count(*) FROM ${table} WHERE ${column} NOT IN (SELECT id FROM story)`)?.[0],
    );
    if (strays > 0) yield `public: ${strays} rows of ${table} belong to no story`;
  }
  const unused = number(
    catalog.get('SELECT count(*) FROM media WHERE id NOT IN (SELECT media FROM media_use)')?.[0],
  );
  if (unused > 0) yield `public: ${unused} pictures are shown by nothing public`;
  const counted = number(search.get(`SELECT value FROM meta WHERE key = 'docs'`)?.[0]);
  const docs = number(search.get('SELECT count(*) FROM doc')?.[0]);
  if (counted !== docs) yield `search: ${docs} stories, counted as ${counted}`;
}
