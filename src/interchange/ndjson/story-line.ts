import { z } from 'zod';
import { clean } from '../../arabic/clean.ts';
import { parseDate } from '../../arabic/dates.ts';
import type { IncomingStory } from '../../commands/import-stories.ts';
import { runsText } from '../../model/plain-text.ts';
import { htmlToBlocks, textToBlocks } from '../html.ts';

/**
 * A story as archives write it on a line of JSON. The names that stand for the same thing in common exports
 * (our own, WordPress, Ghost, JSON Feed, schema.org, RSS turned into JSON) are tried in this order.
 */
const text = z.union([z.string(), z.number().transform(String), rendered(), z.null()]).optional();
const names = z
  .union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown()), z.null()])
  .optional();
const wire = z.object({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  _id: z
    .union([
      z.string(),
      z.number(),
      z.object({ $oid: z.string() }).transform((value) => value.$oid),
      z.null(),
    ])
    .optional(),
  guid: text,
  uuid: text,
  title: text,
  headline: text,
  name: text,
  kicker: text,
  abstract: text,
  summary: text,
  description: text,
  lead: text,
  standfirst: text,
  excerpt: text,
  text,
  body: text,
  content: text,
  articleBody: text,
  content_text: text,
  html: text,
  content_html: text,
  category: names,
  section: names,
  categories: names,
  articleSection: names,
  published: text,
  date: text,
  pubDate: text,
  published_at: text,
  datePublished: text,
  date_published: text,
  url: text,
  link: text,
  permalink: text,
  authors: names,
  author: names,
  byline: names,
  agency: text,
  dateline: text,
  tags: names,
  keywords: names,
  image: names,
  image_url: text,
  thumbnail: names,
  language: text,
  lang: text,
});
type Wire = z.infer<typeof wire>;

/** WordPress: `{ "rendered": "…" }`. */
function rendered() {
  return z.object({ rendered: z.string() }).transform((value) => value.rendered);
}

/** Why a line is no story; `strings/cli.*` has a sentence for each. */
export type LineProblem =
  | { problem: 'not-json' | 'not-object' | 'no-title' | 'no-id' }
  | { problem: 'wrong-type' | 'bad-date' | 'too-long-field'; field: string; value: string };

export type ReadLine = { story: IncomingStory; derivedHeadline: boolean } | LineProblem;

/**
 * Reads one line.
 * @param zone IANA zone for dates that name none.
 */
