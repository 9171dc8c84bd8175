import { createHash } from 'node:crypto';
import type { Block, Picture, StoredBlock } from '../src/model/block.ts';
import { documentSchemas, type DocumentKind, type DocumentOf } from '../src/model/document.ts';
import type { EntityKind, Front } from '../src/model/site.ts';
import type { Story } from '../src/model/story.ts';
import { slug } from '../src/arabic/slug.ts';
import { to } from '../src/reader/routes.ts';
import { parseMarkup, type MarkupPlaces } from './markup.ts';
import type { PictureFile, Sample } from './sample.ts';
import type { BlockFile, StoryFile } from './story-file.ts';

/** A document of the sample, valid by its schema. */
export interface SampleDocument<K extends DocumentKind = DocumentKind> {
  kind: K;
  id: string;
  content: DocumentOf<K>;
}

const hour = 3_600_000;

/**
 * Turns the sample into documents as of `now` (ms since the epoch): stories stand as many hours before it as
 * their files say, and the ids of stories are the numbers of their files.
 * @returns site, sections, records, pictures, stories oldest first, live entries, front: in this order.
 * @throws Error naming the story and the reference that leads nowhere, or the schema's own.
 */
export function sampleDocuments(sample: Sample, now: number): SampleDocument[] {
  const { publication } = sample;
  const byKey = new Map(sample.stories.map((story) => [story.key, story]));
  const pictures = new Map(sample.pictures.map((picture) => [picture.key, picture]));
  const people = new Map(publication.people.map((person) => [person.id, person]));
  const known: Record<EntityKind, ReadonlySet<string>> = {
    topic: new Set(publication.topics.map((e) => e.id)),
    person: new Set(people.keys()),
    place: new Set(publication.places.map((e) => e.id)),
    organisation: new Set(publication.organisations.map((e) => e.id)),
  };
  const documents: SampleDocument[] = [];

  const add = <K extends DocumentKind>(kind: K, id: string, content: unknown) => {
    const parsed = documentSchemas[kind].safeParse(content);
    if (!parsed.success) throw new Error(`${kind} ${id}: ${parsed.error.message}`);
    documents.push({ kind, id, content: parsed.data as DocumentOf<K> });
  };
  const storyOf = (key: string): StoryFile => {
    const story = byKey.get(key);
    if (story === undefined) throw new Error(`there is no story ${key}`);
    return story;
  };
  const numberOf = (key: string) => Number(storyOf(key).key);
  const placesAt = (moment: number): MarkupPlaces => ({
    storyAddress: (key) => {
      const { section, headline } = storyOf(key);
      return to.story({ id: Number(key), section, slug: slug(headline) });
    },
    weekday: (days) => dayWords(moment, days, publication.site.timeZone, { weekday: 'long' }),
    date: (days) => dayWords(moment, days, publication.site.timeZone, { day: 'numeric', month: 'long' }),
  });
  const pictureOf = (key: string, caption: string | undefined, places: MarkupPlaces): Picture => {
    const picture = pictures.get(key);
    if (picture === undefined) throw new Error(`there is no picture ${key}`);
    return {
      media: key,
      alt: picture.alt,
      caption: plain(caption ?? picture.caption, places),
      credit: picture.credit,
    };
  };
  const blocksOf = (blocks: readonly BlockFile[], places: MarkupPlaces): StoredBlock[] =>
    blocks.map((block) => blockOf(block, places, pictureOf, numberOf));

  add('site', 'site', { ...publication.site, about: blocksOf(publication.site.about, placesAt(now)) });
  for (const section of publication.sections) add('section', section.id, section);
  for (const record of publication.topics) add('topic', record.id, record);
  for (const record of publication.people) add('person', record.id, record);
  for (const record of publication.places) add('place', record.id, record);
  for (const record of publication.organisations) add('organisation', record.id, record);
  for (const picture of sample.pictures) add('media', picture.key, mediaOf(picture));

  const oldestFirst = [...sample.stories].sort((a, b) => b.hoursAgo - a.hoursAgo);
  for (const file of oldestFirst) {
    const at = (hours: number) => Math.round(now - hours * hour);
    const places = placesAt(at(file.hoursAgo));
    const ids = (kind: EntityKind, wanted: readonly string[]) => {
      const stranger = wanted.find((id) => !known[kind].has(id));
      if (stranger !== undefined) throw new Error(`story ${file.key}: there is no ${kind} ${stranger}`);
      return [...wanted];
    };
    if (!publication.sections.some((section) => section.id === file.section)) {
      throw new Error(`story ${file.key}: there is no section ${file.section}`);
    }
    const byline = Array.isArray(file.byline) ? { people: file.byline } : file.byline;
    const story: Story = {
      id: Number(file.key),
      kind: file.kind,
      status: 'published',
      section: file.section,
      slug: slug(file.headline),
      headline: file.headline,
      byline: {
        people: ids('person', byline.people).map((person) => {
          const { name, role } = people.get(person) ?? { name: person };
          return { name, person, ...(role === undefined ? {} : { role }) };
        }),
        ...('agency' in byline && byline.agency !== undefined ? { agency: byline.agency } : {}),
      },
      body: blocksOf(file.body, places),
      topics: ids('topic', file.topics),
      people: ids('person', file.people),
      places: ids('place', file.places),
      organisations: ids('organisation', file.organisations),
      language: 'ar',
      urgency: file.urgency,
      firstPublishedAt: at(file.hoursAgo),
      corrections: file.corrections.map((c) => ({ at: at(c.hoursAgo), text: plain(c.text, places) })),
      related: file.related.map(numberOf),
      ...(file.kicker === undefined ? {} : { kicker: file.kicker }),
      ...(file.shortHeadline === undefined ? {} : { shortHeadline: file.shortHeadline }),
      ...(file.standfirst === undefined ? {} : { standfirst: plain(file.standfirst, places) }),
      ...(file.dateline === undefined ? {} : { dateline: file.dateline }),
      ...(file.updatedHoursAgo === undefined ? {} : { updatedAt: at(file.updatedHoursAgo) }),
      ...(file.lead === undefined ? {} : { lead: pictureOf(file.lead.picture, file.lead.caption, places) }),
    };
    add('story', file.key, story);
    const entries = [...file.liveEntries].sort((a, b) => b.hoursAgo - a.hoursAgo);
    for (const [index, entry] of entries.entries()) {
      const id = `${file.key}-${index + 1}`;
      add('live-entry', id, {
        id,
        story: story.id,
        at: at(entry.hoursAgo),
        ...(entry.headline === undefined ? {} : { headline: entry.headline }),
        ...(entry.pinned === true ? { pinned: true } : {}),
        body: blocksOf(entry.body, placesAt(at(entry.hoursAgo))),
      });
    }
  }

  const { lead, packages, breaking } = publication.front;
  const front: Front = {
    id: 'home',
    lead: { story: numberOf(lead.story), more: lead.more.map(numberOf) },
    packages: packages.map((p) => ({ ...p, stories: p.stories.map(numberOf) })),
    ...(breaking === undefined
      ? {}
      : {
          breaking: {
            text: breaking.text,
            until: Math.round(now + breaking.hours * hour),
            ...(breaking.story === undefined ? {} : { story: numberOf(breaking.story) }),
          },
        }),
  };
  add('front', 'home', front);
  return documents;
}

