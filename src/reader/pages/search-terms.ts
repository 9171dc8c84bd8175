import { z } from 'zod';
import type { SearchRequest } from '../../catalog/search/search.ts';

/** What an address of the search may carry; all of it is text from outside. */
export type SearchTerms = Partial<
  Record<'q' | 'section' | 'from' | 'to' | 'sort' | 'page' | 'limit' | 'offset', string | undefined>
>;

/** Hits on one page of results. */
export const hitsPerPage = 20;
/** Nobody reads further than this, and each further page costs more to find. */
export const deepestPage = 20;
/** The catalog's own bounds, see `SearchRequest`. */
export const mostHits = 50;
export const deepestOffset = 950;
/** Letters of a query that are looked at; longer ones are pasted texts. */
export const longestQuery = 200;

const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const wholeNumber = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(Number);
/** A day that exists, YYYY-MM-DD. */
export const day = z.iso.date();

const common = {
  q: z.string().transform((q) =>
    q
      .slice(0, longestQuery)
      .replace(/\p{Cs}/gu, '')
      .replaceAll('\0', ' ')
      .trim(),
  ),
  section: z.preprocess(blankAsAbsent, z.string().max(64).optional()),
};

/** For the page: what cannot be understood is passed over, since a reader did not type it. */
const pageTerms = z.object({
  q: common.q.catch(''),
  section: common.section.catch(undefined),
  from: z.preprocess(blankAsAbsent, day.optional()).catch(undefined),
  to: z.preprocess(blankAsAbsent, day.optional()).catch(undefined),
  sort: z.enum(['relevance', 'newest']).catch('relevance'),
  page: wholeNumber.catch(1).transform((n) => Math.max(1, n)),
});

/** For programs: numbers out of bounds are brought within them, anything else wrong is told. */
const jsonTerms = z.object({
  ...common,
  from: z.preprocess(blankAsAbsent, day.optional()),
  to: z.preprocess(blankAsAbsent, day.optional()),
  sort: z.preprocess(blankAsAbsent, z.enum(['relevance', 'newest']).default('relevance')),
  limit: z.preprocess(
    blankAsAbsent,
    wholeNumber.default(hitsPerPage).transform((n) => Math.min(mostHits, Math.max(1, n))),
  ),
  // Beyond the last place it is an error: brought back, a program that pages would read the same hits for ever.
  offset: z.preprocess(
    blankAsAbsent,
    wholeNumber
      .default(0)
      .transform((n) => Math.max(0, n))
      .pipe(z.number().max(deepestOffset)),
  ),
});

/** What a reader types is completed from so many letters. */
const longestTyped = 100;
/** Suggestions that fit on a phone above its keyboard, and the most that is ever asked for. */
const suggested = 7;
const mostSuggested = 10;

/** For suggestions: nothing is wrong, since nobody reads what would be said of it. */
const suggestTerms = z.object({
  // A space at the end says that the word is finished.
  q: z
    .string()
    .transform((q) =>
      q
        .slice(0, longestTyped)
        .replace(/\p{Cs}/gu, '')
        .replaceAll('\0', ' ')
        .trimStart(),
    )
    .catch(''),
  limit: wholeNumber.catch(suggested).transform((n) => Math.min(mostSuggested, Math.max(1, n))),
});

export function readSuggestTerms(terms: SearchTerms): { q: string; limit: number } {
  return suggestTerms.parse(terms);
}

export type PageTerms = z.infer<typeof pageTerms>;

export function readPageTerms(terms: SearchTerms): PageTerms {
  return pageTerms.parse(terms);
}

/** The terms, or the name of the first parameter that is wrong. */
export function readJsonTerms(
  terms: SearchTerms,
): { ok: true; request: SearchRequest } | { ok: false; parameter: string } {
  const read = jsonTerms.safeParse(terms);
  if (!read.success) return { ok: false, parameter: String(read.error.issues[0]?.path[0] ?? 'q') };
  const { q, limit, offset, sort, ...filters } = read.data;
  return { ok: true, request: { q, limit, offset, sort, ...present(filters) } };
}

/** Without the members that are undefined: absent and undefined are not the same to `SearchRequest`. */
export function present(filters: {
  section?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}) {
  const { section, from, to } = filters;
  return {
    ...(section === undefined ? {} : { section }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
