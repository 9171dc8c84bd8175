import { hash } from 'node:crypto';
import { slug } from '../arabic/slug.ts';
import type { Change, Journal } from '../journal/journal.ts';
import type { StoredBlock } from '../model/block.ts';
import { MidadError } from '../model/errors.ts';
import type { Section } from '../model/site.ts';
import { type Story, story as storySchema } from '../model/story.ts';
import { SectionFinder } from './import-sections.ts';
import { permit } from './policy.ts';

/** A story from outside, already read into our terms; texts are cleaned. */
export interface IncomingStory {
  /** The foreign id as text; «0» is one. At most 500 characters. */
  id: string;
  headline: string;
  kicker?: string | undefined;
  standfirst?: string | undefined;
  dateline?: string | undefined;
  agency?: string | undefined;
  authors: string[];
  body: StoredBlock[];
  /** A category as the source names it. */
  category?: string | undefined;
  tags: string[];
  /** Milliseconds since the epoch. */
  published?: number | undefined;
  url?: string | undefined;
  image?: string | undefined;
  /** BCP 47; Arabic if absent. */
  language?: string | undefined;
}

export interface ImportOptions {
  journal: Journal;
  actor: string;
  /** Name of the source, the first half of an imported story's identity. */
  source: string;
  /** Published at once, with the date that the source gives; otherwise a draft. */
  publish: boolean;
  /** Sections that the site has (others are found in the journal by their id). */
  sections: readonly Section[];
  /** For every story, instead of its own category. */
  section?: string | undefined;
  /** Milliseconds since the epoch. */
  now: () => number;
}

export type Outcome = 'new' | 'updated' | 'unchanged' | 'failed';

export interface ImportedStory {
  outcome: Outcome;
  /** Our id; undefined for what failed. */
  story?: number;
  /** Why it failed: an error to be explained to the operator. */
  error?: MidadError;
}

/** Some 200 stories a transaction: 100 gains nothing more in the lock's waiting time, 1,000 holds editors up. */
export const batchSize = 200;
/** How often a batch is tried anew when others write the same stories. */
const attempts = 4;

/**
 * Writes stories of an archive into the journal, batch by batch, each batch in one transaction. The identity is
 * (source name, foreign id), claimed in the space `source:NAME`; a digest of what came decides whether a story that
 * is there has changed. An update keeps id, address, status and first date, and sets `updatedAt`. What was killed
 * stays killed. Two imports of the same file at once bring each story once.
 */
export class StoryImport {
  readonly #options: ImportOptions;
  readonly #space: string;
  readonly #sections: SectionFinder;
  /** Number of the last entry that this import wrote. */
  lastSeq = 0;

  /** @throws MidadError `forbidden`. */
  constructor(options: ImportOptions) {
    permit(options, 'import-stories');
    this.#options = options;
    this.#space = `source:${options.source}`;
    this.#sections = new SectionFinder(options.journal, options.actor, options.sections);
  }

  /**
   * @returns what became of each story, in order. The same foreign id twice: the later is an update of the earlier.
   * @throws MidadError `unknown-section`, `disk-full`, `unavailable`, `data-folder-denied`.
   */
  async add(stories: readonly IncomingStory[]): Promise<ImportedStory[]> {
    const results: ImportedStory[] = [];
    for (let from = 0; from < stories.length;) {
      const batch: IncomingStory[] = [];
      const ids = new Set<string>();
      for (let at = from; at < stories.length && batch.length < batchSize; at++) {
        const story = stories[at];
        if (!story || ids.has(story.id)) break;
        ids.add(story.id);
        batch.push(story);
      }
      results.push(...(await this.#write(batch)));
      from += batch.length;
    }
    return results;
  }

  async #write(batch: readonly IncomingStory[]): Promise<ImportedStory[]> {
    for (let attempt = 1; ; attempt++) {
      const { changes, results } = await this.#prepare(batch);
      try {
        const receipts = await this.#options.journal.append(changes, {
          actor: this.#options.actor,
          at: this.#options.now(),
        });
        this.lastSeq = Math.max(this.lastSeq, receipts.at(-1)?.seq ?? 0);
        return results;
      } catch (error) {
        const raced =
          error instanceof MidadError && (error.code === 'conflict' || error.code === 'claim-taken');
        if (!raced) throw error;
        // An editor saved one of them, or another import brought it, since we looked: look again.
        if (attempt < attempts) continue;
        if (batch.length === 1) return [{ outcome: 'failed', error }];
        const single: ImportedStory[] = [];
        for (const story of batch) single.push(...(await this.#write([story])));
        return single;
      }
    }
  }

  async #prepare(batch: readonly IncomingStory[]): Promise<{ changes: Change[]; results: ImportedStory[] }> {
    const { journal, now } = this.#options;
    const held = await journal.holders(
      this.#space,
      batch.map((story) => story.id),
    );
    const fresh = batch.filter((story) => !held.has(story.id)).length;
    let next = fresh > 0 ? await journal.reserve('story', fresh) : 0;
    const changes: Change[] = [];
    const results: ImportedStory[] = [];
    for (const incoming of batch) {
      const holder = held.get(incoming.id);
      const digest = hash('sha256', JSON.stringify(incoming), 'hex');
      const section = await this.#sectionOf(incoming);
      const made =
        holder === undefined
          ? this.#create(incoming, digest, section, next++)
          : await this.#update(incoming, digest, section, holder.id, now());
      if ('change' in made) changes.push(made.change);
      results.push(made.result);
    }
    return { changes, results };
  }

