import type { StoryKind } from '../../model/story.ts';
import type { StoryStatus } from '../../model/story-status.ts';
import type { StoryRow } from '../../model/story-row.ts';
import { type Cursor, readCursor } from '../meta.ts';
import type { Board, BoardSpan } from '../../model/board.ts';
import type { Assignment, Comment } from '../../model/discussion.ts';
import { Database, number, text, type Row } from '../sqlite.ts';
import { type AuditEntry, type AuditQuery, auditIn } from './audit.ts';
import { assignedTo, assignmentOf, commentsOn, mentionsOf } from './discussion.ts';
import { countFound, type FindQuery, findStories } from './find.ts';
import type { MediaRow } from '../../model/media-row.ts';
import type { Media } from '../../model/site.ts';
import { mediaIn, type MediaQuery, mediaUses } from './media.ts';
import { peopleNamed } from './people.ts';
import { type Plan, planOf } from './planning.ts';
import { boardOf } from './readership.ts';
import { type DeskUser, usersIn } from './users.ts';

export interface DeskQuery {
  status?: StoryStatus;
  /** With a section, a status is needed for one index to serve both; without one, its statuses are merged. */
  section?: string;
  /** A user's id: only what they began or were given. */
  owner?: string;
  /** 1–200. */
  limit: number;
  /** Changed before this place: the next page. */
  before?: { changedAt: number; id: number };
}

/** The newsroom's view: every story in whatever state, the last changed first. */
export interface DeskCatalog {
  cursor(): Cursor;
  stories(query: DeskQuery): StoryRow[];
  story(id: number): StoryRow | undefined;
  /** Stories that all of it is true of, as far as `limit` (1–200), and the place after which the next ones stand. */
  find(query: FindQuery, page: { limit: number; before?: number }): { stories: StoryRow[]; next?: number };
  /** How many `find` would give, at most `most`. */
  countFound(query: FindQuery, most: number): number;
  /** Kept counts; every filter costs a few rows. */
  count(filter: Pick<DeskQuery, 'status' | 'section' | 'owner'>): number;
  /** Ids of the sections that stories are in, also of such as were removed. */
  sections(): string[];
  users(): DeskUser[];
  audit(query: AuditQuery): AuditEntry[];
  /** All comments of a story, oldest first. */
  comments(story: number): Comment[];
  assignment(story: number): Assignment | undefined;
  assignedTo(user: string, limit: number): { story: number; dueAt?: number }[];
  mentions(user: string, limit: number, before?: { at: number; id: string }): Comment[];
  plan(from: number, to: number): Plan;
  /** What is read; see `Board`. */
  board(span: BoardSpan, now: number, zone: string): Board;
  /** The media library, the last brought in first. */
  media(query: MediaQuery): MediaRow[];
  /** One picture of it. */
  picture(id: string): Media | undefined;
  /** What shows a picture, published or not: `story` 12, `person` x; at most `limit`. */
  mediaUses(id: string, limit: number): { kind: string; id: string }[];
  /** People by words of their names. */
  peopleNamed(words: string, limit: number): { id: string; name: string }[];
  /** The story that a live entry belongs to. */
  liveEntryStory(id: string): number | undefined;
  close(): void;
}

const columns = `id, headline, status, section, kind, language, urgency, legal_hold, publish_at, published_at,
  changed_at, changed_by, version`;

