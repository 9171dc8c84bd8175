import type { ListFilter, PublicCatalog, StoryCard, StoryView } from '../../catalog/public/catalog.ts';
import type { Block } from '../../model/block.ts';
import type { Site } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { editionOf, type Edition } from '../components/edition.ts';
import { sharedPicture } from '../components/shared-picture.ts';
import { to, type FeedFile } from '../routes.ts';
import { contentHtml } from './content.ts';

/** A feed before it takes a format: every address absolute, every time in ms since the epoch. */
export interface Feed {
  title: string;
  description: string;
  /** The page whose stories these are. */
  home: string;
  /** The feed's own address in each format. */
  self: Readonly<Record<FeedFile, string>>;
  site: Site;
  icon: string;
  /** Of the newest change of any item; undefined without items. */
  updatedAt: number | undefined;
  items: readonly FeedItem[];
}

export interface FeedItem {
  storyId: number;
  /** The short address: it stays when headline, section or slug change. */
  id: string;
  url: string;
  title: string;
  summary: string | undefined;
  html: string;
  language: string;
  publishedAt: number;
  updatedAt: number;
  authors: readonly { name: string; url?: string }[];
  categories: readonly string[];
  picture:
    | { url: string; width: number; height: number; alt: string; credit?: string | undefined }
    | undefined;
}

/** Newest stories of a feed: enough for a reader who looks once a day at a busy section. */
export const feedLength = 30;

/** Entries of a live story that its item carries: the day's course, without growing all day. */
const liveEntriesShown = 20;

/** The newest stories under the filter, with their full text. */
export function feedItems(catalog: PublicCatalog, baseUrl: string, filter: ListFilter): FeedItem[] {
  const edition = editionOf(catalog);
  return catalog.list({ ...filter, limit: feedLength }).flatMap((card) => {
    const view = catalog.story(card.id);
    return view === undefined ? [] : [feedItem(catalog, edition, baseUrl, card, view)];
  });
}

function feedItem(
  catalog: PublicCatalog,
  edition: Edition,
  baseUrl: string,
  card: StoryCard,
  view: StoryView,
): FeedItem {
  const { story } = view;
  const live: Block[] =
    story.kind === 'live'
      ? catalog.liveEntries(story.id, liveEntriesShown).map((entry) => ({ ...entry, type: 'live-entry' }))
      : [];
  const body: Block[] = [...live, ...withDateline(story)];
  const html = contentHtml(story.lead === undefined ? body : [leadBlock(story.lead), ...body], {
    baseUrl,
    edition,
    media: view.media,
    linked: linkedStories(catalog, story.body),
  });
  return {
    storyId: story.id,
    id: `${baseUrl}${to.short(story.id)}`,
    url: `${baseUrl}${to.story(story)}`,
    title: story.headline,
    summary: story.standfirst,
    html,
    language: story.language,
    publishedAt: card.publishedAt,
    updatedAt: card.updatedAt ?? card.publishedAt,
    authors: authors(baseUrl, card),
    categories: [
      ...(view.section === undefined ? [] : [view.section.name]),
      ...view.topics.map((topic) => topic.name),
    ],
    picture:
      card.picture === undefined
        ? undefined
        : {
            ...sharedPicture(baseUrl, card.picture.media),
            alt: card.picture.alt,
            credit: card.picture.credit,
          },
  };
}

/** The dateline opens the first paragraph, as it does on the page: «موسكو ـ». */
function withDateline({ body, dateline, language }: Story): readonly Block[] {
  const first = body.findIndex((block) => block.type === 'paragraph');
  const block = body[first];
  if (dateline === undefined || block?.type !== 'paragraph') return body;
  const dash = language.startsWith('ar') ? 'ـ' : '–';
  return body.with(first, {
    ...block,
    text: [{ text: `${dateline} ${dash} `, strong: true }, ...block.text],
  });
}

function leadBlock(picture: NonNullable<StoryView['story']['lead']>): Block {
  return { type: 'image', picture, size: 'full' };
}

function linkedStories(catalog: PublicCatalog, body: readonly Block[]) {
  const ids = body.flatMap((block) => (block.type === 'related' ? block.stories : []));
  const cards = ids.length === 0 ? [] : catalog.cards(ids.slice(0, 50));
  return new Map(cards.map((card) => [card.id, { headline: card.headline, path: to.story(card) }]));
}

function authors(baseUrl: string, card: StoryCard): { name: string; url?: string }[] {
  if (card.writers.length > 0)
    return card.writers.map(({ name, slug }) =>
      slug === undefined ? { name } : { name, url: `${baseUrl}${to.author(slug)}` },
    );
  return card.agency === undefined ? [] : [{ name: card.agency }];
}