export function readStoryLine(line: string, zone: string): ReadLine {
  let json: unknown;
  try {
    json = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch {
    return { problem: 'not-json' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { problem: 'not-object' };
  const parsed = wire.safeParse(json);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    const value = (json as Record<string, unknown>)[field];
    return { problem: 'wrong-type', field, value: shown(value) };
  }
  return toStory(parsed.data);

  function toStory(w: Wire): ReadLine {
    const id = first(w.id, w._id, w.guid, w.uuid) ?? first(w.url, w.link, w.permalink);
    if (id === undefined) return { problem: 'no-id' };
    if (id.length > 500) return { problem: 'too-long-field', field: 'id', value: shown(id) };
    const published = readPublished(w, zone);
    if (published !== undefined && typeof published !== 'number') return published;

    const body = bodyOf(w);
    const paragraphs = body.flatMap((block) => (block.type === 'paragraph' ? [runsText(block.text)] : []));
    const abstract = oneLine(first(w.standfirst, w.abstract, w.summary, w.excerpt, w.description, w.lead));
    let headline = oneLine(first(w.title, w.headline, w.name));
    // A title left empty is taken from the text, so that nothing of an archive is lost; no title at all is a mistake.
    const titled = [w.title, w.headline, w.name].some((value) => typeof value === 'string');
    const derivedHeadline = headline === '' && titled;
    if (derivedHeadline) headline = opening(abstract === '' ? (paragraphs[0] ?? '') : abstract);
    if (headline === '') return { problem: 'no-title' };
    const writers = people(w.authors ?? w.author ?? w.byline);
    const story: IncomingStory = {
      id,
      headline: cut(headline, 400),
      authors: writers,
      body,
      tags: list(w.tags ?? w.keywords)
        .map((tag) => tag.slice(0, 100))
        .slice(0, 50),
    };
    // A summary that is the beginning of the text would be read twice.
    if (abstract !== '' && !(paragraphs[0] ?? '').startsWith(abstract))
      story.standfirst = cut(abstract, 2000);
    const extra = {
      kicker: cut(oneLine(first(w.kicker)), 120),
      agency: cut(oneLine(first(w.agency)), 200),
      dateline: cut(oneLine(first(w.dateline)), 120),
      category: list(w.category ?? w.section ?? w.articleSection ?? w.categories)[0],
      published,
      url: webAddress(first(w.url, w.link, w.permalink)),
      image: webAddress(address(w.image) ?? first(w.image_url) ?? address(w.thumbnail)),
      language: language(first(w.language, w.lang)),
    };
    for (const [key, value] of Object.entries(extra)) {
      if (value !== undefined && value !== '') Object.assign(story, { [key]: value });
    }
    return { story, derivedHeadline };
  }
}

function bodyOf(w: Wire): IncomingStory['body'] {
  const html = first(w.html, w.content_html);
  if (html !== undefined) return htmlToBlocks(html).blocks;
  const plain = first(w.text, w.body, w.content, w.articleBody, w.content_text) ?? '';
  // Exports put markup under names meant for text.
  return /<(?:p|br|div|h[1-6]|ul|blockquote)\b[^>]*>/i.test(plain)
    ? htmlToBlocks(plain).blocks
    : textToBlocks(plain);
}

function readPublished(w: Wire, zone: string): number | undefined | LineProblem {
  for (const field of [
    'published',
    'date',
    'pubDate',
    'published_at',
    'datePublished',
    'date_published',
  ] as const) {
    const value = first(w[field]);
    if (value === undefined) continue;
    return parseDate(value, { timeZone: zone }) ?? { problem: 'bad-date', field, value: shown(value) };
  }
  return undefined;
}

/** The first value that says something; 0 does. */
function first(...values: readonly (string | number | null | undefined)[]): string | undefined {
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const plain = String(value).trim();
    if (plain !== '') return plain;
  }
  return undefined;
}

/** Texts of a list, of a string with commas, of objects with a name. */
function list(value: unknown): string[] {
  const parts = typeof value === 'string' ? value.split(/[,،;]/) : Array.isArray(value) ? value : [value];
  return parts
    .map((part) => {
      if (typeof part === 'string') return clean(part.replace(/\s+/g, ' '));
      if (typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string')
        return clean(part.name);
      return '';
    })
    .filter((part) => part !== '');
}

/** Writers; a byline in one string may join them with و or «و» only by a comma, for names begin with و too. */
function people(value: unknown): string[] {
  return list(value)
    .map((name) => cut(name.replace(/^(?:كتب|كتبت|بقلم|by)\s*[:\-–]?\s+/iu, ''), 200))
    .slice(0, 20);
}

function address(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return address(value.find((part) => part !== null && !Array.isArray(part)));
  if (typeof value === 'object' && value !== null) {
    if ('url' in value && typeof value.url === 'string') return value.url;
    if ('src' in value && typeof value.src === 'string') return value.src;
  }
  return undefined;
}

function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) && value.length <= 2048 ? value : undefined;
}

function language(value: string | undefined): string | undefined {
  return value !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value)
    ? value.replaceAll('_', '-').slice(0, 35)
    : undefined;
}

function oneLine(value: string | undefined): string {
  const plain = (value ?? '').replace(/<[^>]{1,200}>/g, ' ');
  return clean(plain.replace(/\s+/g, ' '));
}

/** Cuts at a word, with an ellipsis. */
function cut(value: string, most: number): string {
  if (value.length <= most) return value;
  const short = value.slice(0, most - 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), most / 2))}…`;
}

/** The first sentence, or its first words. */
function opening(value: string): string {
  const sentence = /^.{10,}?[.؟!؛](?=\s|$)/u.exec(value)?.[0].replace(/[.؛]$/, '') ?? value;
  return cut(sentence, 110);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
