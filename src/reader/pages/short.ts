import { keys } from '../../model/dependency-keys.ts';
import type { Loader, Page, ReaderContext } from '../page.ts';
import { to } from '../routes.ts';
import { loadNotFound, storyKilled } from './errors.ts';

/** Seconds: an address changes only when the story does, and its key drops the redirect then. */
const redirectHold = 3600;

/** `/1042`: to where the story stands today; 410 if it was killed, 404 if there is none. */
export const loadShort: Loader<{ id: number }> = (context, { id }) => {
  const [card] = context.catalog().cards([id]);
  return card === undefined ? missingStory(context, id) : movedTo(id, to.story(card));
};

/**
 * The redirect that a story's page owes when it was asked for under another section or other words: the number alone
 * decides. Undefined when the address is the canonical one. Both slugs are decoded.
 */
export function canonicalRedirect(
  story: { id: number; section: string; slug: string },
  asked: { section: string; slug?: string | undefined },
): Page | undefined {
  if (asked.section === story.section && (asked.slug ?? '') === story.slug) return undefined;
  return movedTo(story.id, to.story(story));
}

/** The page for a number without a published story: 410 with its notice if it was killed, else 404. */
export async function missingStory(context: ReaderContext, id: number): Promise<Page> {
  const gone = context.catalog().gone(id);
  const page =
    gone?.status === 'killed'
      ? await storyKilled(context, gone.notice)
      : await loadNotFound(context, { path: to.short(id) });
  // The key lets the page of a restored story appear at once where this one was kept.
  return { ...page, keys: [...page.keys, keys.story(id)] };
}

function movedTo(id: number, location: string): Page {
  return {
    status: 301,
    type: 'text/plain; charset=utf-8',
    body: '',
    keys: [keys.story(id)],
    hold: redirectHold,
    location,
  };
}
