import type { Change } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { instantOf, type Schedule } from '../model/schedule.ts';
import type { Arrangement, Front, FrontPlanned } from '../model/site.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { checkArrangement } from './set-front.ts';

/** The kind of job that arranges a front as planned; its payload is `{ front }`. */
export const switchFrontJob = 'switch-front';

/**
 * Has a front arranged otherwise at a wall time of a named zone, or moves it, or exchanges what is planned. The plan is a
 * record of the newsroom's own, so that nothing of it is with readers before its time.
 *
 * @throws MidadError `schedule-invalid` for a time that has passed, a day or zone that does not exist; what `setFront` throws.
 */
export async function scheduleFront(
  context: Context,
  plan: { id: string; at: Schedule; arrangement: Arrangement },
): Promise<Written> {
  const { id, at } = plan;
  const arrangement = await checkArrangement(context, id, plan.arrangement);
  const dueAt = instantOf(at);
  if (dueAt === undefined || dueAt <= context.now)
    throw new MidadError('schedule-invalid', { wall: at.wall, zone: at.zone });
  const entry = await context.journal.current('front-plan', id);
  const content: FrontPlanned = { id, at, arrangement };
  return append(context, {
    kind: 'front-plan',
    id,
    action: 'schedule',
    expect: entry?.version ?? 0,
    content,
    jobs: [{ kind: switchFrontJob, payload: { front: id }, dueAt }],
  });
}

/**
 * Takes back what was planned for a front.
 * @throws MidadError `forbidden`; `not-found` where nothing is planned; `conflict`.
 */
export async function unscheduleFront(context: Context, plan: { id: string }): Promise<Written> {
  permit(context, 'set-front', { section: plan.id });
  const planned = await plannedFront(context, plan.id);
  if (planned === undefined) throw new MidadError('not-found', { kind: 'front-plan', id: plan.id });
  return append(context, {
    kind: 'front-plan',
    id: plan.id,
    action: 'remove',
    expect: planned.version,
    content: planned.plan,
  });
}

/**
 * Arranges a front as it was planned, when its time has come: front and plan in one append, so that it happens once.
 * @returns undefined where nothing is planned, or its time is yet to come (`again`: when).
 * @throws MidadError `forbidden`, `conflict`.
 */
export async function switchFront(context: Context, of: { id: string }): Promise<{ again?: number }> {
  permit(context, 'set-front');
  const { journal, actor, now } = context;
  const { id } = of;
  const planned = await plannedFront(context, id);
  if (planned === undefined) return {};
  const { plan, version } = planned;
  // Reckoned anew: a country may have moved its clocks meanwhile.
  const due = instantOf(plan.at) ?? now;
  if (due > now) return { again: due };
  const before = await journal.current('front', id);
  const breaking = (before?.content as Front | null | undefined)?.breaking;
  const content: Front = { ...plan.arrangement, id, ...(breaking !== undefined && { breaking }) };
  await journal.append(
    [
      {
        kind: 'front',
        id,
        action: before ? 'update' : 'create',
        expect: before?.version ?? 0,
        content,
      },
      { kind: 'front-plan', id, action: 'remove', expect: version, content: plan },
    ],
    { actor, at: now },
  );
  return {};
}

/** What is planned for a front, with the version of the plan. */
export async function plannedFront(
  { journal }: Pick<Context, 'journal'>,
  id: string,
): Promise<{ plan: FrontPlanned; version: number } | undefined> {
  const entry = await journal.current('front-plan', id);
  if (entry === undefined || entry.action === 'remove' || entry.content === null) return undefined;
  return { plan: entry.content as FrontPlanned, version: entry.version };
}

async function append({ journal, actor, now }: Context, change: Change): Promise<Written> {
  const [receipt] = await journal.append([change], { actor, at: now });
  if (!receipt) throw new Error('no receipt');
  return { id: change.id, ...receipt };
}
