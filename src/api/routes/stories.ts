import { type Actor, may, reachOf, type Subject, type Verb } from '../../commands/policy.ts';
import { saveStory } from '../../commands/save-story.ts';
import type { Entry } from '../../journal/journal.ts';
import { MidadError } from '../../model/errors.ts';
import type { Story } from '../../model/story.ts';
import type { StoryStatus } from '../../model/story-status.ts';
import { workflow } from '../../model/workflow.ts';
import { route } from '../route.ts';
import { readable } from './readable.ts';
import { namesIn } from './audit.ts';
import { wantedOf } from './wanted-stories.ts';
import { written } from './written.ts';

/** Reading stories as the newsroom sees them, and saving them. */
export const storyRoutes = [
  route('stories', {
    who: 'read-story',
    async command(parts, { query, context, me }) {
      const { status, section, mine, limit, before } = query;
      const filter = {
        ...(status !== undefined && { status }),
        ...(section !== undefined && { section }),
        // Who may read only their own is shown only those.
        ...((mine === true || reachOf(context, 'read-story') === 'own') && { owner: me.user.id }),
      };
      const [first, second] = before?.split('.').map(Number) ?? [];
      const page = { limit, ...(first !== undefined && { before: first }) };
      const wanted = wantedOf(parts, query);
      if (wanted === undefined) {
        const place = second === undefined ? {} : { before: { changedAt: first ?? 0, id: second } };
        const stories = parts.desk().stories({ ...filter, limit, ...place });
        const last = stories.length < limit ? undefined : stories.at(-1);
        const next = last && { next: `${last.changedAt}.${last.id}` };
        return { stories, total: parts.desk().count(filter), ...next };
      }
      const { stories, next } = parts.desk().find({ ...filter, ...wanted }, page);
      const total = parts.desk().countFound({ ...filter, ...wanted }, mostCounted);
      return {
        stories,
        total,
        ...(total === mostCounted && { more: true as const }),
        ...(next !== undefined && { next: `${next}.0` }),
      };
    },
  }),
  route('createStory', {
    who: 'save-story',
    command: async (parts, { context, body }) => written(parts, await saveStory(context, body)),
  }),
  route('story', {
    who: 'read-story',
    async command(parts, { context, params }) {
      const { story, version, subject } = await readable(parts, context, params.id);
      const may = verbsFor(context, story, subject);
      return { story, version, may };
    },
  }),
  route('revisions', {
    who: 'read-story',
    async command(parts, { context, params }) {
      await readable(parts, context, params.id);
      const nameOf = namesIn(parts);
      const revisions = await parts.journal.revisions('story', String(params.id));
      return { revisions: revisions.map((entry) => ({ ...rowOf(entry), ...nameOf(entry.actor) })) };
    },
  }),
  route('revision', {
    who: 'read-story',
    async command(parts, { context, params }) {
      await readable(parts, context, params.id);
      const revisions = await parts.journal.revisions('story', String(params.id));
      const entry = revisions.find(({ version }) => version === params.version);
      if (entry === undefined) throw new MidadError('not-found', { kind: 'story', id: params.id });
      return {
        ...rowOf(entry),
        ...namesIn(parts)(entry.actor),
        story: entry.content as Story | null,
      };
    },
  }),
];

/** Counting on would take longer than the list itself. */
const mostCounted = 1000;
const rowOf = ({ version, action, at, actor, note }: Entry) => ({
  version,
  action,
  at,
  actor,
  ...(note !== undefined && { note }),
});

/** The verb of the policy for each step of a story's life. */
const steps = {
  save: 'save-story',
  submit: 'submit-story',
  'send-back': 'send-back-story',
  approve: 'approve-story',
  schedule: 'schedule-story',
  unschedule: 'unschedule-story',
  publish: 'publish-story',
  update: 'update-story',
  correct: 'correct-story',
  unpublish: 'unpublish-story',
  kill: 'kill-story',
  restore: 'restore-revision',
  hold: 'hold-story',
  release: 'release-story',
} as const satisfies Partial<Record<keyof typeof workflow, Verb>>;

/** What somebody may do with a story as it is now, for the buttons; the commands ask again. */
function verbsFor(by: Actor, story: Story, subject: Subject): Verb[] {
  const held = story.legalHold === true;
  return Object.entries(steps).flatMap(([action, verb]) => {
    const from: readonly (StoryStatus | 'none')[] = workflow[action as keyof typeof steps].from;
    if (!from.includes(story.status) || !may(by, verb, subject)) return [];
    if (action === 'hold' && held) return [];
    if (action === 'release' && !held) return [];
    if ((action === 'publish' || action === 'schedule') && held) return [];
    return [verb];
  });
}
