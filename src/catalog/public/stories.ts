import type { EntityKind } from '../../model/site.ts';
import type { LiveEntry, Story } from '../../model/story.ts';
import { type Database, number, text } from '../sqlite.ts';
import { cardOf, filledCard } from './cards.ts';
import type { StoryCard, StoryView } from './catalog.ts';
import { entitiesIn, entityIn } from './entities.ts';
import { mediaById } from './media.ts';
import { sectionIn } from './settings.ts';
import { mediaIdsOf, storedCard } from './stored-card.ts';

/** All that a story's page needs, in point reads. */
export function storyView(db: Database, id: number): StoryView | undefined {
  const row = db.get(
    'SELECT card, document FROM story JOIN story_document USING (id) WHERE story.id = ?',
    id,
  );
  if (row === undefined) return undefined;
  return viewAround(db, JSON.parse(text(row[1])) as Story, cardOf(db, row));
}

/** As `storyView`, of a story that readers do not see, or not as it is here. */
export function viewOf(db: Database, story: Story, publishedAt: number): StoryView {
  return viewAround(db, story, filledCard(db, storedCard(story, publishedAt)));
}

function viewAround(db: Database, story: Story, card: StoryCard): StoryView {
  const media = mediaById(db, mediaIdsOf(story));
  const entities = (kind: EntityKind, ids: readonly string[]) => entitiesIn(db, kind, ids);
  return {
    story,
    card,
    section: sectionIn(db, story.section),
    topics: entities('topic', story.topics),
    people: entities('person', story.people),
    places: entities('place', story.places),
    organisations: entities('organisation', story.organisations),
    writers: writersOf(db, story),
    media,
    translations: translationsOf(db, story),
  };
}

function writersOf(db: Database, story: Story): StoryView['writers'] {
  const writers: StoryView['writers'] = new Map();
  for (const { person } of story.byline.people) {
    if (person === undefined) continue;
    const record = entityIn(db, 'person', person);
    if (record !== undefined) writers.set(person, record);
  }
  return writers;
}

function translationsOf(db: Database, story: Story): Map<string, StoryCard> {
  const found = new Map<string, StoryCard>();
  for (const [language, id] of Object.entries(story.translations ?? {})) {
    const row = id === story.id ? undefined : db.get('SELECT card FROM story WHERE id = ?', id);
    if (row !== undefined) found.set(language, cardOf(db, row));
  }
  return found;
}

export function goneStory(
  db: Database,
  id: number,
): { status: 'killed' | 'unpublished'; at: number; notice?: string } | undefined {
  const row = db.get('SELECT status, at, notice FROM gone WHERE id = ?', id);
  if (row === undefined) return undefined;
  return {
    status: row[0] === 'killed' ? 'killed' : 'unpublished',
    at: number(row[1]),
    ...(row[2] === null ? {} : { notice: text(row[2]) }),
  };
}

/** Entries of a live story: pinned ones first, then the newest. */
export function liveEntries(db: Database, story: number, limit: number): LiveEntry[] {
  const rows = db.all(
    `SELECT document FROM live_entry WHERE story = ?
     ORDER BY json_extract(document, '$.pinned') IS NULL, at DESC, id DESC LIMIT ?`,
    story,
    limit,
  );
  return rows.map(([document]) => JSON.parse(text(document)) as LiveEntry);
}

/** Redirects by their paths, those that hold the words in either end; the next ones after a path. */
export function redirectsIn(
  db: Database,
  { words, after, limit }: { words: string; after: string; limit: number },
): { from: string; to: string }[] {
  return db
    .all(
      `SELECT path, target FROM redirect
       WHERE path > ? AND (? = '' OR instr(path, ?) > 0 OR instr(target, ?) > 0) ORDER BY path LIMIT ?`,
      after,
      words,
      words,
      words,
      limit,
    )
    .map(([path, target]) => ({ from: text(path), to: text(target) }));
}

export function redirectFrom(db: Database, path: string): string | undefined {
  const row = db.get('SELECT target FROM redirect WHERE path = ?', path);
  return row && text(row[0]);
}
