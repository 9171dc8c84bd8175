import { isStopWord, terms } from '../../arabic/analyse.ts';
import type { Story } from '../../model/story.ts';
import { listsOf } from './list-names.ts';

/** A story as readers see it: all that decides which rows and which pages it touches. */
export interface PublicForm {
  story: Story;
  publishedAt: number;
  /** YYYY-MM-DD in the site's zone. */
  day: string;
  lists: string[];
  /** The document as stored; two forms with the same text are the same. */
  document: string;
}

export function publicForm(
  story: Story,
  publishedAt: number,
  dayOf: (ms: number) => string,
  document = JSON.stringify(story),
): PublicForm {
  return { story, publishedAt, day: dayOf(publishedAt), lists: listsOf(story), document };
}

/** Words a story brings into `term_story`: enough to find what is about the same, few enough to write quickly. */
const mostTerms = 10;

/** Numbers (31 bits of FNV-1a) of the stems that say what a story is about: headline first, then standfirst, tags. */
export function termsOf(story: Story): number[] {
  const found = new Set<number>();
  for (const text of [story.headline, (story.tags ?? []).join(' '), story.kicker, story.standfirst]) {
    if (text === undefined || text === '') continue;
    for (const { word, stem } of terms(text)) {
      if (found.size === mostTerms) return [...found];
      if (stem.length > 2 && !isStopWord(word) && !/^\d/.test(stem)) found.add(termNumber(stem));
    }
  }
  return [...found];
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 code units, cut to 31 bits. */
export function termNumber(stem: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  return hash & 0x7fffffff;
}
