import { termNumber } from '../public/public-form.ts';
import type { Collection } from './collection.ts';
import type { Unit } from './question.ts';
import { wordMark } from './record.ts';

/** A unit of a query with what the collection knows of it. */
export interface Wanted {
  stem: string;
  /** Numbers of the lists that it is found by, with what each counts. */
  lists: { term: number; weight: number }[];
  /** The terms of a phrase of several words, in order. */
  phrase: number[] | undefined;
  /** Fingerprints of the words as written. */
  marks: number[];
  /** Inverse document frequency. */
  idf: number;
  /** The part (0–1) of the weight of all known units; 0 if no story has it. */
  part: number;
  /** Stems that are found by it. */
  stems: string[];
}

/** و ف ب ك ل, each written with the word that follows it. */
const proclitics = ['و', 'ف', 'ب', 'ك', 'ل'];
/**
 * A letter before a word is taken for a proclitic only where the collection has the word without it in so many times
 * more stories: «بدمج» is ب and دمج, «كبير» is not ك and بير, «كامل» not ك and أمل.
 */
const oftenerWithout = 4;
const shortestRemainder = 3;
/** What such a form counts beside the word itself: spelling alone did not tell. */
const guardedWeight = 0.8;

/** Looks the units of a query up. A unit that no story has stays, with a part of 0. */
export function weigh(collection: Collection, units: readonly Unit[]): Wanted[] {
  const asked = units.flatMap((unit) =>
    unit.stems.length === 1 ? neighbours(unit.stems[0] ?? '') : unit.stems,
  );
  const others = units.flatMap((unit) => (unit.others ?? []).map(({ term }) => term));
  collection.countStories([...new Set([...asked.map(termNumber), ...others])], { readNext: true });
  const wanted = units.map((unit) =>
    unit.stems.length > 1 ? phrase(collection, unit) : word(collection, unit),
  );
  const whole = wanted.reduce((sum, { idf, lists }) => sum + (lists.length > 0 ? idf : 0), 0) || 1;
  return wanted.map((one) => ({ ...one, part: one.lists.length > 0 ? one.idf / whole : 0 }));
}

function word(collection: Collection, { stems: [stem = ''], words, others = [] }: Unit): Wanted {
  const found = formsOf(collection, stem);
  const forms = found.map((form) => ({ term: termNumber(form.stem), weight: form.weight }));
  const own = new Set(forms.map(({ term }) => term));
  const also = others.filter(({ term }) => !own.has(term) && storiesUnder(collection, term) > 0);
  const lists = [...forms, ...also.map(({ term, weight }) => ({ term, weight }))];
  // Records stand in stories beside the words: counted once more they would make the word look common.
  const counted = [...forms, ...also.filter((other) => other.stem !== undefined || forms.length === 0)];
  const stories = counted.reduce((sum, { term }) => sum + storiesUnder(collection, term), 0);
  return {
    stem,
    lists,
    phrase: undefined,
    marks: words.map(wordMark),
    idf: idfOf(collection, stories),
    part: 0,
    stems: [stem, ...found.map((form) => form.stem), ...also.flatMap((other) => other.stem ?? [])],
  };
}

function phrase(collection: Collection, { stems }: Unit): Wanted {
  const terms = stems.map(termNumber);
  const counts = stems.map((stem) => storiesOf(collection, stem));
  // As if its words were independent of one another: a phrase is at least as rare as its rarest word.
  const idf = counts.reduce((sum, stories) => sum + idfOf(collection, stories), 0);
  const known = counts.every((stories) => stories > 0);
  return {
    stem: '',
    lists: known ? [...new Set(terms)].map((term) => ({ term, weight: 1 })) : [],
    phrase: terms,
    marks: [],
    idf,
    part: 0,
    stems,
  };
}

/** The stem and its forms with and without a bare proclitic, as far as the collection has them. */
function formsOf(collection: Collection, stem: string): { stem: string; weight: number }[] {
  const own = storiesOf(collection, stem);
  const rest = stem.slice(1);
  const without =
    proclitics.includes(stem.charAt(0)) &&
    rest.length >= shortestRemainder &&
    storiesOf(collection, rest) > own * oftenerWithout;
  const base = without ? rest : stem;
  const most = storiesOf(collection, base);
  const found = [base, ...proclitics.map((letter) => letter + base)].map((form) => ({
    stem: form,
    weight: form === stem ? 1 : guardedWeight,
    stories: storiesOf(collection, form),
  }));
  return found.filter(
    (form) =>
      form.stories > 0 &&
      (form.stem === base ||
        form.stem === stem ||
        (base.length >= shortestRemainder && form.stories * oftenerWithout < most)),
  );
}

function neighbours(stem: string): string[] {
  const rest = stem.slice(1);
  const bases =
    proclitics.includes(stem.charAt(0)) && rest.length >= shortestRemainder ? [stem, rest] : [stem];
  return bases.flatMap((base) => [base, ...proclitics.map((letter) => letter + base)]);
}

const storiesUnder = (collection: Collection, term: number) =>
  Math.min(collection.stories, collection.frequencies.get(term) ?? 0);
const storiesOf = (collection: Collection, stem: string) => storiesUnder(collection, termNumber(stem));

const idfOf = ({ stories: all }: Collection, stories: number) =>
  Math.log(1 + (all - Math.min(all, stories) + 0.5) / (Math.min(all, stories) + 0.5));
