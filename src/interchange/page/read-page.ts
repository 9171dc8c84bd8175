import { clean } from '../../arabic/clean.ts';
import { isAgency } from '../../arabic/reading/agencies.ts';
import { readDateline } from '../../arabic/reading/dateline.ts';
import { isDateLine, readDate } from '../../arabic/reading/dates.ts';
import { headlineKey, unglue, withoutSite } from '../../arabic/reading/headline.ts';
import { readBody, readText, sameText } from '../../arabic/reading/reading.ts';
import { emptyReading, type Item, type Reading } from '../../arabic/reading/record.ts';
import { wordsOf } from '../../arabic/reading/words.ts';
import type { Runs, StoredBlock } from '../../model/block.ts';
import { MidadError } from '../../model/errors.ts';
import { htmlToBlocks, type HtmlNode, textToBlocks } from '../html.ts';
import { sliceRuns, textOf } from '../runs.ts';
import { coverage, elements, findArticle, textContent, wholeBody, wrap } from './article.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { tidyPage } from './tidy.ts';

/** A story read from a page: what was recognised, and its body for storage. */
export interface PageStory {
  reading: Reading;
  blocks: StoredBlock[];
  url: string | undefined;
  siteName: string | undefined;
  section: string | undefined;
  tags: string[];
  /** The file ended before the page did; what stood before is here. */
  truncated: boolean;
}

export interface PageOptions {
  /** For messages. */
  file: string;
  /** IANA zone for dates that name none. */
  zone: string;
}

/** Whether a text is markup rather than plain text. */
export function isHtml(text: string): boolean {
  return (
    /^\s*(?:<\?xml|<!doctype|<!--|<html|<head|<body)/i.test(text) ||
    /<(?:html|body|div|p|article|table|span|br)\b[^>]*>/i.test(text.slice(0, 20_000))
  );
}

/** A story from pasted text. @throws MidadError `no-story-found` when there is neither headline nor body. */
export function readPlainStory(text: string, options: PageOptions): PageStory {
  const reading = readText(text, { zone: options.zone });
  if (reading.headline === undefined && reading.paragraphs.length === 0) {
    throw new MidadError('no-story-found', { file: options.file });
  }
  return {
    reading,
    blocks: textToBlocks(reading.paragraphs.join('\n')),
    url: undefined,
    siteName: undefined,
    section: undefined,
    tags: [],
    truncated: false,
  };
}

/**
 * A story from a saved web page. Nothing is loaded or run; time is bounded for any markup.
 * @throws MidadError `no-story-found`.
 */
export function readHtmlStory(html: string, options: PageOptions): PageStory {
  const page = tidyPage(html);
  const metadata = readMetadata(page, options.zone);
  const base = baseOf(html, page.base, metadata.url);
  const found = findArticle(page, metadata.articleBody);
  const article = found ?? wholeBody(page);
  let { blocks } = htmlToBlocks(article.html);
  // Text that only the structured data holds: the page builds its body by script.
  const body = metadata.articleBody;
  if (body !== undefined && coverage(wrap(article.html), body) < 0.5)
    blocks = textToBlocks(body.replace(/<[^>]*>/g, '\n'));
  const all = page.html.length < 6_000_000 ? wrap(page.html) : wrap('');
  const reading = emptyReading();
  reading.headline = headlineOf(all, metadata, blocks);
  reading.dropped.push(...article.dropped);
  const story = readBlocks(blocks, reading, options);
  complete(reading, all, metadata, options, story);
  reading.images = imagesOf(story, metadata, base);
  if (page.elements <= 25_000) reading.dropped.push(...linesOutside(page.html, reading, story));
  if (reading.headline === undefined || (story.length === 0 && found === undefined)) {
    throw new MidadError('no-story-found', { file: options.file });
  }
  return {
    reading,
    blocks: absolute(story, base),
    url: metadata.url === undefined ? savedFrom(html) : resolve(metadata.url, base),
    siteName: metadata.siteName,
    section: metadata.section,
    tags: metadata.tags,
    truncated: page.truncated,
  };
}

/** Applies the rules for Arabic text to blocks; what is dropped or cut there goes from the blocks too. */
function readBlocks(blocks: readonly StoredBlock[], reading: Reading, options: PageOptions): StoredBlock[] {
  const items: Item[] = [];
  blocks.forEach((block, index) => {
    const lines = linesOf(block);
    if (lines.length > 0)
      items.push({ text: lines.map(textOf).join('\n'), index, link: lines.every(isLink) });
  });
  const kept = new Map(readBody(items, reading, { zone: options.zone }).map((item) => [item.index, item]));
  const story: StoredBlock[] = [];
  reading.paragraphs = [];
  for (const [index, block] of blocks.entries()) {
    const lines = linesOf(block);
    const item = kept.get(index);
    if (lines.length === 0) {
      story.push(block);
      continue;
    }
    if (!item) continue;
    if ((block.type === 'paragraph' || block.type === 'heading') && item.text !== textOf(block.text)) {
      const whole = textOf(block.text);
      const start = whole.startsWith(item.text) ? 0 : whole.length - item.text.length;
      story.push({ ...block, text: sliceRuns(block.text, start, start + item.text.length) });
      reading.paragraphs.push(item.text);
    } else {
      story.push(block);
      reading.paragraphs.push(...lines.map(textOf).filter((line) => line !== ''));
    }
  }
  return withoutEndPictures(story);
}

