import { Follower } from '../catalog/follower.ts';
import { catalogFile, readCurrent } from '../catalog/files.ts';
import { similarKind } from '../catalog/similar/target.ts';
import { type Fingerprint, fingerprintOf, likenessOf } from '../catalog/similar/alike.ts';
import { openSimilar, type SimilarStories } from '../catalog/similar/similar.ts';
import type { Journal } from '../journal/journal.ts';
import { bodyText } from '../model/plain-text.ts';
import type { Story } from '../model/story.ts';
import type { StoryStatus } from '../model/story-status.ts';
import type { IncomingStory } from './import-stories.ts';

/** A story that an incoming one is nearly the same as. */
export interface SeenBefore {
  /** Our number, or the foreign id of one that came in the same batch. */
  story?: number;
  id?: string;
  headline: string;
  status?: StoryStatus;
  /** Share of their four-word shingles that both have: 0.5–1. */
  similarity: number;
}

export interface ComparedStory {
  /** Our number of this very story, where an earlier import brought it. */
  held: number | undefined;
  /** The most alike first, at most five. */
  near: SeenBefore[];
}

/** A report that names more of them helps nobody. */
const mostNamed = 5;

/**
 * Compares stories from outside with all that the journal holds, before they are written. Brings similar.db up to the journal's
 * head itself, beside a running server or without one, so that each batch is compared with those before it.
 */
export class IncomingComparison {
  readonly #dataDir: string;
  readonly #journal: Journal;
  readonly #follower: Follower;
  #open: { name: string; similar: SimilarStories } | undefined;

  constructor(dataDir: string, journal: Journal) {
    this.#dataDir = dataDir;
    this.#journal = journal;
    this.#follower = new Follower(dataDir, journal, similarKind);
  }

  /**
   * What each story is nearly the same as, in order: stories that are there, and earlier ones of this batch that are themselves
   * like none. A story that an earlier import brought is not compared with itself.
   * @param source name of the source, as for `StoryImport`. @param stories at most 1,000.
   * @throws MidadError `disk-full`, `unavailable`.
   */
  async compare(source: string, stories: readonly IncomingStory[]): Promise<ComparedStory[]> {
    while ((await this.#follower.step()).more);
    const similar = this.#similar();
    const held = await this.#journal.holders(
      `source:${source}`,
      stories.map(({ id }) => id),
    );
    const batch = new Batch();
    const compared: ComparedStory[] = [];
    for (const story of stories) {
      const holder = held.get(story.id);
      const own = holder === undefined ? undefined : Number(holder.id);
      const print = fingerprintOf(bodyText(story.body));
      const near = print === undefined ? [] : batch.near(print);
      for (const alike of print === undefined ? [] : similar.likePrint(print, own).slice(0, mostNamed)) {
        const there = (await this.#journal.current('story', String(alike.story)))?.content as Story | null;
        if (there)
          near.push({
            story: alike.story,
            headline: there.headline,
            status: there.status,
            similarity: alike.likeness,
          });
      }
      near.sort((a, b) => b.similarity - a.similarity);
      if (print !== undefined && near.length === 0) batch.add(story, print);
      compared.push({ held: own, near: near.slice(0, mostNamed) });
    }
    return compared;
  }

  #similar(): SimilarStories {
    const name = readCurrent(this.#dataDir)?.similar ?? '';
    if (this.#open?.name !== name) {
      this.#open?.similar.close();
      this.#open = { name, similar: openSimilar(catalogFile(this.#dataDir, name)) };
    }
    return this.#open.similar;
  }

  close(): void {
    this.#open?.similar.close();
    this.#open = undefined;
    this.#follower.close();
  }
}

/** Stories that came together and are not written yet, under their keys. */
class Batch {
  readonly #under = new Map<number, number[]>();
  readonly #stories: { story: IncomingStory; print: Fingerprint }[] = [];

  add(story: IncomingStory, print: Fingerprint): void {
    for (const key of print.keys) {
      const known = this.#under.get(key);
      if (known === undefined) this.#under.set(key, [this.#stories.length]);
      else known.push(this.#stories.length);
    }
    this.#stories.push({ story, print });
  }

  near(print: Fingerprint): SeenBefore[] {
    const met = new Set([...print.keys].flatMap((key) => this.#under.get(key) ?? []));
    return [...met].flatMap((at) => {
      const other = this.#stories[at];
      const similarity = other === undefined ? undefined : likenessOf(print, other.print);
      return other === undefined || similarity === undefined
        ? []
        : [{ id: other.story.id, headline: other.story.headline, similarity }];
    });
  }
}
