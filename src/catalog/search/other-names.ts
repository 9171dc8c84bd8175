import { termNumber } from '../public/public-form.ts';
import type { Database } from '../sqlite.ts';
import { alternativesOf } from '../suggest/alternatives.ts';
import { recordsNamed } from '../suggest/records.ts';
import { recordMark } from './marks.ts';
import type { Other, Unit } from './question.ts';

/**
 * A story about a record that is named in the query need not have the word: weighed like another spelling, so that those
 * that name it as it was typed come first.
 */
const recordWeight = 0.7;

/**
 * The units with other spellings of foreign names in this collection, and with the records whose listed names stand in
 * the query. A phrase is meant to the letter, and so is what is excluded.
 */
export function withOtherNames(db: Database, units: readonly Unit[]): Unit[] {
  const words = units.filter(({ stems }) => stems.length === 1);
  const others = new Map<Unit, Other[]>();
  const add = (unit: Unit | undefined, other: Other) => {
    if (unit !== undefined) others.set(unit, [...(others.get(unit) ?? []), other]);
  };
  for (const unit of words) {
    for (const word of unit.words) {
      for (const { stem, weight } of alternativesOf(db, word))
        add(unit, { term: termNumber(stem), weight, stem });
    }
  }
  for (const { from, to, kind, record } of recordsNamed(
    db,
    words.map((unit) => unit.words[0] ?? ''),
  )) {
    for (const unit of words.slice(from, to))
      add(unit, { term: termNumber(recordMark(kind, record)), weight: recordWeight });
  }
  return units.map((unit) => ({ ...unit, others: others.get(unit) ?? [] }));
}