function blockOf(
  block: BlockFile,
  places: MarkupPlaces,
  pictureOf: (key: string, caption: string | undefined, places: MarkupPlaces) => Picture,
  numberOf: (key: string) => number,
): Exclude<Block, { type: 'live-entry' }> {
  const runs = (text: string) => parseMarkup(text, places);
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', text: runs(block.text) };
    case 'heading':
      return { type: 'heading', level: block.level, text: runs(block.text) };
    case 'list':
      return { type: 'list', ordered: block.ordered, items: block.items.map(runs) };
    case 'quotation':
      return {
        type: 'quotation',
        paragraphs: block.paragraphs.map(runs),
        ...(block.speaker === undefined ? {} : { speaker: block.speaker }),
        ...(block.role === undefined ? {} : { role: block.role }),
      };
    case 'pull-quote':
      return { type: 'pull-quote', text: plain(block.text, places) };
    case 'image':
      return {
        type: 'image',
        size: block.size,
        picture: pictureOf(block.picture, block.caption, places),
      };
    case 'gallery':
      return {
        type: 'gallery',
        pictures: block.pictures.map((p) =>
          typeof p === 'string' ? pictureOf(p, undefined, places) : pictureOf(p.picture, p.caption, places),
        ),
      };
    case 'table':
      return {
        type: 'table',
        head: block.head.map(runs),
        rows: block.rows.map((row) => row.map(runs)),
        ...(block.caption === undefined ? {} : { caption: plain(block.caption, places) }),
      };
    case 'embed':
      return {
        type: 'embed',
        provider: block.provider,
        url: block.url,
        ...(block.title === undefined ? {} : { title: block.title }),
      };
    case 'related':
      return { type: 'related', stories: block.stories.map(numberOf) };
  }
}

function plain(text: string, places: MarkupPlaces): string {
  return parseMarkup(text, places)
    .map((run) => run.text)
    .join('');
}

function mediaOf(picture: PictureFile): DocumentOf<'media'> {
  return {
    id: picture.key,
    sha256: createHash('sha256').update(picture.bytes).digest('hex'),
    mime: 'image/svg+xml',
    width: picture.width,
    height: picture.height,
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
    ...(picture.focus === undefined ? {} : { focus: picture.focus }),
  };
}

/** The words of the day `days` after the one that `moment` falls on in the site's zone. */
function dayWords(
  moment: number,
  days: number,
  timeZone: string,
  form: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month'>,
): string {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).add({ days });
  const format = new Intl.DateTimeFormat('ar-JO-u-ca-gregory-nu-arab', { ...form, timeZone });
  return format.format(day.epochMilliseconds);
}
