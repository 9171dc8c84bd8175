import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../journal/journal.ts';
import { FieldsWanting, type Want } from '../model/fields-wanting.ts';
import { reservedWords, type Section, section as sectionSchema } from '../model/site.ts';
import type { Context } from './context.ts';
import { permit } from './policy.ts';

/** A section as it is to be: `expect` is the version that was seen, 0 for a new one. */
export interface SectionLine {
  id: string;
  name: string;
  description?: string | undefined;
  expect: number;
}

/**
 * Adds, renames and orders the sections, all in one append; what does not change is not written.
 *
 * @param lines every section, in the order in which readers find them.
 * @returns the number of the last entry; undefined when nothing changed.
 * @throws MidadError `forbidden`; `input-invalid` (`FieldsWanting`) for an address that the site needs itself, or that stands twice,
 *   and for a name that stands twice; `document-invalid` is impossible behind the contract; `conflict`.
 */
export async function arrangeSections(
  context: Context,
  lines: readonly SectionLine[],
): Promise<{ seq: number } | undefined> {
  permit(context, 'put-section');
  const { journal, actor, now } = context;
  const wanting: { path: string; want: Want }[] = [];
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const [i, { id, name }] of lines.entries()) {
    if (reservedWords.has(id)) wanting.push({ path: `sections.${i}.id`, want: 'reserved' });
    if (ids.has(id)) wanting.push({ path: `sections.${i}.id`, want: 'taken' });
    if (names.has(name.trim())) wanting.push({ path: `sections.${i}.name`, want: 'taken' });
    ids.add(id);
    names.add(name.trim());
  }
  const changes: Change[] = [];
  for (const [order, line] of lines.entries()) {
    const { id, description, expect } = line;
    const entry = await journal.current('section', id);
    if (entry && expect === 0) wanting.push({ path: `sections.${order}.id`, want: 'taken' });
    const content: Section = sectionSchema.parse({
      id,
      name: line.name.trim(),
      order,
      ...(description !== undefined && description.trim() !== '' && { description: description.trim() }),
    });
    if (isDeepStrictEqual(entry?.content, content)) continue;
    changes.push({ kind: 'section', id, action: entry ? 'update' : 'create', expect, content });
  }
  if (wanting.length > 0) throw new FieldsWanting(wanting);
  if (changes.length === 0) return undefined;
  const receipts = await journal.append(changes, { actor, at: now });
  return { seq: Math.max(...receipts.map(({ seq }) => seq)) };
}
