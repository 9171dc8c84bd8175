import type { KnownEntity } from '../../arabic/entities/entity.ts';
import type { Entity, EntityKind, Front, Media, Section, Site } from '../../model/site.ts';
import type { ListedRecord } from './entities.ts';
import type { PersonQuote, QuotedPlaces, QuotePosition } from './quotes.ts';
import type { LiveEntry, Story, StoryKind } from '../../model/story.ts';

/**
 * What the reader site may ask. The implementation (`open.ts` and one file of queries per aggregate)
 * reads `public.db` of the current catalog, in process, synchronously, read-only; it holds published matter
 * only. Every list is paged by keyset over (publishedAt, id), newest first.
 */
export interface PublicCatalog {
  /** Journal number up to which this catalog was applied. */
  cursor(): { journalId: string; seq: number; digest: string };

  site(): Site;
  /** By `order`. */
  sections(): Section[];
  section(id: string): Section | undefined;

  /** A published story with all that its page needs except related ones. */
  story(id: number): StoryView | undefined;
  /** A story that is not in the catalog, with what its page would need; `publishedAt` (ms) is the time it is to show. */
  viewOf(story: Story, publishedAt: number): StoryView;
  /** What became of a story that was public once: killed (410) or unpublished (404). */
  gone(id: number): { status: 'killed' | 'unpublished'; at: number; notice?: string } | undefined;
  /** Where a decoded path moved to. */
  redirect(path: string): string | undefined;
  /** Redirects whose path or target holds the words, by path, after one. */
  redirects(query: { words: string; after: string; limit: number }): { from: string; to: string }[];

  /** Cards for these ids, in this order; unknown ones are left out. At most 200. */
  cards(ids: readonly number[]): StoryCard[];
  list(query: ListQuery): StoryCard[];
  /** Total number of published stories under this filter (kept counts, O(1)). */
  count(filter: ListFilter): number;

  entity(kind: EntityKind, id: string): Entity | undefined;
  entityBySlug(kind: EntityKind, slug: string): Entity | undefined;
  entities(kind: EntityKind, ids: readonly string[]): Entity[];
  /** Topics etc. with most stories first. */
  topEntities(kind: EntityKind, limit: number): { entity: Entity; stories: number }[];
  /** Every person, place and organisation with all spellings of its name: what texts are searched for. */
  knownNames(): KnownEntity[];
  /** Records of a kind that stand for themselves, the most named first; shared, not to be changed. */
  records(kind: EntityKind): ListedRecord[];
  /** Records that were merged into this one. */
  mergedInto(kind: EntityKind, id: string): Entity[];

  /** Stories that share topics and people, then places; scored, newest first among equals; never itself. */
  related(id: number, limit: number): StoryCard[];

  /** What a person (and those merged into them) said, the newest first; at most `limit`. */
  quotes(person: string, limit: number, before?: QuotePosition): PersonQuote[];
  /** Where direct quotations stand in a story's paragraphs, and to which of them a person's page links. */
  quotedIn(story: number): { places: QuotedPlaces; cited: ReadonlySet<number> };

  liveEntries(story: number, limit: number): LiveEntry[];
  media(id: string): Media | undefined;
  front(id: string): Front | undefined;

  /** By time-decayed reads; `updatedAt` is when the newest counted read was applied. */
  mostRead(options: { section?: string; limit: number }): {
    cards: StoryCard[];
    updatedAt: number | undefined;
  };

  /** Days (YYYY-MM-DD in the site's zone) with their numbers of stories, newest first, before `before`. */
  archiveDays(options: { before?: string; limit: number }): { day: string; stories: number }[];
  /** Bounds of existing years and months for the archive: «2026-11» → count. */
  archiveMonths(): { month: string; stories: number }[];
  corrections(options: {
    before?: Position;
    limit: number;
  }): { at: number; text: string; story: StoryCard }[];

  /** For sitemaps: stories with id in (after, …], ascending by id. */
  sitemapSlice(
    after: number,
    limit: number,
  ): { id: number; section: string; slug: string; publishedAt: number; updatedAt?: number }[];
  /** Ids at which each sitemap file of `size` stories begins. */
  sitemapStarts(size: number): number[];

  close(): void;
}

/** A place in a list: the story it stands at. */
export interface Position {
  publishedAt: number;
  id: number;
}

export interface ListFilter {
  section?: string;
  entity?: { kind: EntityKind; id: string };
  author?: string;
  kind?: StoryKind;
  /** YYYY-MM-DD in the site's zone. */
  day?: string;
  /** Only from this moment on (ms). */
  since?: number;
}

export interface ListQuery extends ListFilter {
  limit: number;
  /** Older than this place (the usual next page). */
  before?: Position;
  /** Newer than this place: the page just before it; still returned newest first. */
  after?: Position;
  exclude?: readonly number[];
}

/** What a teaser needs; no body. */
export interface StoryCard {
  id: number;
  section: string;
  kind: StoryKind;
  kicker?: string;
  headline: string;
  shortHeadline?: string;
  standfirst?: string;
  slug: string;
  language: string;
  publishedAt: number;
  updatedAt?: number;
  writers: { name: string; slug?: string; role?: string }[];
  agency?: string;
  dateline?: string;
  picture?: { media: Media; alt: string; caption?: string; credit?: string };
  words: number;
  sourceName?: string;
}

export interface StoryView {
  story: Story;
  card: StoryCard;
  section: Section | undefined;
  topics: Entity[];
  people: Entity[];
  places: Entity[];
  organisations: Entity[];
  /** Writers' person records by id, for links. */
  writers: Map<string, Entity>;
  /** All media the body and lead refer to, by id. */
  media: Map<string, Media>;
  /** Translations that are published: language → card. */
  translations: Map<string, StoryCard>;
}
