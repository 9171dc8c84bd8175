import type { Context, Written } from '../../commands/context.ts';
import type { Verb } from '../../commands/policy.ts';
import { approveStory } from '../../commands/approve-story.ts';
import { correctStory } from '../../commands/correct-story.ts';
import { holdStory } from '../../commands/hold-story.ts';
import { killStory } from '../../commands/kill-story.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { releaseStory } from '../../commands/release-story.ts';
import { restoreRevision } from '../../commands/restore-revision.ts';
import { saveStory } from '../../commands/save-story.ts';
import { scheduleStory, unscheduleStory } from '../../commands/schedule-story.ts';
import { sendBackStory } from '../../commands/send-back-story.ts';
import { submitStory } from '../../commands/submit-story.ts';
import type { StoryFields } from '../../commands/story-record.ts';
import { unpublishStory } from '../../commands/unpublish-story.ts';
import { updateStory } from '../../commands/update-story.ts';
import type { Name } from '../contract/addresses.ts';
import type { AnswerOf, Taken } from '../contract/contract.ts';
import type { WrittenAnswer } from '../contract/shape.ts';
import type { ApiParts } from '../parts.ts';
import { route } from '../route.ts';
import { written } from './written.ts';

/** Routes to one story that write it. */
type Step = {
  [N in Name]: Taken<N> extends { params: { id: number }; body: { expect: number } } ? N : never;
}[Name];

/** One step of a story's life: its verb, and the command of that name. Each says which version it was decided on. */
const step = <N extends Step>(
  name: N,
  who: Verb,
  command: (context: Context, story: Taken<N>['body'] & { id: number }) => Promise<Written>,
) =>
  route(name, {
    who,
    command: async (parts, { context, params, body }) => {
      const { id } = params as { id: number };
      const story = {
        ...(body as object),
        ...(await textOf(parts, id, body as object)),
        id,
      } as Taken<N>['body'] & {
        id: number;
      };
      const answer: WrittenAnswer = await written(parts, await command(context, story));
      const { draft } = body as { draft?: number };
      if (draft !== undefined) await parts.drafts.compact(id, draft);
      return answer as AnswerOf<N>;
    },
  });

/** Where the sender names a draft and sends no fields, they are what the draft says now; the command checks them. */
async function textOf({ drafts }: ApiParts, id: number, body: object): Promise<{ fields?: StoryFields }> {
  const { draft, fields } = body as { draft?: number; fields?: object };
  if (draft === undefined || fields !== undefined) return {};
  return { fields: (await drafts.state(id, draft)).fields as StoryFields };
}

export const workflowRoutes = [
  step('saveStory', 'save-story', saveStory),
  step('submitStory', 'submit-story', submitStory),
  step('sendBackStory', 'send-back-story', sendBackStory),
  step('approveStory', 'approve-story', approveStory),
  step('scheduleStory', 'schedule-story', scheduleStory),
  step('unscheduleStory', 'unschedule-story', unscheduleStory),
  step('publishStory', 'publish-story', publishStory),
  step('updateStory', 'update-story', updateStory),
  step('correctStory', 'correct-story', correctStory),
  step('unpublishStory', 'unpublish-story', unpublishStory),
  step('killStory', 'kill-story', killStory),
  step('holdStory', 'hold-story', holdStory),
  step('releaseStory', 'release-story', releaseStory),
  step('restoreRevision', 'restore-revision', restoreRevision),
];
