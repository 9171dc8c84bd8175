import { z } from 'zod';
import type { Journal, NewJob } from '../journal/journal.ts';
import type { DocumentKind } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import { type Story, story as storySchema, writerFields } from '../model/story.ts';
import { statusAfter, type StoryAction } from '../model/workflow.ts';
import type { Assignment } from '../model/discussion.ts';
import { checkPictures } from './check-pictures.ts';
import type { Context, Written } from './context.ts';
import { permit, reachOf, type Verb } from './policy.ts';

/** Fields left out stay as they are; an optional one that is `undefined` is taken away. */
export type StoryFields = z.input<typeof writerFields>;

/** Those fields of a story, each of them: what it does not have is there as `undefined`, so that writing takes it away. */
export function decidedByWriter(from: Story): StoryFields {
  const names = Object.keys(writerFields.shape) as (keyof StoryFields & keyof Story)[];
  return Object.fromEntries(names.map((name) => [name, from[name]])) as StoryFields;
}

/** An existing story, and the version that the writer saw; without it, whatever is the newest. */
export interface StoryTarget {
  id: number;
  expect?: number;
  /** The generation of the draft that the fields were taken from, so that the draft stays up to date. */
  draft?: number;
}

export const blank = {
  kind: 'news',
  slug: '',
  byline: { people: [] },
  body: [],
  topics: [],
  people: [],
  places: [],
  organisations: [],
  language: 'ar',
  urgency: 4,
  corrections: [],
  related: [],
} as const;

export interface StoryRevision {
  story: Story;
  version: number;
}

/** @throws MidadError `not-found`; `conflict` when `expect` is not the newest version. */
export async function readStory(journal: Journal, { id, expect }: StoryTarget): Promise<StoryRevision> {
  const entry = await journal.current('story', String(id));
  if (!entry) throw new MidadError('not-found', { kind: 'story', id });
  const { version } = entry;
  if (expect !== undefined && expect !== version) {
    throw new MidadError('conflict', { kind: 'story', id: String(id), expected: expect, actual: version });
  }
  return { story: entry.content as Story, version };
}

/** One change of a story on its way into the journal. */
export interface StoryChange {
  /** Whose right to it is asked: of the story as it was, and of the section it goes to. */
  verb: Verb;
  action: StoryAction;
  before: StoryRevision | undefined;
  fields: StoryFields;
  /** What the verb itself sets, given the story with the writer's fields and its new status. */
  set?: (story: Story) => Partial<Story>;
  /** Jobs that go into the queue in the same append. */
  jobs?: (story: Story) => readonly NewJob[];
  note?: string | undefined;
  draft?: number | undefined;
}

/**
 * Workflow, validation, references, append: what all verbs on stories have in common. A new story gets its
 * number here, after everything else was found good, so that no numbers are wasted on what is refused.
 *
 * @throws MidadError `forbidden`, `wrong-status`, `story-invalid` (param `reason`: the first field at fault), `reference-missing`;
 *   `input-invalid` (`FieldsWanting`) for a picture on its way to readers without alt text, credit or rights; `conflict` and the
 *   others of `Journal.append`.
 */
export async function writeStory(context: Context, change: StoryChange): Promise<Written> {
  const { journal, actor, now } = context;
  const { action, before, note, verb } = change;
  if (before) await permitStory(context, verb, before.story);
  // An approval, a hold: nothing that a draft holds.
  const draft = change.draft ?? (Object.keys(change.fields).length === 0 ? 'follows' : undefined);
  const status = statusAfter(action, before?.story);
  const fields = parse(writerFields, change.fields);
  // Once published, a story keeps the words of its address unless it is given others.
  if (fields.slug === '' && before?.story.firstPublishedAt !== undefined) delete fields.slug;
  const changed = parse(storySchema, { ...blank, id: 1, ...before?.story, ...fields, status });
  const user = actor.startsWith('user:') ? actor.slice(5) : undefined;
  const story = parse(storySchema, {
    ...changed,
    ...change.set?.(changed),
    ...(before === undefined && user !== undefined && { createdBy: user }),
  });
  if (story.section !== before?.story.section) await permitStory(context, verb, story);
  await checkReferences(journal, before?.story, story);
  // Programs bring what is complete, and the clock what a person was asked about.
  if (towardsReaders.has(action) && context.user !== undefined)
    await checkPictures(journal, before?.story, story);

  if (!before) story.id = await journal.reserve('story', 1);
  const id = String(story.id);
  const [receipt] = await journal.append(
    [
      {
        kind: 'story',
        id,
        action,
        expect: before?.version ?? 0,
        content: story,
        ...(note !== undefined && { note }),
        ...(draft !== undefined && { draft }),
        ...(change.jobs !== undefined && { jobs: change.jobs(story) }),
      },
    ],
    { actor, at: now },
  );
  if (!receipt) throw new Error('no receipt');
  return { id, ...receipt };
}

/** Acts after which readers see the story, or nobody is asked again before they do. */
const towardsReaders: ReadonlySet<StoryAction> = new Set([
  'submit',
  'approve',
  'schedule',
  'publish',
  'update',
  'correct',
]);

function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MidadError('story-invalid', {
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  });
}

/**
 * Whether the actor may do this to this story: it is theirs if they began it or were given it.
 * @throws MidadError `forbidden`.
 */
export async function permitStory(context: Context, verb: Verb, story: Story): Promise<void> {
  const { id, section, createdBy } = story;
  // Looked up only where it decides.
  const reach = reachOf(context, verb);
  const given = reach === 'any' ? undefined : await context.journal.current('assignment', String(id));
  const assignment =
    given?.action === 'remove' ? undefined : (given?.content as Assignment | null | undefined);
  permit(context, verb, { section, owners: [createdBy, assignment?.user] });
}

/** What a story refers to must exist. Only new references are looked up: an old one was good once. */
async function checkReferences(journal: Journal, before: Story | undefined, after: Story): Promise<void> {
  const old = new Set(before ? references(before) : []);
  for (const reference of references(after)) {
    if (old.has(reference)) continue;
    const [kind = '', id = ''] = reference.split(/ (.*)/s);
    const entry = await journal.current(kind as DocumentKind, id);
    if (entry === undefined || entry.action === 'remove')
      throw new MidadError('reference-missing', { kind, id });
  }
}

/** Everything a story names, as `kind id`. */
function references(story: Story): string[] {
  const pictures = [
    story.lead,
    ...story.body.flatMap((block) => {
      if (block.type === 'image') return [block.picture];
      return block.type === 'gallery' ? block.pictures : [];
    }),
  ];
  return [
    `section ${story.section}`,
    ...story.topics.map((id) => `topic ${id}`),
    ...[...story.people, ...story.byline.people.flatMap(({ person }) => person ?? [])].map(
      (id) => `person ${id}`,
    ),
    ...story.places.map((id) => `place ${id}`),
    ...story.organisations.map((id) => `organisation ${id}`),
    ...[...story.related, ...Object.values(story.translations ?? {})].map((id) => `story ${id}`),
    ...pictures.flatMap((picture) => (picture?.media === undefined ? [] : [`media ${picture.media}`])),
  ];
}
