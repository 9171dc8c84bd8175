import { MidadError } from '../model/errors.ts';

/** Every verb of this folder, by its file's name. */
export const verbs = [
  'initialise-site',
  'put-document',
  'save-story',
  'submit-story',
  'send-back-story',
  'approve-story',
  'schedule-story',
  'unschedule-story',
  'hold-story',
  'release-story',
  'restore-revision',
  'comment',
  'resolve-comment',
  'remove-comment',
  'assign-story',
  'set-breaking',
  'add-media',
  'describe-media',
  'expire-media',
  'publish-story',
  'update-story',
  'correct-story',
  'unpublish-story',
  'kill-story',
  'import-stories',
] as const;
export type Verb = (typeof verbs)[number];

/** Who may do what. The operator at the machine may do everything; the newsroom's roles join here. */
const roles = { operator: verbs } as const satisfies Record<string, readonly Verb[]>;
type Role = keyof typeof roles;

/** The actors that are programs, by what stands before the colon: `cli:import` acts for whoever runs it. */
const programs: ReadonlyMap<string, Role> = new Map([
  ['cli', 'operator'],
  ['demo', 'operator'],
  ['system', 'operator'],
]);

/** @throws MidadError `forbidden` for an unknown actor, and for one whose role lacks the verb. */
export function permit(actor: string, verb: Verb): void {
  const role = programs.get(actor.split(':', 1)[0] ?? '');
  const allowed: readonly Verb[] = role === undefined ? [] : roles[role];
  if (!allowed.includes(verb)) throw new MidadError('forbidden', { actor, verb });
}
