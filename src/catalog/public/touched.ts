import { keys } from '../../model/dependency-keys.ts';
import { type Database, number, text } from '../sqlite.ts';
import { keyOfList } from './list-names.ts';
import type { PublicForm } from './public-form.ts';

/** Stands for every page: a catalog that was exchanged, or more changes than were kept. */
export const everything = '*';

/**
 * The dependency keys touched when a story's public form goes from `before` to `after` (undefined = readers do not see
 * it). Nothing when nothing that readers see has changed, as when a draft is saved.
 *
 * - always its own key, and, when it comes or goes, those of its translations, since their pages name it, and that of
 *   side lists: what was withdrawn is to stand nowhere;
 * - the lists it enters or leaves; all its lists when its place in them changes;
 * - days and archive when a day's number changes, corrections and sitemap when their lines do.
 */
export function touchedByStory(before: PublicForm | undefined, after: PublicForm | undefined): Set<string> {
  const touched = new Set<string>();
  const form = after ?? before;
  if (
    form === undefined ||
    (before !== undefined && before.document === after?.document && samePlace(before, after))
  ) {
    return touched;
  }
  touched.add(keys.story(form.story.id));

  const old = new Set(before?.lists);
  const now = new Set(after?.lists);
  const moved = before?.publishedAt !== after?.publishedAt;
  for (const name of old.union(now)) {
    const key = keyOfList(name);
    if (key !== undefined && (moved || old.has(name) !== now.has(name))) touched.add(key);
  }
  if (moved) {
    for (const day of new Set([before?.day, after?.day]))
      if (day !== undefined) touched.add(keys.listDay(day));
  }
  if (before?.day !== after?.day) touched.add(keys.archive);
  if (correctionsIn(before) !== correctionsIn(after)) touched.add(keys.corrections);
  if (sitemapLine(before) !== sitemapLine(after)) touched.add(keys.sitemap);
  if (before === undefined || after === undefined) {
    touched.add(keys.shown(form.story.id));
    for (const id of Object.values(form.story.translations ?? {})) touched.add(keys.story(id));
  }
  return touched;
}

function samePlace(a: PublicForm, b: PublicForm): boolean {
  return a.publishedAt === b.publishedAt && a.day === b.day;
}

const correctionsIn = (form: PublicForm | undefined) => JSON.stringify(form?.story.corrections ?? []);

function sitemapLine(form: PublicForm | undefined): string | undefined {
  if (form === undefined) return undefined;
  const { section, slug, updatedAt, headline, language } = form.story;
  // The news sitemap names headline and language as well.
  return JSON.stringify([section, slug, form.publishedAt, updatedAt, headline, language]);
}

/** What all entries after `seq` touched, whichever process applied them; `everything` where it is not kept any more. */
export function touchedSince(db: Database, seq: number): string[] {
  const rows = db.all('SELECT after, keys FROM touched WHERE upto > ? ORDER BY upto', seq);
  if (rows.length > 0 && number(rows[0]?.[0]) > seq) return [everything];
  return [...new Set(rows.flatMap(([, touched]) => JSON.parse(text(touched)) as string[]))];
}
