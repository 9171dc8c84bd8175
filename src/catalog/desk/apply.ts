import { hash } from 'node:crypto';
import type { Entry } from '../../journal/journal.ts';
import type { LiveEntry, Story } from '../../model/story.ts';
import { type Cursor, openForApplying, readCursor, writeCursor } from '../meta.ts';
import type { Assignment, Comment } from '../../model/discussion.ts';
import { type Entity, type Media, entityKinds } from '../../model/site.ts';
import type { Supply } from '../public/apply-context.ts';
import { mediaIdsOf } from '../public/stored-card.ts';
import { Database, number, text } from '../sqlite.ts';
import { putAudit } from './audit.ts';
import { putAssignment, putMentions } from './discussion.ts';
import { findTerms, storyTime } from './find-terms.ts';
import { putMedia, putMediaOfPerson, putMediaUses } from './media.ts';
import { putPerson } from './people.ts';

const schema = new URL('schema.sql', import.meta.url);

/** Opens desk.db for applying; makes it when it is empty. */
export const openDesk = (path: string): Database => openForApplying(path, schema);

/** What stands in `document.digest`: 16 bytes tell any two contents apart, and a million of them are 16 MB. */
export function contentDigest(content: unknown): Uint8Array {
  return hash('sha1', JSON.stringify(content), 'buffer').subarray(0, 16);
}

/** Applies journal entries to desk.db; same rules as `PublicApplier.apply`. */
export class DeskApplier {
  readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  apply(journalId: string, entries: readonly Entry[], guard: () => boolean = () => true): Cursor {
    return this.db.transact(() => {
      const cursor = readCursor(this.db);
      const fresh = entries.filter(({ seq }) => seq > cursor.seq);
      const last = fresh.at(-1);
      const follows =
        fresh[0]?.seq === cursor.seq + 1 && (cursor.seq === 0 || cursor.journalId === journalId);
      if (last === undefined || !follows || !guard()) return cursor;
      const counts = new Map<string, number>();
      for (const entry of fresh) this.#apply(entry, counts);
      for (const [key, by] of counts) this.#count(key, by);
      const now = { journalId, seq: last.seq, digest: last.digest };
      writeCursor(this.db, now);
      // No word of what was blanked stays in the index's older parts.
      if (fresh.some(({ action }) => action === 'redact')) {
        this.db.run("INSERT INTO desk_find (desk_find) VALUES ('optimize')");
        this.db.run("INSERT INTO text_media (text_media) VALUES ('optimize')");
      }
      return now;
    });
  }

