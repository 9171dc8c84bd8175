import { highlight, snippet } from '../../arabic/highlight.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Story } from '../../model/story.ts';
import type { Days } from '../public/days.ts';
import { type Database, text } from '../sqlite.ts';
import { didYouMean } from '../suggest/did-you-mean.ts';
import { find } from './find.ts';
import { readQuestion } from './question.ts';
import type { Highlighted, SearchRequest, SearchResponse } from './search.ts';

const deepest = 950;
/** Two lines on a phone, three at most. */
const snippetLetters = 200;
/** A snippet is looked for in this much of a story; longer ones are the rare transcript. */
const snippetSource = 20_000;

/** With fewer stories than this a reader may have been misunderstood. */
const fewFound = 3;

/**
 * Answers a search from search.db and public.db. A story that has just been taken back, and that the index still has,
 * is not among the hits: what is shown comes from public.db.
 */
export function answerSearch(
  search: Database,
  catalog: Database,
  days: Days,
  request: SearchRequest,
): SearchResponse {
  const question = readQuestion(request.q);
  const limit = clamp(request.limit, 1, 50);
  const offset = clamp(request.offset, 0, deepest);
  const { total, capped, stories, stems } = find(search, question, { ...request, limit, offset }, days);
  const hits = stories.flatMap((id) => {
    const row = catalog.get('SELECT document FROM story_document WHERE id = ?', id);
    if (row === undefined) return [];
    const story = JSON.parse(text(row[0])) as Story;
    return [{ id, headline: highlight(story.headline, stems), snippet: snippetOf(story, stems) }];
  });
  const meant = offset === 0 ? meantBy(search, request, days, total) : undefined;
  return { total, capped, hits, terms: question.words, ...(meant === undefined ? {} : { meant }) };
}

/** Words that no story has first; where little was found, rare ones too, if the others find more. */
function meantBy(search: Database, request: SearchRequest, days: Days, total: number): string | undefined {
  const finds = (q: string) => find(search, readQuestion(q), { ...request, limit: 1, offset: 0 }, days).total;
  const known = didYouMean(search, request.q, { unknownOnly: true });
  if (known !== undefined && finds(known) > 0) return known;
  const commoner = total < fewFound ? didYouMean(search, request.q) : undefined;
  return commoner !== undefined && finds(commoner) > total ? commoner : undefined;
}

/** From the body; from the standfirst where only that has a hit, or where there is no body. */
function snippetOf(story: Story, stems: ReadonlySet<string>): Highlighted {
  const body = bodyText(story.body).replaceAll('\n', ' ').slice(0, snippetSource);
  const found = snippet(body, stems, snippetLetters);
  if (story.standfirst === undefined || found.some(({ hit }) => hit)) return found;
  return snippet(story.standfirst, stems, snippetLetters);
}

const clamp = (value: number, least: number, most: number) =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.floor(value))) : least;
