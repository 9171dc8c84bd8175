import { MidadError } from '../model/errors.ts';
import { FieldsWanting, type Want } from '../model/fields-wanting.ts';
import { type Arrangement, arrangement as arrangementSchema, type Front } from '../model/site.ts';
import type { Story } from '../model/story.ts';
import type { Context, Written } from './context.ts';
import { isThere } from './is-there.ts';
import { permit } from './policy.ts';

/** The front of the whole site; every other one has the id of its section. */
export const homeFront = 'home';

/**
 * Arranges a front; readers find it so at once. The breaking bar, which stands in the same record, stays as it is.
 *
 * @param set `expect`: the version that was seen, 0 for a front that nobody arranged before.
 * @throws MidadError `forbidden`; `reference-missing` for a front that is neither home's nor a section's, and for a section or topic that fills a package; `input-invalid`
 *   (`FieldsWanting`) for a story that is not published, or stands twice although the front is not told so; `conflict`.
 */
export async function setFront(
  context: Context,
  set: { id: string; expect: number; arrangement: Arrangement; note?: string },
): Promise<Written> {
  const { journal, actor, now } = context;
  const { id, expect, note } = set;
  const arrangement = await checkArrangement(context, id, set.arrangement);
  const before = (await journal.current('front', id))?.content as Front | null | undefined;
  const content: Front = {
    ...arrangement,
    id,
    ...(before?.breaking !== undefined && { breaking: before.breaking }),
  };
  const [receipt] = await journal.append(
    [
      {
        kind: 'front',
        id,
        action: expect === 0 ? 'create' : 'update',
        expect,
        content,
        ...(note !== undefined && { note }),
      },
    ],
    { actor, at: now },
  );
  if (!receipt) throw new Error('no receipt');
  return { id, ...receipt };
}

/**
 * Whether the actor may arrange this front so.
 * @throws MidadError as `setFront`.
 */
export async function checkArrangement(
  context: Context,
  id: string,
  wanted: Arrangement,
): Promise<Arrangement> {
  permit(context, 'set-front', { section: id });
  const { journal } = context;
  if (id !== homeFront && !(await isThere(journal, 'section', id)))
    throw new MidadError('reference-missing', { kind: 'section', id });
  const parsed = arrangementSchema.safeParse(wanted);
  if (!parsed.success)
    throw new MidadError('document-invalid', {
      kind: 'front',
      reason: parsed.error.issues[0]?.message ?? '',
    });
  const wanting: { path: string; want: Want }[] = [];
  const seen = new Set<number>();
  for (const { path, story } of placesOf(parsed.data)) {
    if (seen.has(story)) {
      if (parsed.data.repeats !== true) wanting.push({ path, want: 'twice' });
      continue;
    }
    seen.add(story);
    const found = (await journal.current('story', String(story)))?.content as Story | null | undefined;
    if (found?.status !== 'published') wanting.push({ path, want: 'unpublished' });
  }
  if (wanting.length > 0) throw new FieldsWanting(wanting);
  for (const { fill } of parsed.data.packages) {
    if (fill === undefined) continue;
    const [kind, from] =
      'topic' in fill ? (['topic', fill.topic] as const) : (['section', fill.section] as const);
    if (!(await isThere(journal, kind, from))) throw new MidadError('reference-missing', { kind, id: from });
  }
  return parsed.data;
}

/** Every story that an arrangement names, with the path of its field in a request. */
function placesOf({ lead, packages, pins = [] }: Arrangement): { path: string; story: number }[] {
  const at = (path: string, stories: readonly number[]) =>
    stories.map((story, i) => ({ path: `arrangement.${path}.${i}`, story }));
  return [
    ...(lead === undefined ? [] : [{ path: 'arrangement.lead.story', story: lead.story }]),
    ...at('lead.more', lead?.more ?? []),
    ...packages.flatMap(({ stories }, i) => at(`packages.${i}.stories`, stories)),
    ...pins.map(({ story }, i) => ({ path: `arrangement.pins.${i}.story`, story })),
  ];
}
