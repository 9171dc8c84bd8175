import { isDeepStrictEqual } from 'node:util';
import type { Change, Entry } from '../journal/journal.ts';
import { type FieldWanting, FieldsWanting, type Naming } from '../model/fields-wanting.ts';
import { reservedWords, type Section, section as sectionSchema } from '../model/site.ts';
import type { Context } from './context.ts';
import { permit } from './policy.ts';
import { frontsNaming, ownFrontGoes } from './section-fronts.ts';

/** A section as it is to be: `expect` is the version that was seen, 0 for a new one. */
export interface SectionLine {
  id: string;
  name: string;
  description?: string | undefined;
  expect: number;
}

/** A section that is to go, with the version that was seen. */
export type SectionGoing = Pick<SectionLine, 'id' | 'expect'>;

export interface Arranging {
  /** Every section that is to stand, in the order in which readers find them; one that is left out stays as it is. */
  sections: readonly SectionLine[];
  /** Those that go; with each its own front, if nobody arranged it. */
  remove?: readonly SectionGoing[];
  /** What the newsroom's catalog knows: every section that stands, and how much names one. */
  known?: { sections: readonly string[]; naming(id: string): Pick<Naming, 'stories' | 'users'> };
}

/**
 * Adds, renames, orders and removes sections, all in one append; what does not change is not written. One that was removed
 * comes back as a new one does, `expect` 0.
 *
 * @returns the number of the last entry; undefined when nothing changed.
 * @throws MidadError `forbidden`; `input-invalid` (`FieldsWanting`) for an address that the site needs itself, or that stands twice,
 *   for a name that stands twice, and for a section to go that something still names; `document-invalid` is impossible behind
 *   the contract; `conflict`.
 */
export async function arrangeSections(
  context: Context,
  { sections: lines, remove = [], known }: Arranging,
): Promise<{ seq: number } | undefined> {
  permit(context, 'put-section');
  const { journal, actor, now } = context;
  const wanting: FieldWanting[] = [];
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
  for (const [i, { id, expect }] of remove.entries()) {
    const path = `remove.${i}.id`;
    const entry = await journal.current('section', id);
    if (ids.has(id)) wanting.push({ path, want: 'taken' });
    ids.add(id);
    if (isGone(entry)) continue;
    const naming = {
      ...(known?.naming(id) ?? { stories: 0, users: 0 }),
      fronts: await frontsNaming(journal, id, [...(known?.sections ?? []), ...ids]),
    };
    if (naming.stories + naming.fronts + naming.users > 0) wanting.push({ path, want: 'named', naming });
    changes.push({ kind: 'section', id, action: 'remove', expect, content: entry.content as Section });
    changes.push(...(await ownFrontGoes(journal, id)));
  }
  for (const [order, line] of lines.entries()) {
    const { id, description, expect } = line;
    const newest = await journal.current('section', id);
    const entry = isGone(newest) ? undefined : newest;
    if (entry && expect === 0) wanting.push({ path: `sections.${order}.id`, want: 'taken' });
    const content: Section = sectionSchema.parse({
      id,
      name: line.name.trim(),
      order,
      ...(description !== undefined && description.trim() !== '' && { description: description.trim() }),
    });
    if (isDeepStrictEqual(entry?.content, content)) continue;
    changes.push({
      kind: 'section',
      id,
      action: entry ? 'update' : 'create',
      // Whoever sees none may put one up again.
      expect: expect === 0 && !entry ? (newest?.version ?? 0) : expect,
      content,
    });
  }
  if (wanting.length > 0) throw new FieldsWanting(wanting);
  if (changes.length === 0) return undefined;
  const receipts = await journal.append(changes, { actor, at: now });
  return { seq: Math.max(...receipts.map(({ seq }) => seq)) };
}

const isGone = (entry: Entry | undefined): entry is undefined =>
  entry === undefined || entry.action === 'remove' || entry.content === null;
