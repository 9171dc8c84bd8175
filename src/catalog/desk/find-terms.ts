import { indexTerms } from '../../arabic/analyse.ts';
import type { Entry } from '../../journal/journal.ts';
import type { Story } from '../../model/story.ts';

/**
 * A story as the newsroom's finder stores it: each thing that lists are filtered by is a word of its own, so that any of them
 * together are one search in one index. Words of the headline are stems; the others begin with a letter that says what
 * they are of and a hyphen, which no stem has.
 */
export function findTerms(entry: Entry, story: Story): string {
  const words = new Set([
    ...indexTerms(`${story.kicker ?? ''} ${story.headline}`).split(' '),
    ofStatus(story.status),
    ofSection(story.section),
    ...story.people.map(ofPerson),
    ...authorTerms(story),
    ...dayTerms(dayOf(storyTime(story, entry.at))),
  ]);
  words.delete('');
  return [...words].join(' ');
}

/** When a story came or comes out, and while that is open, when it was changed last; ms since the epoch. */
export const storyTime = (story: Pick<Story, 'firstPublishedAt' | 'publishAt'>, changedAt: number): number =>
  story.firstPublishedAt ?? story.publishAt ?? changedAt;

export const ofStatus = (status: string) => `s-${coded(status)}`;
export const ofSection = (section: string) => `c-${coded(section)}`;
export const ofPerson = (person: string) => `p-${coded(person)}`;
/** Words of a writer's name, as it stands over stories and as the newsroom knows them by their account. */
export const ofAuthor = (name: string) =>
  indexTerms(name)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `a-${word}`);
export const ofCreator = (user: string) => `u-${coded(user)}`;

function authorTerms({ byline, createdBy }: Story): string[] {
  return [
    ...byline.people.flatMap(({ name }) => ofAuthor(name)),
    ...(createdBy === undefined ? [] : [ofCreator(createdBy)]),
  ];
}

const dayMs = 86_400_000;
/** The number of a day in UTC. */
export const dayOf = (time: number) => Math.floor(time / dayMs);

/** A day stands under itself, and under spans of 16, 256 and 4,096 days, so that any range is a few dozen words. */
const spans = [1, 16, 256, 4096] as const;
const spanTerm = (span: number, day: number) => `d${span}-${Math.floor(day / span) + 4096}`;
const dayTerms = (day: number) => spans.map((span) => spanTerm(span, day));

/** The fewest words that stand for all days from `first` to `last` and for no other. */
export function rangeTerms(first: number, last: number): string[] {
  const found: string[] = [];
  for (let day = first; day <= last;) {
    const span = spans.findLast((one) => day % one === 0 && day + one - 1 <= last) ?? 1;
    found.push(spanTerm(span, day));
    day += span;
  }
  return found;
}

/** An id with what is no small letter or figure written by its number, since the index knows no others. */
const coded = (id: string) => id.replace(/[^a-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`);