/** @throws an SQLite error when the file is missing or damaged. */
export function openDeskCatalog(path: string): DeskCatalog {
  const db = new Database(path, { readOnly: true });
  return {
    cursor: () => readCursor(db),
    stories: (query) => stories(db, query),
    find(query, page) {
      const limit = Math.max(1, Math.min(200, page.limit));
      const rows = findStories(db, columns, query, { ...page, limit });
      const last = rows.length < limit ? undefined : rows.at(-1);
      return { stories: rows.map(deskStory), ...(last && { next: number(last.at(-1)) }) };
    },
    countFound: (query, most) => countFound(db, query, most),
    story(id) {
      const row = db.get(`SELECT ${columns} FROM desk_story WHERE id = ?`, id);
      return row && deskStory(row);
    },
    count({ status, section, owner }) {
      if (owner !== undefined)
        return number(
          db.get(
            `SELECT count(*) FROM desk_story WHERE ${ofOwner}`,
            owner,
            section ?? null,
            status ?? null,
          )?.[0],
        );
      const row = db.get(
        `SELECT coalesce(sum(stories), 0) FROM desk_count
         WHERE section = coalesce(?1, section) AND status = coalesce(?2, status)`,
        section ?? null,
        status ?? null,
      );
      return number(row?.[0]);
    },
    sections: () =>
      db.all('SELECT DISTINCT section FROM desk_count WHERE stories > 0').map(([id]) => text(id)),
    users: () => usersIn(db),
    audit: (query) => auditIn(db, query),
    comments: (story) => commentsOn(db, story),
    assignment: (story) => assignmentOf(db, story),
    assignedTo: (user, limit) => assignedTo(db, user, limit),
    mentions: (user, limit, before) => mentionsOf(db, user, limit, before),
    plan: (from, to) => planOf(db, from, to),
    board: (span, now, zone) => boardOf(db, span, now, zone),
    media: (query) => mediaIn(db, query),
    picture(id) {
      const row = db.get(`SELECT document FROM supply WHERE kind = 'media' AND id = ?`, id);
      return row && (JSON.parse(text(row[0])) as Media);
    },
    peopleNamed: (words, limit) => peopleNamed(db, words, limit),
    liveEntryStory(id) {
      const row = db.get(`SELECT story FROM supply WHERE kind = 'live-entry' AND id = ?`, id);
      return row && number(row[0]);
    },
    mediaUses: (id, limit) => mediaUses(db, id, limit),
    close: () => db.close(),
  };
}

/** Few have more than some thousand stories, so these are found by owner and then looked through. */
const ofOwner = `(created_by = ?1 OR id IN (SELECT story FROM assignment WHERE user = ?1))
  AND section = coalesce(?2, section) AND status = coalesce(?3, status)`;

function stories(db: Database, query: DeskQuery): StoryRow[] {
  const limit = Math.max(1, Math.min(200, query.limit));
  const { changedAt, id } = query.before ?? { changedAt: Number.MAX_SAFE_INTEGER, id: 0 };
  const page = (where: string, ...values: string[]) =>
    db.all(
      `SELECT ${columns} FROM desk_story WHERE ${where} (changed_at, id) < (?, ?)
       ORDER BY changed_at DESC, id DESC LIMIT ?`,
      ...values,
      changedAt,
      id,
      limit,
    );
  const { status, section, owner } = query;
  if (owner !== undefined)
    return db
      .all(
        `SELECT ${columns} FROM desk_story WHERE ${ofOwner} AND (changed_at, id) < (?4, ?5)
         ORDER BY changed_at DESC, id DESC LIMIT ?6`,
        owner,
        section ?? null,
        status ?? null,
        changedAt,
        id,
        limit,
      )
      .map(deskStory);
  if (section !== undefined) {
    const statuses =
      status === undefined
        ? db
            .all('SELECT status FROM desk_count WHERE section = ? AND stories > 0', section)
            .map(([s]) => text(s))
        : [status];
    return statuses
      .flatMap((one) => page('section = ? AND status = ? AND', section, one))
      .map(deskStory)
      .sort((a, b) => b.changedAt - a.changedAt || b.id - a.id)
      .slice(0, limit);
  }
  return (status === undefined ? page('') : page('status = ? AND', status)).map(deskStory);
}

function deskStory(row: Row): StoryRow {
  return {
    id: number(row[0]),
    headline: text(row[1]),
    status: text(row[2]) as StoryStatus,
    section: text(row[3]),
    kind: text(row[4]) as StoryKind,
    language: text(row[5]),
    urgency: number(row[6]),
    legalHold: row[7] === 1,
    ...(row[8] === null ? {} : { publishAt: number(row[8]) }),
    ...(row[9] === null ? {} : { publishedAt: number(row[9]) }),
    changedAt: number(row[10]),
    changedBy: text(row[11]),
    version: number(row[12]),
  };
}