  async #sectionOf(incoming: IncomingStory): Promise<string> {
    const { section, now } = this.#options;
    return section === undefined
      ? this.#sections.find(incoming.category, now())
      : this.#sections.require(section, now());
  }

  #create(incoming: IncomingStory, digest: string, section: string, id: number): Made {
    const { publish, now } = this.#options;
    const content: Story = {
      id,
      kind: section === 'opinion' ? 'opinion' : 'news',
      status: publish ? 'published' : 'draft',
      slug: slug(incoming.headline),
      topics: [],
      people: [],
      places: [],
      organisations: [],
      urgency: 4,
      corrections: [],
      related: [],
      ...this.#fields(incoming, digest, section),
      ...(publish && { firstPublishedAt: Math.min(incoming.published ?? now(), now()) }),
    };
    return made(content, 'import', 0, 'new', [{ space: this.#space, name: incoming.id }]);
  }

  async #update(
    incoming: IncomingStory,
    digest: string,
    section: string,
    id: string,
    now: number,
  ): Promise<Made> {
    const { journal, publish } = this.#options;
    const entry = await journal.current('story', id);
    const before = entry?.content as Story | null | undefined;
    const number = Number(id);
    // Redacted, or withdrawn for good: an archive does not bring it back.
    if (!entry || !before || before.status === 'killed')
      return { result: { outcome: 'unchanged', story: number } };
    // An embargo that an editor set on a draft holds for the archive as well.
    const publishes = publish && before.status === 'draft' && (before.embargoUntil ?? 0) <= now;
    if (before.source?.digest === digest && !publishes)
      return { result: { outcome: 'unchanged', story: number } };
    const same = before.source?.digest === digest;
    const content: Story = {
      ...before,
      ...(same ? {} : without(before, this.#fields(incoming, digest, section))),
      ...(before.status === 'published' && { updatedAt: now }),
      ...(publishes && {
        status: 'published' as const,
        firstPublishedAt: before.firstPublishedAt ?? Math.min(incoming.published ?? now, now),
      }),
    };
    const action = publishes ? 'publish' : before.status === 'published' ? 'update' : 'import';
    return made(content, action, entry.version, 'updated', []);
  }

  /** What the source decides. */
  #fields(incoming: IncomingStory, digest: string, section: string) {
    return {
      section,
      headline: incoming.headline,
      kicker: incoming.kicker,
      standfirst: incoming.standfirst,
      dateline: incoming.dateline,
      byline: {
        people: incoming.authors.slice(0, 20).map((name) => ({ name: name.slice(0, 200) })),
        ...(incoming.agency !== undefined && { agency: incoming.agency.slice(0, 200) }),
      },
      body: incoming.body,
      lead: incoming.image === undefined ? undefined : { url: incoming.image },
      language: incoming.language ?? 'ar',
      tags: incoming.tags.length > 0 ? incoming.tags : undefined,
      source: {
        name: this.#options.source,
        id: incoming.id,
        ...(incoming.url !== undefined && { url: incoming.url }),
        digest,
      },
    };
  }
}

type Made = { result: ImportedStory; change: Change } | { result: ImportedStory };

/** What the source no longer says goes, except a lead picture that the newsroom chose from its own. */
function without<T extends { lead: unknown }>(before: Story, fields: T): T {
  return before.lead?.media === undefined ? fields : { ...fields, lead: before.lead };
}

/** The change for a story, once it is valid by the story's schema. */
function made(
  content: Story,
  action: Change['action'],
  expect: number,
  outcome: Outcome,
  take: NonNullable<Change['take']>,
): Made {
  const valid = storySchema.safeParse(content);
  if (!valid.success) {
    const [issue] = valid.error.issues;
    const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
    return { result: { outcome: 'failed', error: new MidadError('story-invalid', { reason }) } };
  }
  return {
    change: { kind: 'story', id: String(content.id), action, expect, content: valid.data, take },
    result: { outcome, story: content.id },
  };
}
