import { hash } from 'node:crypto';
import type { IncomingStory } from '../../commands/import-stories.ts';
import type { Reading } from '../../arabic/reading/record.ts';
import type { PageStory } from './read-page.ts';

/** What `import page --json` prints; absent parts are null, `published` is ISO 8601 in UTC. */
export interface ReadingJson {
  headline: string | null;
  kicker: string | null;
  standfirst: string | null;
  dateline: string | null;
  agency: string | null;
  reporter: string | null;
  published: string | null;
  paragraphs: string[];
  images: string[];
  dropped: string[];
}

export function toJson(reading: Reading): ReadingJson {
  return {
    headline: reading.headline ?? null,
    kicker: reading.kicker ?? null,
    standfirst: reading.standfirst ?? null,
    dateline: reading.dateline ?? null,
    agency: reading.agency ?? null,
    reporter: reading.reporter ?? null,
    published: reading.published === undefined ? null : new Date(reading.published).toISOString(),
    paragraphs: reading.paragraphs,
    images: reading.images,
    dropped: reading.dropped,
  };
}

/**
 * A page's story for storage, and the name of its source. Its identity is the page's own address; a page that names
 * none is known by what it says, so that the same file twice is one story.
 */
export function toIncoming(page: PageStory): { source: string; story: IncomingStory } {
  const { reading, url, blocks } = page;
  const web =
    url !== undefined && /^https?:\/\//i.test(url) && url.length <= 2048 && URL.canParse(url)
      ? new URL(url)
      : undefined;
  const source = web?.hostname.replace(/^www\./, '') ?? 'page';
  const digest = hash('sha256', JSON.stringify([reading.headline, reading.paragraphs]), 'hex');
  const id = web ? `${web.pathname}${web.search}`.slice(0, 500) : digest;
  const headline = reading.headline ?? opening(reading.paragraphs[0] ?? '');
  const story: IncomingStory = {
    id,
    headline: headline.slice(0, 400),
    authors: reading.reporter === undefined ? [] : [reading.reporter],
    // A page's lead picture is often the first of its body too.
    body: blocks,
    tags: page.tags,
    kicker: reading.kicker?.slice(0, 120),
    standfirst: reading.standfirst?.slice(0, 2000),
    dateline: reading.dateline?.slice(0, 120),
    agency: reading.agency,
    category: page.section,
    published: reading.published,
    url: web?.href,
    image: reading.images.find((address) => /^https?:\/\//i.test(address) && !inBody(page, address)),
  };
  return { source: source.slice(0, 100), story };
}

function inBody(page: PageStory, address: string): boolean {
  return page.blocks.some((block) => block.type === 'image' && block.picture.url === address);
}

/** A headline for a text that has none: its first words; the desk will write a better one. */
function opening(text: string): string {
  const sentence = /^.{10,}?[.؟!](?=\s|$)/u.exec(text)?.[0].replace(/\.$/, '') ?? text;
  if (sentence.length <= 110) return sentence;
  const short = sentence.slice(0, 109);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), 55))}…`;
}
