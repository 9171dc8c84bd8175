import type { Block, Picture, Runs } from '../../model/block.ts';
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
  let words = 0;
  for (const text of textsOf(body)) words += text.match(/\S+/g)?.length ?? 0;
  return words;
}

const plain = (runs: Runs) => runs.map(({ text }) => text).join('');

/** The text of a body, a string for each paragraph, heading, item, cell, caption or note; no markup. */
export function textsOf(body: readonly Block[]): string[] {
  const texts: string[] = [];
  for (const block of body) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        texts.push(plain(block.text));
        break;
      case 'list':
        texts.push(...block.items.map(plain));
        break;
      case 'quotation':
        texts.push(...block.paragraphs.map(plain));
        if (block.speaker !== undefined) texts.push(block.speaker);
        break;
      case 'pull-quote':
      case 'correction':
        texts.push(block.text);
        break;
      case 'image':
        texts.push(block.picture.caption ?? '');
        break;
      case 'gallery':
        texts.push(...block.pictures.map(({ caption }) => caption ?? ''));
        break;
      case 'table':
        texts.push(block.caption ?? '', ...block.head.map(plain), ...block.rows.flat().map(plain));
        break;
      case 'embed':
        texts.push(block.title ?? '');
        break;
      case 'live-entry':
        texts.push(block.headline ?? '', ...textsOf(block.body));
        break;
      case 'related':
      case 'unknown':
        break;
    }
  }
  return texts;
}
