import { assignStory } from '../../commands/assign-story.ts';
import { addComment, removeComment, resolveComment } from '../../commands/comment.ts';
import { type Actor, may, reachOf } from '../../commands/policy.ts';
import { setBreaking } from '../../commands/set-breaking.ts';
import { MidadError } from '../../model/errors.ts';
import type { Comment } from '../../model/discussion.ts';
import { instantOf } from '../../model/schedule.ts';
import type { Front } from '../../model/site.ts';
import type { PlannedRow } from '../contract/discussion.ts';
import { InputInvalid } from '../refusal.ts';
import type { ApiParts } from '../parts.ts';
import { route } from '../route.ts';
import { namesIn } from './audit.ts';
import { readable } from './readable.ts';
import { written } from './written.ts';

/** As many as a desk shows; whoever has more to do has other worries. */
const mostDuties = 100;

/** What is said about stories and who is to write them, what is planned, and the breaking bar. */
export const discussionRoutes = [
  route('discussion', {
    who: 'read-story',
    async command(parts, { context, params }) {
      await readable(parts, context, params.id);
      const nameOf = namesIn(parts);
      const desk = parts.desk();
      const given = desk.assignment(params.id);
      return {
        comments: desk.comments(params.id).map((comment) => {
          const resolvedBy = comment.resolved && nameOf(`user:${comment.resolved.by}`).name;
          return {
            comment,
            ...nameOf(`user:${comment.by}`),
            ...(resolvedBy !== undefined && { resolvedBy }),
            mayRemove: may(context, 'remove-comment', { owners: [comment.by] }),
          };
        }),
        ...(given !== undefined && { assignment: { ...given, ...nameOf(`user:${given.user}`) } }),
      };
    },
  }),
  route('addComment', {
    who: 'comment',
    command: async (parts, { context, params, body }) =>
      written(parts, await addComment(context, { ...body, story: params.id })),
  }),
  route('resolveComment', {
    who: 'resolve-comment',
    command: async (parts, { context, params, body }) =>
      written(parts, await resolveComment(context, { id: params.id, resolved: body.resolved })),
  }),
  route('removeComment', {
    who: 'remove-comment',
    command: async (parts, { context, params }) => written(parts, await removeComment(context, params)),
  }),
  route('assignStory', {
    who: 'assign-story',
    async command(parts, { context, params, body }) {
      const { user, due, brief } = body;
      const dueAt = due === undefined ? undefined : instantOf(due);
      if (due !== undefined && dueAt === undefined)
        throw new InputInvalid([{ code: 'custom', path: ['due', 'wall'], message: '', input: due.wall }]);
      const done = await assignStory(context, {
        story: params.id,
        ...(user !== undefined && { user }),
        ...(dueAt !== undefined && { dueAt }),
        ...(brief !== undefined && brief !== '' && { brief }),
      });
      return done === undefined ? {} : written(parts, done);
    },
  }),
  route('duties', {
    who: 'signed-in',
    async command(parts, { me, context }) {
      const desk = parts.desk();
      const nameOf = namesIn(parts);
      const mentions: Comment[] = [];
      for (const comment of desk.mentions(me.user.id, mostDuties))
        if (await mayRead(parts, context, comment.story)) mentions.push(comment);
      return {
        assigned: desk.assignedTo(me.user.id, mostDuties).flatMap(({ story, dueAt }) => {
          const row = desk.story(story);
          const brief = desk.assignment(story)?.brief;
          return row === undefined || isDone(row.status)
            ? []
            : [{ row, ...(dueAt !== undefined && { dueAt }), ...(brief !== undefined && { brief }) }];
        }),
        mentions: mentions.map((comment) => ({
          comment,
          ...nameOf(`user:${comment.by}`),
          headline: desk.story(comment.story)?.headline ?? '',
        })),
      };
    },
  }),
  route('plan', {
    who: 'read-story',
    async command(parts, { context, query }) {
      refuseOwnOnly(context);
      const desk = parts.desk();
      const nameOf = namesIn(parts);
      const first = Temporal.PlainDate.from(query.from);
      const zone = parts.catalog().site().timeZone;
      const [from, to] = [first, first.add({ days: query.days })].map(
        (day) => day.toZonedDateTime(zone).epochMilliseconds,
      );
      const plan = desk.plan(from ?? 0, to ?? 0);
      const rows = (planned: (typeof plan)['due']): PlannedRow[] =>
        planned.flatMap(({ story, at }) => {
          const row = desk.story(story);
          return row === undefined ? [] : [{ row, at }];
        });
      return {
        due: rows(plan.due)
          .filter(({ row }) => !isDone(row.status))
          .map((one) => ({ ...one, ...nameOf(`user:${desk.assignment(one.row.id)?.user ?? ''}`) })),
        scheduled: rows(plan.scheduled),
        published: rows(plan.published),
      };
    },
  }),
  route('breaking', {
    who: 'set-breaking',
    async command({ journal, now }) {
      const { breaking } = ((await journal.current('front', 'home'))?.content ?? {}) as Partial<Front>;
      if (breaking === undefined || breaking.until <= now()) return {};
      const { text, until, story } = breaking;
      return { bar: { text, until, ...(story !== undefined && { story }) } };
    },
  }),
  route('setBreaking', {
    who: 'set-breaking',
    async command(parts, { context, body }) {
      const { bar } = body;
      const done = await setBreaking(
        context,
        bar === undefined
          ? {}
          : {
              bar: {
                text: bar.text,
                until: context.now + bar.minutes * 60_000,
                ...(bar.story !== undefined && { story: bar.story }),
              },
            },
      );
      return done === undefined ? {} : written(parts, done);
    },
  }),
];

/** To be named in a comment shows it to nobody who may not read the story. */
async function mayRead(parts: ApiParts, by: Actor, story: number): Promise<boolean> {
  try {
    await readable(parts, by, story);
    return true;
  } catch (error) {
    if (error instanceof MidadError && (error.code === 'forbidden' || error.code === 'not-found'))
      return false;
    throw error;
  }
}

const isDone = (status: string) => status === 'published' || status === 'killed';

/** @throws MidadError `forbidden` for whoever sees only what is theirs. */
function refuseOwnOnly(by: Actor): void {
  if (reachOf(by, 'read-story') === 'own')
    throw new MidadError('forbidden', { actor: by.user?.name ?? by.actor, verb: 'read-story' });
}