/** Lines of the page that are neither in the story nor among what was dropped of it, each once; at most 300. */
function linesOutside(html: string, reading: Reading, story: readonly StoredBlock[]): string[] {
  const { headline, kicker, standfirst, reporter, agency, paragraphs, dropped } = reading;
  const captions = story.flatMap((block) => (block.type === 'image' ? [block.picture.caption ?? ''] : []));
  const known = [headline, kicker, standfirst, reporter, agency, ...paragraphs, ...captions, ...dropped];
  const said = ` ${known.map((text) => headlineKey(text ?? '')).join(' ')} `;
  // A first or last paragraph is shorter than its line where a dateline or a closing mark came off.
  const edges = [...paragraphs.slice(0, 3), ...paragraphs.slice(-3)]
    .map(headlineKey)
    .filter((key) => key.length > 15);
  const outside = new Map<string, string>();
  for (const line of htmlToBlocks(html).blocks.flatMap(linesOf).map(textOf)) {
    const key = headlineKey(line);
    if (key === '' || outside.size === 300 || said.includes(` ${key} `)) continue;
    if (!edges.some((edge) => key.includes(edge))) outside.set(key, line.slice(0, 300));
  }
  return [...outside.values()];
}

/** The lines of text of a block, in order; none for pictures and embeds. */
function linesOf(block: StoredBlock): Runs[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items;
    case 'quotation':
      return block.speaker === undefined
        ? block.paragraphs
        : [...block.paragraphs, [{ text: block.speaker }]];
    case 'table':
      return [block.head, ...block.rows]
        .filter((row) => row.length > 0)
        .map((row) => [{ text: row.map(textOf).join(' | ') }]);
    default:
      return [];
  }
}

function isLink(runs: Runs): boolean {
  const linked = runs.filter((run) => run.href !== undefined).reduce((sum, run) => sum + run.text.length, 0);
  return linked > textOf(runs).length * 0.8;
}

/** Pictures behind the last text belong to lists of other stories. */
function withoutEndPictures(blocks: StoredBlock[]): StoredBlock[] {
  const last = blocks.findLastIndex((block) => block.type !== 'image');
  const images = blocks.slice(last + 1);
  return last >= 0 && images.length > 2 ? blocks.slice(0, last + 1) : blocks;
}

function headlineOf(
  all: HtmlNode,
  metadata: PageMetadata,
  blocks: readonly StoredBlock[],
): string | undefined {
  const textsOf = (pattern: RegExp): string[] =>
    [...elements(all)]
      .filter((node) => pattern.test(node.name ?? ''))
      .slice(0, 60)
      .map((node) => unglue(clean(textContent(node).replace(/\s+/g, ' '))))
      .filter((text) => text !== '');
  const headings = textsOf(/^h1$/);
  const titles = metadata.headlines.map(unglue);
  const site = metadata.siteName === undefined ? '' : headlineKey(metadata.siteName);
  // The heading that the page's own data also names; a page's first heading is often the paper's name.
  const agrees = (heading: string): boolean => {
    const key = headlineKey(heading);
    if (key === site || wordsOf(heading).length < 2) return false;
    return titles.some(
      (title) => headlineKey(title).includes(key) && key.length * 2 > headlineKey(title).length,
    );
  };
  const agreed = headings.find(agrees) ?? textsOf(/^h[2-4]$/).find(agrees);
  const bare = titles.map((title, i) => {
    const short = withoutSite(title);
    if (short === undefined) return title;
    const tail = headlineKey(title.slice(short.length));
    // «ريال مدريد - برشلونة» is a headline, not a headline and a site.
    return tail === site || i === titles.length - 1 ? short : title;
  });
  const alone = headings.find((heading) => wordsOf(heading).length >= 3 && headlineKey(heading) !== site);
  const named = bare.find((title) => wordsOf(title).length >= 2 && headlineKey(title) !== site);
  const first = blocks.find((block) => block.type === 'heading');
  return agreed ?? named ?? alone ?? (first?.type === 'heading' ? textOf(first.text) : undefined);
}