  #apply(entry: Entry, counts: Map<string, number>): void {
    const removed = entry.action === 'remove';
    if (removed) this.db.run('DELETE FROM document WHERE kind = ? AND id = ?', entry.kind, entry.id);
    else {
      this.db.run(
        `INSERT INTO document VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, id)
         DO UPDATE SET version = excluded.version, seq = excluded.seq, digest = excluded.digest`,
        entry.kind,
        entry.id,
        entry.version,
        entry.seq,
        contentDigest(entry.content),
      );
    }
    putAudit(this.db, entry);
    const content = removed ? null : entry.content;
    if (entry.kind === 'story') this.#story(entry, content as Story | null, counts);
    if (entry.kind === 'user') this.#supply(entry, content as object | null, null);
    if (entry.kind === 'media') {
      this.#supply(entry, content as object | null, null);
      putMedia(this.db, entry, content as Media | null);
    }
    if ((entityKinds as readonly string[]).includes(entry.kind))
      this.#entity(entry, content as Entity | null);
    if (entry.kind === 'comment') {
      const comment = content as Comment | null;
      this.#supply(entry, comment, comment?.story ?? null);
      putMentions(this.db, entry.id, comment);
    }
    if (entry.kind === 'assignment') {
      this.#supply(entry, content as object | null, Number(entry.id));
      putAssignment(this.db, Number(entry.id), content as Assignment | null);
    }
    if (entry.kind === 'live-entry') {
      const live = content as LiveEntry | null;
      this.#supply(entry, live, live?.story ?? null);
      putMediaUses(this.db, `live-entry:${entry.id}`, live === null ? new Set() : mediaIdsOf(live));
    }
  }

  #story(entry: Entry, story: Story | null, counts: Map<string, number>): void {
    const id = Number(entry.id);
    const before = this.db.get('SELECT section, status, seq FROM desk_story WHERE id = ?', id);
    const shown = story === null ? new Set<string>() : mediaIdsOf(story);
    // An archive is new stories with no pictures of ours, so it pays nothing for this.
    if (before !== undefined || shown.size > 0) putMediaUses(this.db, `story:${id}`, shown);
    if (before !== undefined) {
      add(counts, `${text(before[0])}/${text(before[1])}`, -1);
      this.db.run('DELETE FROM desk_find WHERE rowid = ?', number(before[2]));
    }
    if (story === null) {
      this.db.run('DELETE FROM desk_story WHERE id = ?', id);
      return;
    }
    add(counts, `${story.section}/${story.status}`, 1);
    this.db.run('INSERT INTO desk_find (rowid, terms) VALUES (?, ?)', entry.seq, findTerms(entry, story));
    this.db.run(
      `INSERT INTO desk_story VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
         headline = excluded.headline, status = excluded.status, section = excluded.section, kind = excluded.kind,
         language = excluded.language, urgency = excluded.urgency, legal_hold = excluded.legal_hold,
         publish_at = excluded.publish_at, published_at = excluded.published_at, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by, version = excluded.version,
         created_by = excluded.created_by, when_at = excluded.when_at, seq = excluded.seq`,
      id,
      story.headline,
      story.status,
      story.section,
      story.kind,
      story.language,
      story.urgency,
      story.legalHold === true ? 1 : 0,
      story.publishAt ?? null,
      story.firstPublishedAt ?? null,
      entry.at,
      entry.actor,
      entry.version,
      story.createdBy ?? null,
      storyTime(story, entry.at),
      entry.seq,
    );
  }

  /** Records have a portrait; and people's names are what pictures of them are found by. */
  #entity(entry: Entry, entity: Entity | null): void {
    const portrait = entity?.picture?.media;
    putMediaUses(this.db, `${entry.kind}:${entry.id}`, new Set(portrait === undefined ? [] : [portrait]));
    if (entry.kind !== 'person') return;
    this.#supply(entry, entity, null);
    putPerson(this.db, entry.id, entity);
    putMediaOfPerson(this.db, entry.id);
  }

  #supply(entry: Entry, document: object | null, story: number | null): void {
    if (document === null) {
      this.db.run('DELETE FROM supply WHERE kind = ? AND id = ?', entry.kind, entry.id);
      return;
    }
    this.db.run(
      `INSERT INTO supply VALUES (?, ?, ?, ?) ON CONFLICT (kind, id)
       DO UPDATE SET story = excluded.story, document = excluded.document`,
      entry.kind,
      entry.id,
      story,
      JSON.stringify(document),
    );
  }

  #count(key: string, by: number): void {
    if (by === 0) return;
    const slash = key.indexOf('/');
    const [section, status] = [key.slice(0, slash), key.slice(slash + 1)];
    this.db.run(
      `INSERT INTO desk_count VALUES (?1, ?2, ?3) ON CONFLICT (section, status) DO UPDATE SET stories = stories + ?3`,
      section,
      status,
      by,
    );
    if (by < 0)
      this.db.run(
        'DELETE FROM desk_count WHERE section = ? AND status = ? AND stories <= 0',
        section,
        status,
      );
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** desk.db as what public.db takes pictures and live entries from. */
export function supplyFrom(desk: Database): Supply {
  return {
    media(id) {
      const row = desk.get(`SELECT document FROM supply WHERE kind = 'media' AND id = ?`, id);
      return row === undefined ? undefined : text(row[0]);
    },
    liveEntries(story) {
      return desk
        .all(`SELECT document FROM supply WHERE kind = 'live-entry' AND story = ? ORDER BY id`, story)
        .map(([document]) => JSON.parse(text(document)) as LiveEntry);
    },
  };
}
