import type { StoryStatus } from '../../model/story-status.ts';
import { MidadError } from '../../model/errors.ts';
import { type DeskCatalog, openDeskCatalog } from '../desk/desk.ts';
import { catalogFile, isOfThisVersion, readCurrent } from '../files.ts';
import { isDamage } from '../sqlite.ts';
import type { Alike } from './alike.ts';
import { openSimilar, type SimilarStories } from './similar.ts';

/** A story that an editor is to know of while writing another: nearly the same text is there already. */
export interface NearDuplicate {
  id: number;
  headline: string;
  status: StoryStatus;
  /** Share of their four-word shingles that both texts have: 0.5–1. */
  similarity: number;
}

/**
 * Near-duplicates of a stored story (by its number) or of a text that is being written, the most alike first. Under two
 * milliseconds among a million stories, so also while typing.
 * @param text what is written so far, without its headline. @param except the story that it is a draft of.
 */
export function nearDuplicates(
  { desk, similar }: { desk: DeskCatalog; similar: SimilarStories },
  of: number | { text: string; except?: number },
): NearDuplicate[] {
  const alike: Alike[] = typeof of === 'number' ? similar.alike(of) : similar.like(of.text, of.except);
  return alike.flatMap(({ story, likeness }) => {
    // Gone from the desk meanwhile: the two files follow the journal each at its own pace.
    const known = desk.story(story);
    if (known === undefined || known.status === 'killed') return [];
    return [{ id: story, headline: known.headline, status: known.status, similarity: likeness }];
  });
}

/** The newsroom's view and similar.db as `current.json` names them now. */
export interface CurrentSimilar {
  /** @throws MidadError `unavailable` while there is none that can be read: one is being made. */
  files(): { desk: DeskCatalog; similar: SimilarStories };
  close(): void;
}

/** The pointer is read for each question, some 30 µs, so that an exchange of files needs no message. */
export function openCurrentSimilar(dataDir: string): CurrentSimilar {
  let open: { desk: DeskCatalog; similar: SimilarStories; names: string } | undefined;
  const close = () => {
    open?.desk.close();
    open?.similar.close();
    open = undefined;
  };
  return {
    files() {
      const current = readCurrent(dataDir);
      if (current === undefined || !isOfThisVersion('similar', current.similar))
        throw new MidadError('unavailable', { part: 'similar' });
      const names = `${current.desk}/${current.similar}`;
      if (open?.names === names) return open;
      close();
      try {
        const desk = openDeskCatalog(catalogFile(dataDir, current.desk));
        try {
          open = { desk, similar: openSimilar(catalogFile(dataDir, current.similar)), names };
        } catch (error) {
          desk.close();
          throw error;
        }
      } catch (error) {
        if (isDamage(error)) throw new MidadError('unavailable', { part: 'similar' }, { cause: error });
        throw error;
      }
      return open;
    },
    close,
  };
}
