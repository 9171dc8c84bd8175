import type { Change } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { type Front, front as frontSchema } from '../model/site.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';

/** The kind of job that takes the breaking bar away; its payload is empty, since there is one bar. */
export const endBreakingJob = 'end-breaking';

/** The front that carries the bar; the bar itself is shown on every front. */
const home = 'home';

/** A bar that is forgotten is no news any more; agencies renew theirs within hours. */
export const longestBreaking = 24 * 3_600_000;

/**
 * Puts up the breaking bar («عاجل») until a time, or exchanges it; without `bar` takes it down. It goes by itself: the job that
 * ends it is enqueued in the same append.
 *
 * @param set `until` in ms since the epoch, at most 24 hours from now; `story` is where the bar leads.
 * @returns undefined when there was no bar to take down.
 * @throws MidadError `forbidden`; `document-invalid` (empty text, `until` past or too late); `reference-missing`; `conflict`.
 */
export async function setBreaking(
  context: Context,
  set: { bar?: NonNullable<Front['breaking']>; note?: string },
): Promise<Written | undefined> {
  permit(context, 'set-breaking');
  const { journal, actor, now } = context;
  const entry = await journal.current('front', home);
  const { breaking, ...rest } = (entry?.content ?? { id: home, packages: [] }) as Front;
  const { bar, note } = set;
  if (bar === undefined && breaking === undefined) return undefined;
  if (bar !== undefined) {
    const refuse = (reason: string) => new MidadError('document-invalid', { kind: 'front', reason });
    if (bar.text.trim() === '') throw refuse('breaking.text: empty');
    if (bar.until <= now || bar.until > now + longestBreaking)
      throw refuse('breaking.until: within 24 hours from now');
    if (bar.story !== undefined && !(await journal.current('story', String(bar.story))))
      throw new MidadError('reference-missing', { kind: 'story', id: bar.story });
  }
  const parsed = frontSchema.safeParse(bar === undefined ? rest : { ...rest, breaking: bar });
  if (!parsed.success)
    throw new MidadError('document-invalid', {
      kind: 'front',
      reason: parsed.error.issues[0]?.message ?? '',
    });
  const change: Change = {
    kind: 'front',
    id: home,
    action: entry === undefined ? 'create' : 'update',
    expect: entry?.version ?? 0,
    content: parsed.data,
    ...(note !== undefined && { note }),
    ...(bar !== undefined && { jobs: [{ kind: endBreakingJob, payload: {}, dueAt: bar.until }] }),
  };
  const [receipt] = await journal.append([change], { actor, at: now });
  if (!receipt) throw new Error('no receipt');
  return { id: home, ...receipt };
}
