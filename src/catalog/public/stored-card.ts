import type { Block, Picture } from '../../model/block.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Story } from '../../model/story.ts';
import type { StoryCard } from './catalog.ts';

/**
 * A card as it is kept: pictures and writers by id, because their records change without the story. `cards.ts` puts
 * them in.
 */
export interface StoredCard extends Omit<StoryCard, 'writers' | 'picture'> {
  writers: { name: string; person?: string; role?: string }[];
  picture?: Picture & { media: string };
}

/** @param publishedAt ms; decides the story's place in lists. */
export function storedCard(story: Story, publishedAt: number): StoredCard {
  const picture = cardPicture(story);
  return {
    id: story.id,
    section: story.section,
    kind: story.kind,
    ...(story.kicker === undefined ? {} : { kicker: story.kicker }),
    headline: story.headline,
    ...(story.shortHeadline === undefined ? {} : { shortHeadline: story.shortHeadline }),
    ...(story.standfirst === undefined ? {} : { standfirst: story.standfirst }),
    slug: story.slug,
    language: story.language,
    publishedAt,
    ...(story.updatedAt === undefined ? {} : { updatedAt: story.updatedAt }),
    writers: story.byline.people.map(({ name, person, role }) => ({
      name,
      ...(person === undefined ? {} : { person }),
      ...(role === undefined ? {} : { role }),
    })),
    ...(story.byline.agency === undefined ? {} : { agency: story.byline.agency }),
    ...(story.dateline === undefined ? {} : { dateline: story.dateline }),
    ...(picture === undefined ? {} : { picture }),
    words: wordCount(story.body),
    ...(story.source === undefined ? {} : { sourceName: story.source.name }),
  };
}

/** The lead picture, else the first one in the body; only one of our own can be shown. */
function cardPicture(story: Story): (Picture & { media: string }) | undefined {
  return [story.lead, ...picturesIn(story.body)].find(isOwn);
}

const isOwn = (picture: Picture | undefined): picture is Picture & { media: string } =>
  picture?.media !== undefined;

/** Pictures of a body in order. */
export function picturesIn(body: readonly Block[]): Picture[] {
  return body.flatMap((block) =>
    block.type === 'image' ? [block.picture] : block.type === 'gallery' ? block.pictures : [],
  );
}

/** Ids of all own pictures that a story or a live entry shows. */
export function mediaIdsOf(document: { lead?: Picture | undefined; body: readonly Block[] }): Set<string> {
  const pictures = [document.lead, ...picturesIn(document.body)];
  return new Set(pictures.filter(isOwn).map(({ media }) => media));
}

/** Words to be read, for the reading time; what stands between spaces counts as one. */
function wordCount(body: readonly Block[]): number {
  return bodyText(body).match(/\S+/g)?.length ?? 0;
}
