import { MidadError } from '../model/errors.ts';
import { type Role, roles, type User } from '../model/user.ts';

/** How far a role's right goes: `own` what they made or were given; `sections` also what is in theirs; `any`. */
export type Reach = 'own' | 'sections' | 'any';

type Row = Readonly<Partial<Record<Role, Reach>>>;

const nobody: Row = {};
const administrators: Row = { administrator: 'any' };
const chiefs: Row = { 'managing-editor': 'any', administrator: 'any' };
const editors: Row = { 'section-editor': 'sections', ...chiefs };
const writers: Row = { contributor: 'own', reporter: 'own', ...editors };
const deskHands: Row = { reporter: 'any', 'section-editor': 'any', 'photo-editor': 'any', ...chiefs };
const everybody: Row = { contributor: 'any', ...deskHands };
const own: Row = Object.fromEntries(roles.map((role) => [role, 'own']));

/**
 * Who may do what: the only such table. Every verb of this folder has a row, and every row is shown in the newsroom and
 * tested for every role. A program at the machine (command line, scheduler) may do everything.
 */
export const policy = {
  // Stories, from the first line to the last.
  'save-story': writers,
  'submit-story': writers,
  'send-back-story': editors,
  'approve-story': editors,
  'schedule-story': editors,
  'unschedule-story': editors,
  'publish-story': editors,
  'update-story': editors,
  'correct-story': editors,
  'unpublish-story': editors,
  'kill-story': chiefs,
  'hold-story': chiefs,
  'release-story': chiefs,
  'restore-revision': writers,
  'assign-story': editors,
  // What is said about them.
  comment: { contributor: 'own', ...deskHands },
  'resolve-comment': { contributor: 'own', ...deskHands },
  'remove-comment': {
    contributor: 'own',
    reporter: 'own',
    'section-editor': 'own',
    'photo-editor': 'own',
    ...chiefs,
  },
  // Pictures.
  'add-media': everybody,
  'describe-media': {
    contributor: 'own',
    reporter: 'own',
    'section-editor': 'any',
    'photo-editor': 'any',
    ...chiefs,
  },
  'remove-media': {
    contributor: 'own',
    reporter: 'own',
    'section-editor': 'own',
    'photo-editor': 'any',
    ...chiefs,
  },
  'expire-media': nobody,
  // What readers meet first.
  'set-front': editors,
  'set-breaking': chiefs,
  // Records that stories name.
  'put-entity': { reporter: 'any', 'section-editor': 'any', 'photo-editor': 'any', ...chiefs },
  'merge-entity': chiefs,
  'put-live-entry': editors,
  'put-redirect': chiefs,
  'put-section': administrators,
  'put-site': administrators,
  // The house.
  'put-user': administrators,
  'set-language': own,
  'redact-document': administrators,
  'initialise-site': nobody,
  'import-stories': administrators,
  // Looking. Whoever is signed in sees the desk's lists and published matter.
  'read-story': { contributor: 'own', ...deskHands },
  'read-media': everybody,
  'read-readership': deskHands,
  'read-audit': chiefs,
  'read-users': everybody,
} as const satisfies Record<string, Row>;

export type Verb = keyof typeof policy;
export const verbs = Object.keys(policy) as Verb[];

/** What an act is about: decides whether it is somebody's own, or in a section of theirs. */
export interface Subject {
  /** Users who made it or were given it. */
  owners?: readonly (string | undefined)[];
  section?: string | undefined;
}

/** Programs, by what stands before the colon of an actor: `cli:import` acts for whoever runs it. */
const programs: ReadonlySet<string> = new Set(['cli', 'demo', 'system']);

export interface Actor {
  /** `user:ID`, or a program's name. */
  actor: string;
  /** The user document, as it is now, of an actor `user:ID`. */
  user?: User | undefined;
}

/** How far the actor's right to a verb goes; undefined for none. */
export function reachOf({ actor, user }: Actor, verb: Verb): Reach | undefined {
  if (programs.has(actor.split(':', 1)[0] ?? '')) return 'any';
  if (user === undefined || actor !== `user:${user.id}` || user.suspended === true) return undefined;
  const row: Row = policy[verb];
  return row[user.role];
}

/** Whether the actor may do it, to this subject; without one, whether they may do it to anything at all. */
export function may(by: Actor, verb: Verb, subject?: Subject): boolean {
  const reach = reachOf(by, verb);
  if (reach === undefined) return false;
  if (reach === 'any' || subject === undefined) return true;
  const { owners = [], section } = subject;
  if (owners.includes(by.user?.id)) return true;
  return reach === 'sections' && section !== undefined && by.user?.sections.includes(section) === true;
}

/** @throws MidadError `forbidden` for whom `may` says no. */
export function permit(by: Actor, verb: Verb, subject?: Subject): void {
  if (!may(by, verb, subject)) throw new MidadError('forbidden', { actor: by.user?.name ?? by.actor, verb });
}
