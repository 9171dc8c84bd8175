import type { Entry } from '../../journal/journal.ts';
import { keys } from '../../model/dependency-keys.ts';
import { isPublic, type Story } from '../../model/story.ts';
import { number, text } from '../sqlite.ts';
import { canonicalId } from './aliases.ts';
import { type ApplyContext, documentAfter } from './apply-context.ts';
import { hideLiveEntries, showLiveEntries } from './apply-live-entry.ts';
import { putQuotes } from './apply-quotes.ts';
import { setMediaUses } from './apply-media.ts';
import { entityOfList, keyOfList, listNames, listsOf } from './list-names.ts';
import { type PublicForm, publicForm, termsOf } from './public-form.ts';
import { mediaIdsOf, storedCard } from './stored-card.ts';
import { touchedByStory } from './touched.ts';

/**
 * A story's new revision. What readers may not see any more leaves everything at once: lists, counts, archive,
 * sitemap, pictures, live entries, most-read.
 */
export function applyStory(context: ApplyContext, entry: Entry): void {
  const id = Number(entry.id);
  const story = documentAfter<Story>(entry);
  const before = formBefore(context, id);
  const after =
    story !== undefined && isPublic(story)
      ? publicForm(story, story.firstPublishedAt ?? before?.publishedAt ?? entry.at, (ms) =>
          context.days.dayOf(ms),
        )
      : undefined;

  if (before !== undefined && after !== undefined) {
    if (before.document === after.document && before.publishedAt === after.publishedAt) return;
  }
  for (const key of touchedByStory(before, after)) context.touched.add(key);
  if (after === undefined) {
    if (before !== undefined) hide(context, before);
    recordGone(context, entry, story, before !== undefined);
    return;
  }
  putLists(context, before, after);
  putCorrections(context, before, after);
  putQuotes(context, before, after);
  putDocument(context, before, after);
  setUses(context, before, after);
  putMostRead(context, id, before?.story.section, after.story.section);
  if (before === undefined) {
    context.db.run('DELETE FROM gone WHERE id = ?', id);
    showLiveEntries(context, id);
  }
}

function formBefore({ db }: ApplyContext, id: number): PublicForm | undefined {
  const row = db.get('SELECT published_at, day FROM story WHERE id = ?', id);
  if (row === undefined) return undefined;
  const document = text(db.get('SELECT document FROM story_document WHERE id = ?', id)?.[0]);
  const story = JSON.parse(document) as Story;
  return { story, publishedAt: number(row[0]), day: text(row[1]), lists: listsOf(story), document };
}

function hide(context: ApplyContext, before: PublicForm): void {
  const { db } = context;
  const { id } = before.story;
  putLists(context, before, undefined);
  putCorrections(context, before, undefined);
  putQuotes(context, before, undefined);
  setUses(context, before, undefined);
  putMostRead(context, id, before.story.section, undefined);
  hideLiveEntries(context, id);
  db.run('DELETE FROM story WHERE id = ?', id);
  db.run('DELETE FROM story_document WHERE id = ?', id);
}

/** What readers are told who follow an old link. A story that was never public stays unknown. */
function recordGone(context: ApplyContext, entry: Entry, story: Story | undefined, wasPublic: boolean): void {
  const { db } = context;
  const id = Number(entry.id);
  const known = db.get('SELECT status, notice FROM gone WHERE id = ?', id);
  const killed = story?.status === 'killed';
  const oncePublic =
    wasPublic ||
    known !== undefined ||
    entry.action === 'redact' ||
    (killed && story.firstPublishedAt !== undefined);
  // A blanked revision: what it said is not known, that it was published is.
  const blanked = entry.content === null && ['publish', 'update', 'correct'].includes(entry.action);
  if (!oncePublic && !blanked) return;
  const status = killed ? 'killed' : 'unpublished';
  const notice = killed ? (story.notice ?? null) : null;
  if (known?.[0] === status && known[1] === notice) return;
  db.run(
    `INSERT INTO gone VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, at = excluded.at, notice = excluded.notice`,
    id,
    status,
    entry.at,
    notice,
  );
  context.touched.add(keys.story(id));
}

function putLists(
  context: ApplyContext,
  before: PublicForm | undefined,
  after: PublicForm | undefined,
): void {
  const { db, lists, counts } = context;
  const id = (after ?? before)?.story.id ?? 0;
  const moved = before?.publishedAt !== after?.publishedAt;
  const old = new Set(before?.lists);
  const now = new Set(after?.lists);
  for (const name of old) {
    if (!moved && now.has(name)) continue;
    const list = lists.findOrAdd(name);
    db.run(
      'DELETE FROM list_story WHERE list = ? AND published_at = ? AND story = ?',
      list,
      before?.publishedAt ?? 0,
      id,
    );
    counts.list(list, -1);
  }
  for (const name of now) {
    if (!moved && old.has(name)) continue;
    const list = lists.findOrAdd(name);
    db.run('INSERT OR IGNORE INTO list_story VALUES (?, ?, ?)', list, after?.publishedAt ?? 0, id);
    counts.list(list, 1);
  }
  if (before?.day !== after?.day) {
    if (before !== undefined) counts.story(id, before.day, -1);
    if (after !== undefined) counts.story(id, after.day, 1);
  }
  putTerms(context, id, before, after, moved);
  countEntities(context, old, now, moved);
}

