import { isListed } from './agencies.ts';
import { isDoubtfulPlace, isPlaces } from './places.ts';
import type { Field } from './dateline-fields.ts';

/**
 * «الحياة، رويترز - »، «الخليج، وكالات – »: houses that a comma joins are one field, so that a paper with the name of a town is
 * none beside a wire.
 * @param line the line that the fields were cut from.
 */
export function housesJoined(fields: readonly Field[], line: string): Field[] {
  const out: Field[] = [];
  for (const field of fields) {
    const before = out.at(-1);
    const joins =
      before !== undefined &&
      /^[،,]$/u.test(before.mark) &&
      before.wrap === 'none' &&
      field.wrap === 'none' &&
      !before.day &&
      isListed(before.text) &&
      // «عمّان، الحياة» are a town and a paper.
      (!isPlaces(before.text) || isDoubtfulPlace(before.text)) &&
      isListed(field.text);
    if (joins)
      out[out.length - 1] = { ...field, start: before.start, text: line.slice(before.start, field.end) };
    else out.push(field);
  }
  return out;
}
