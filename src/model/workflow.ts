import type { Action } from './document.ts';
import { MidadError } from './errors.ts';
import type { StoryStatus } from './story-status.ts';

/** What may be done with a story in which status, and which it has then. `none`: it does not exist yet. */
interface Rule {
  from: readonly (StoryStatus | 'none')[];
  /** `same` leaves the status as it is. */
  to: StoryStatus | 'same';
}

const unseen = ['draft', 'in-review', 'approved', 'scheduled', 'unpublished'] as const;

/**
 * The life of a story. A killed one stays killed: «سحب نهائي» is final, and only a redaction may follow. What is
 * published is changed by `update` or `correct`, never silently by `save`.
 */
export const workflow = {
  create: { from: ['none'], to: 'draft' },
  save: { from: unseen, to: 'same' },
  submit: { from: ['draft', 'unpublished'], to: 'in-review' },
  'send-back': { from: ['in-review', 'approved', 'scheduled'], to: 'draft' },
  approve: { from: ['in-review'], to: 'approved' },
  // Of a scheduled one: to another time.
  schedule: { from: ['draft', 'in-review', 'approved', 'scheduled', 'unpublished'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'approved' },
  publish: { from: ['none', ...unseen], to: 'published' },
  update: { from: ['published'], to: 'same' },
  correct: { from: ['published'], to: 'same' },
  unpublish: { from: ['published'], to: 'unpublished' },
  kill: { from: ['published', ...unseen], to: 'killed' },
  restore: { from: ['published', ...unseen], to: 'same' },
  hold: { from: ['published', ...unseen], to: 'same' },
  release: { from: ['published', ...unseen], to: 'same' },
} as const satisfies Partial<Record<Action, Rule>>;

export type StoryAction = keyof typeof workflow;

/**
 * The status after an action.
 * @param story undefined when it does not exist yet.
 * @throws MidadError `wrong-status` (params id, action, status) when the action is not for this status.
 */
export function statusAfter(
  action: StoryAction,
  story: { id: number; status: StoryStatus } | undefined,
): StoryStatus {
  const rule: Rule = workflow[action];
  const status = story?.status ?? 'none';
  if (!rule.from.includes(status))
    throw new MidadError('wrong-status', { id: story?.id ?? 0, action, status });
  if (rule.to !== 'same') return rule.to;
  // `same` never stands in a rule for what does not exist.
  return story?.status ?? 'draft';
}