function putTerms(
  { db }: ApplyContext,
  id: number,
  before: PublicForm | undefined,
  after: PublicForm | undefined,
  moved: boolean,
): void {
  const old = new Set(before === undefined ? [] : termsOf(before.story));
  const now = new Set(after === undefined ? [] : termsOf(after.story));
  for (const term of moved ? old : old.difference(now)) {
    db.run(
      'DELETE FROM term_story WHERE term = ? AND published_at = ? AND story = ?',
      term,
      before?.publishedAt ?? 0,
      id,
    );
  }
  for (const term of moved ? now : now.difference(old)) {
    db.run('INSERT OR IGNORE INTO term_story VALUES (?, ?, ?)', term, after?.publishedAt ?? 0, id);
  }
}

/**
 * Stories count under the entity that theirs was merged into, once even if they name both. That entity's list is
 * touched too, since it shows the stories of those merged into it.
 */
function countEntities(
  context: ApplyContext,
  old: ReadonlySet<string>,
  now: ReadonlySet<string>,
  moved: boolean,
): void {
  const before = canonicalNames(context, old);
  const after = canonicalNames(context, now);
  const change = (name: string, by: number) => {
    const entity = entityOfList(name);
    if (entity !== undefined && by !== 0) context.counts.entity(entity.kind, entity.id, by);
    const key = keyOfList(name);
    if (key !== undefined && (by !== 0 || moved)) context.touched.add(key);
  };
  for (const name of before) change(name, after.has(name) ? 0 : -1);
  for (const name of after) if (!before.has(name)) change(name, 1);
}

function canonicalNames({ db }: ApplyContext, lists: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const name of lists) {
    const entity = entityOfList(name);
    if (entity !== undefined)
      names.add(listNames.entity(entity.kind, canonicalId(db, entity.kind, entity.id)));
  }
  return names;
}

function putCorrections(
  { db }: ApplyContext,
  before: PublicForm | undefined,
  after: PublicForm | undefined,
): void {
  const id = (after ?? before)?.story.id ?? 0;
  if ((before?.story.corrections.length ?? 0) > 0) db.run('DELETE FROM correction WHERE story = ?', id);
  after?.story.corrections.forEach(({ at, text: said }, n) => {
    db.run('INSERT INTO correction VALUES (?, ?, ?, ?)', at, id, n, said);
  });
}

function putDocument({ db, lists }: ApplyContext, before: PublicForm | undefined, after: PublicForm): void {
  const { story, publishedAt, day } = after;
  const numbers = after.lists.map((name) => lists.findOrAdd(name));
  const card = JSON.stringify(storedCard(story, publishedAt));
  const values = [
    story.section,
    story.slug,
    publishedAt,
    story.updatedAt ?? null,
    day,
    JSON.stringify(numbers),
    card,
  ];
  if (before === undefined) {
    db.run('INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?)', story.id, ...values);
    db.run('INSERT INTO story_document VALUES (?, ?)', story.id, after.document);
    return;
  }
  db.run(
    `UPDATE story SET section = ?2, slug = ?3, published_at = ?4, updated_at = ?5, day = ?6, lists = ?7, card = ?8
     WHERE id = ?1`,
    story.id,
    ...values,
  );
  db.run('UPDATE story_document SET document = ? WHERE id = ?', after.document, story.id);
}

function setUses(context: ApplyContext, before: PublicForm | undefined, after: PublicForm | undefined): void {
  const old = before === undefined ? 0 : mediaIdsOf(before.story).size;
  const now = after === undefined ? new Set<string>() : mediaIdsOf(after.story);
  if (old > 0 || now.size > 0) setMediaUses(context, `story:${(after ?? before)?.story.id}`, now);
}

/** A story that was read before comes into the lists of most-read with its public form, and leaves with it. */
function putMostRead(
  context: ApplyContext,
  id: number,
  before: string | undefined,
  after: string | undefined,
): void {
  if (before === after) return;
  const { db } = context;
  const row = db.get('SELECT score FROM read_score WHERE story = ?', id);
  if (row === undefined) return;
  const score = number(row[0]);
  for (const list of mostReadLists(context, before)) {
    db.run('DELETE FROM most_read WHERE list = ? AND score = ? AND story = ?', list, score, id);
  }
  for (const list of mostReadLists(context, after)) {
    db.run('INSERT OR IGNORE INTO most_read VALUES (?, ?, ?)', list, score, id);
  }
}

/** Numbers of the lists for which most-read is kept: all stories, and the section's. */
export function mostReadLists({ lists }: Pick<ApplyContext, 'lists'>, section: string | undefined): number[] {
  if (section === undefined) return [];
  return [lists.findOrAdd(listNames.all), lists.findOrAdd(listNames.section(section))];
}
