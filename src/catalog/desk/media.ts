import { terms } from '../../arabic/analyse.ts';
import type { Entry } from '../../journal/journal.ts';
import { isErased, type MediaRow, type MediaState } from '../../model/media-row.ts';
import type { Entity, Media } from '../../model/site.ts';
import { type Database, number, text } from '../sqlite.ts';

export interface MediaQuery {
  /** Each word, or one that begins so, must stand in caption, alt text, credit or the name of somebody seen. */
  words?: string;
  /** Id of somebody seen. */
  person?: string;
  state?: MediaState;
  /** 1–200. */
  limit: number;
  /** Brought in before this one: the next page. */
  before?: number;
}

/** Keeps the library's row of a picture; the document itself is in `supply`, written before. */
export function putMedia(db: Database, entry: Entry, media: Media | null): void {
  const known = db.get('SELECT number FROM desk_media WHERE id = ?', entry.id)?.[0];
  const at = known === undefined ? entry.seq : number(known);
  if (known !== undefined) {
    db.run('DELETE FROM media_person WHERE number = ?', at);
    db.run('DELETE FROM text_media WHERE rowid = ?', at);
  }
  if (media === null || isErased(media)) {
    db.run('DELETE FROM desk_media WHERE id = ?', entry.id);
    return;
  }
  const described = media.alt.trim() !== '' && media.credit !== undefined;
  db.run(
    `INSERT INTO desk_media VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET version = excluded.version,
       described = excluded.described, expires_at = excluded.expires_at, expired = excluded.expired`,
    at,
    entry.id,
    entry.version,
    described ? 1 : 0,
    media.rights?.expiresAt ?? null,
    media.expired === true ? 1 : 0,
  );
  for (const person of new Set(media.people)) db.run('INSERT INTO media_person VALUES (?, ?)', at, person);
  index(db, at, media);
}

/** Somebody's name has changed, or has come to be known: their pictures are found by it. */
export function putMediaOfPerson(db: Database, person: string): void {
  const rows = db.all(
    `SELECT desk_media.number, supply.document FROM media_person JOIN desk_media USING (number)
     JOIN supply ON supply.kind = 'media' AND supply.id = desk_media.id WHERE media_person.person = ?`,
    person,
  );
  for (const [at, document] of rows) {
    db.run('DELETE FROM text_media WHERE rowid = ?', number(at));
    index(db, number(at), JSON.parse(text(document)) as Media);
  }
}

function index(db: Database, at: number, media: Media): void {
  const names = (media.people ?? []).flatMap((id) => {
    const row = db.get(`SELECT document FROM supply WHERE kind = 'person' AND id = ?`, id);
    if (row === undefined) return [];
    const { name, otherNames } = JSON.parse(text(row[0])) as Entity;
    return [name, ...otherNames];
  });
  const all = [media.caption, media.alt, media.credit, ...names].filter((one) => one !== undefined);
  const words = new Set(terms(all.join('\n')).flatMap(({ word, stem }) => [word, stem]));
  db.run('INSERT INTO text_media (rowid, words) VALUES (?, ?)', at, [...words].join(' '));
}

/** Says which pictures something shows now. */
export function putMediaUses(db: Database, usedBy: string, now: ReadonlySet<string>): void {
  const before = new Set(
    db.all('SELECT media FROM desk_media_use WHERE used_by = ?', usedBy).map(([id]) => text(id)),
  );
  for (const id of now.difference(before)) db.run('INSERT INTO desk_media_use VALUES (?, ?)', id, usedBy);
  for (const id of before.difference(now))
    db.run('DELETE FROM desk_media_use WHERE media = ? AND used_by = ?', id, usedBy);
}

const ofState: Record<MediaState, string> = {
  bare: 'described = 0',
  limited: 'expires_at IS NOT NULL',
  expired: 'expired = 1',
};

const shows =
  'EXISTS (SELECT 1 FROM media_person WHERE media_person.number = desk_media.number AND person = :person)';

/** Pictures of the library, the last brought in first. */
export function mediaIn(db: Database, query: MediaQuery): MediaRow[] {
  const { words = '', person, state, before = Number.MAX_SAFE_INTEGER } = query;
  const limit = Math.max(1, Math.min(200, query.limit));
  const match = terms(words)
    // A single letter begins half of all words.
    .filter(({ word }) => word.length > 1)
    .map(({ word, stem }) => `("${word}"* OR "${stem}")`)
    .join(' AND ');
  // Each way to ask is served in the order of the list by one index: that of words, of persons, of states, or the table itself.
  const [from, at] =
    match !== ''
      ? ['text_media JOIN desk_media ON desk_media.number = text_media.rowid', 'text_media.rowid']
      : person !== undefined
        ? ['media_person JOIN desk_media USING (number)', 'media_person.number']
        : ['desk_media', 'desk_media.number'];
  const wanted = [
    `${at} < :before`,
    ...(match === '' ? [] : ['text_media MATCH :match']),
    ...(person === undefined ? [] : [match === '' ? 'media_person.person = :person' : shows]),
    ...(state === undefined ? [] : [ofState[state]]),
  ].join(' AND ');
  const rows = db
    .prepare(
      `SELECT desk_media.number, desk_media.version, supply.document FROM ${from}
     CROSS JOIN supply ON supply.kind = 'media' AND supply.id = desk_media.id
     WHERE ${wanted} ORDER BY ${at} DESC LIMIT :limit`,
    )
    // By name and not by place: which values there are depends on the question.
    .all({
      before,
      limit,
      ...(match !== '' && { match }),
      ...(person !== undefined && { person }),
    }) as unknown as (number | string)[][];
  return rows.map(([at, version, document]) => ({
    number: number(at),
    version: number(version),
    media: JSON.parse(text(document)) as Media,
  }));
}

/** What shows a picture: kind and id, at most `limit`. */
export function mediaUses(db: Database, media: string, limit: number): { kind: string; id: string }[] {
  return db
    .all('SELECT used_by FROM desk_media_use WHERE media = ? ORDER BY used_by LIMIT ?', media, limit)
    .map(([usedBy]) => {
      const [kind = '', id = ''] = text(usedBy).split(/:(.*)/s);
      return { kind, id };
    });
}
