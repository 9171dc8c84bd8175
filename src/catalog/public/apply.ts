import type { Entry } from '../../journal/journal.ts';
import type { DocumentKind } from '../../model/document.ts';
import { type Cursor, openForApplying, readCursor, writeCursor } from '../meta.ts';
import { Database } from '../sqlite.ts';
import type { ApplyContext, Supply } from './apply-context.ts';
import { applyEntity } from './apply-entity.ts';
import { applyLiveEntry } from './apply-live-entry.ts';
import { applyMedia } from './apply-media.ts';
import { applyRedirect, applySetting } from './apply-setting.ts';
import { applyStory } from './apply-story.ts';
import { Counts, ListNumbers } from './counts.ts';
import { Days } from './days.ts';
import { siteIn } from './settings.ts';

const schema = new URL('schema.sql', import.meta.url);

/** What is of the newsroom alone leaves no trace in public.db. */
const ofNewsroomOnly = () => {};

const appliers: Readonly<Record<DocumentKind, (context: ApplyContext, entry: Entry) => void>> = {
  site: applySetting,
  section: applySetting,
  front: applySetting,
  topic: applyEntity,
  person: applyEntity,
  place: applyEntity,
  organisation: applyEntity,
  media: applyMedia,
  story: applyStory,
  'live-entry': applyLiveEntry,
  redirect: applyRedirect,
  comment: ofNewsroomOnly,
  assignment: ofNewsroomOnly,
  user: ofNewsroomOnly,
  'front-plan': ofNewsroomOnly,
  preview: ofNewsroomOnly,
};

/**
 * Batches of which `touched` remembers what they touched. A process that is further behind drops all its pages, as
 * it would have to for most of them anyway.
 */
const keptBatches = 200;

/** Opens public.db for applying; makes it when it is empty. */
export const openPublic = (path: string): Database => openForApplying(path, schema);

/** Applies journal entries to public.db. One per open file. */
export class PublicApplier {
  readonly db: Database;
  readonly #lists: ListNumbers;
  readonly #counts: Counts;
  readonly #supply: Supply;
  #days = new Days('UTC');

  constructor(db: Database, supply: Supply) {
    this.db = db;
    this.#supply = supply;
    this.#lists = new ListNumbers(db);
    this.#counts = new Counts(db);
  }

  /**
   * Applies those of the entries that were not yet, in one transaction together with the cursor, which is read under the
   * file's write lock: several processes may apply at once.
   *
   * @param entries ascending, without gaps.
   * @param guard asked under the lock; false leaves everything as it is (another file has become the current one).
   * @returns where the file stands now; nothing is done when the entries do not follow on what it has.
   */
  apply(journalId: string, entries: readonly Entry[], guard: () => boolean = () => true): Cursor {
    try {
      return this.db.transact(() => {
        const cursor = readCursor(this.db);
        const fresh = entries.filter(({ seq }) => seq > cursor.seq);
        const last = fresh.at(-1);
        const follows =
          fresh[0]?.seq === cursor.seq + 1 && (cursor.seq === 0 || cursor.journalId === journalId);
        if (last === undefined || !follows || !guard()) return cursor;
        const now = { journalId, seq: last.seq, digest: last.digest };
        this.#applyAll(fresh, cursor.seq);
        writeCursor(this.db, now);
        return now;
      });
    } catch (error) {
      this.#lists.forget();
      this.#counts.clear();
      throw error;
    }
  }

  #applyAll(entries: readonly Entry[], after: number): void {
    const zone = siteIn(this.db).timeZone;
    if (zone !== this.#days.zone) this.#days = new Days(zone);
    const touched = new Set<string>();
    const context: ApplyContext = {
      db: this.db,
      lists: this.#lists,
      counts: this.#counts,
      days: this.#days,
      supply: this.#supply,
      touched,
    };
    for (const entry of entries) appliers[entry.kind]?.(context, entry);
    this.#counts.flush();
    this.#days = context.days;
    const upTo = entries.at(-1)?.seq ?? after;
    this.db.run('INSERT INTO touched VALUES (?, ?, ?)', upTo, after, JSON.stringify([...touched]));
    this.db.run(
      'DELETE FROM touched WHERE upto <= (SELECT upto FROM touched ORDER BY upto DESC LIMIT 1 OFFSET ?)',
      keptBatches,
    );
  }
}