/** What stands about the story outside its body: kicker, standfirst, author, date. */
function complete(
  reading: Reading,
  all: HtmlNode,
  metadata: PageMetadata,
  options: PageOptions,
  story: readonly StoredBlock[],
): void {
  const headline = headlineKey(reading.headline ?? '');
  const body = headlineKey(story.flatMap(linesOf).map(textOf).join(' '));
  let beforeHeadline = true;
  for (const node of elements(all)) {
    if (node.name === 'h1' && headlineKey(textContent(node)) === headline) beforeHeadline = false;
    const names = `${node.attribs?.['class'] ?? ''} ${node.attribs?.['itemprop'] ?? ''} ${node.attribs?.['rel'] ?? ''}`;
    if (names.trim() === '') continue;
    const text = (): string => clean(textContent(node).replace(/\s+/g, ' '));
    if (
      /(?:^|[\s_-])(?:kicker|surtitle|overline|pre-?title|upper-?title|supertitle)(?:$|[\s_-])/i.test(names)
    ) {
      const kicker = text();
      if (kicker !== '' && kicker.length <= 120 && !sameText(kicker, reading.headline ?? ''))
        reading.kicker ??= kicker;
    } else if (
      /(?:^|[\s_-])(?:standfirst|sub-?(?:title|headline|head)|deck|dek|lede|excerpt|summary|article-?(?:intro|lead|summary|description))(?:$|[\s_-])/i.test(
        names,
      )
    ) {
      const standfirst = text();
      const fits = standfirst.length >= 15 && standfirst.length <= 600 && !beforeHeadline;
      if (fits && !body.includes(headlineKey(standfirst)) && headlineKey(standfirst) !== headline)
        reading.standfirst ??= standfirst;
    } else if (/(?:^|[\s_-])(?:byline|authors?|writer|reporter|author-name)(?:$|[\s_-])/i.test(names)) {
      takeAuthor(text(), reading, metadata);
    } else if (
      reading.published === undefined &&
      metadata.published === undefined &&
      /date|time|publish/i.test(names)
    ) {
      const line = text();
      if (line.length < 100 && isDateLine(line)) reading.published = readDate(line, options.zone);
    }
  }
  reading.published = metadata.published ?? reading.published;
  for (const author of metadata.authors) takeAuthor(author, reading, metadata);
  const { description } = metadata;
  if (
    reading.standfirst === undefined &&
    description !== undefined &&
    description.length >= 30 &&
    !/(?:\.\.\.|…)$/.test(description)
  ) {
    // Only a description that readers saw too; the others are written for search engines.
    const key = headlineKey(description);
    const shown = headlineKey(textContent(all)).includes(key);
    if (shown && !body.includes(key.slice(0, 60)) && key !== headline)
      reading.standfirst = description.slice(0, 2000);
  }
}

function takeAuthor(text: string, reading: Reading, metadata: PageMetadata): void {
  const name = text.replace(/^(?:كتب(?:ت)?|بقلم|تأليف|الكاتب|الكاتبة|إعداد|by)\s*[:\-–]?\s*/iu, '').trim();
  if (name === '' || name.length > 80 || wordsOf(name).length > 7 || /\d/.test(name)) return;
  if (metadata.siteName !== undefined && sameText(name, metadata.siteName)) return;
  if (/^(?:admin|administrator|editor|المحرر|التحرير|فريق التحرير|هيئة التحرير|محرر|الإدارة)$/i.test(name))
    return;
  // «محمد العتيبي - الرياض», «القاهرة - رويترز»
  const line = isAgency(name, true) ? undefined : readDateline(name, true);
  if (line?.rest === '' && (line.reporter ?? line.agency) !== undefined) {
    reading.dateline ??= line.place;
    reading.agency ??= line.agency;
    reading.reporter ??= line.reporter;
  } else if (isAgency(name, true)) reading.agency ??= name;
  else reading.reporter ??= name;
}

/** The address that a page's pictures and links are relative to. */
function baseOf(html: string, base: string | undefined, canonical: string | undefined): string | undefined {
  for (const address of [base, canonical, savedFrom(html)]) {
    if (address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)) return address;
  }
  return undefined;
}

/** Browsers note where a page was saved from in a comment at its top. */
function savedFrom(html: string): string | undefined {
  return /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/.exec(html.slice(0, 2000))?.[1];
}

function resolve(address: string, base: string | undefined): string | undefined {
  // A saved page's pictures lie in a folder beside it; that is no address.
  if (/^(?:\.\/)?[^/]*_files\//.test(address)) return address;
  if (address.startsWith('//')) return `https:${address}`;
  if (base !== undefined && URL.canParse(address, base)) return new URL(address, base).href;
  return address;
}

function absolute(blocks: readonly StoredBlock[], base: string | undefined): StoredBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'image' || block.picture.url === undefined) return block;
    const url = resolve(block.picture.url, base) ?? block.picture.url;
    return { ...block, picture: { ...block.picture, url: url.slice(0, 2048) } };
  });
}

function imagesOf(
  blocks: readonly StoredBlock[],
  metadata: PageMetadata,
  base: string | undefined,
): string[] {
  const named = metadata.images.filter((address) => !/logo|placeholder|default[-_.]|^data:/i.test(address));
  const inBody = blocks.flatMap((block) => (block.type === 'image' ? [block.picture.url ?? ''] : []));
  const resolved = [...named, ...inBody]
    .map((address) => resolve(address, base) ?? '')
    .filter((address) => address !== '');
  return [...new Set(resolved)];
}
