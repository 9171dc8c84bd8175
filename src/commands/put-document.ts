import type { Change, Entry } from '../journal/journal.ts';
import { type Action, type DocumentKind, type DocumentOf, documentSchemas } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import { type Entity, type EntityKind, entityKinds, reservedWords } from '../model/site.ts';
import { isTimeZone } from '../model/time-zone.ts';
import type { Context, Written } from './context.ts';
import { permit, type Verb } from './policy.ts';
import { documentId } from './document-id.ts';
import { redirectsOf } from './moved-addresses.ts';

/** Everything but stories, what is said and shown of them, users and planned fronts, which have verbs of their own. */
export type PutKind = Exclude<
  DocumentKind,
  'story' | 'comment' | 'assignment' | 'user' | 'front-plan' | 'preview'
>;

export interface PutDocument<K extends PutKind = PutKind> {
  kind: K;
  content: DocumentOf<K>;
  /** The version it must have now, 0 = must be new; without it, whatever is the newest. */
  expect?: number;
  note?: string;
}

/**
 * Creates or replaces a document. A record's slug is claimed, and never freed: after a change of slug, and after a merger
 * into another record, its old addresses lead to the new one, in the same append.
 *
 * @returns the receipt of the document itself.
 * @throws MidadError `forbidden`; `document-invalid` (params kind, reason); `claim-taken` when another record of the
 *   kind has, or had, the slug; `reference-missing` for a live entry's story or the record merged into; `conflict`.
 */
export async function putDocument<K extends PutKind>(
  context: Context,
  put: PutDocument<K>,
): Promise<Written> {
  const { journal, actor, now } = context;
  const { kind, note } = put;
  permit(context, verbOf(kind));
  const content = valid(kind, put.content);
  const id = documentId(kind, content);
  if ('mergedInto' in content && content.mergedInto !== undefined) permit(context, 'merge-entity');
  if (kind === 'front') permit(context, 'set-front', { section: id });
  const newest = await journal.current(kind, id);
  const changes: Change[] = [
    {
      kind,
      id,
      action: actionOf(kind, newest, content),
      expect: put.expect ?? newest?.version ?? 0,
      content,
      ...(note !== undefined && { note }),
    },
  ];
  if (kind === 'live-entry') {
    const { story } = content as DocumentOf<'live-entry'>;
    if (!(await journal.current('story', String(story)))) {
      throw new MidadError('reference-missing', { kind: 'story', id: story });
    }
  }
  if (isEntityKind(kind)) {
    const entity = content as Entity;
    changes[0] = { ...changes[0], take: [{ space: `slug:${kind}`, name: entity.slug }] } as Change;
    changes.push(...(await redirectsOf(journal, kind, entity)));
  }
  const [receipt] = await journal.append(changes, { actor, at: now });
  if (!receipt) throw new Error('no receipt');
  return { id, ...receipt };
}

/** By the kind of document: records of the newsroom are many hands', settings are few's. */
function verbOf(kind: PutKind): Verb {
  switch (kind) {
    case 'topic':
    case 'person':
    case 'place':
    case 'organisation':
      return 'put-entity';
    case 'live-entry':
      return 'put-live-entry';
    case 'redirect':
      return 'put-redirect';
    case 'section':
      return 'put-section';
    case 'site':
      return 'put-site';
    case 'front':
      return 'set-front';
    case 'media':
      return 'describe-media';
  }
}

function isEntityKind(kind: DocumentKind): kind is EntityKind {
  return (entityKinds as readonly string[]).includes(kind);
}

function actionOf(kind: PutKind, newest: Entry | undefined, content: object): Action {
  const mergedInto = (doc: unknown) => (doc as { mergedInto?: string } | null | undefined)?.mergedInto;
  if (mergedInto(content) !== undefined && mergedInto(newest?.content) === undefined) return 'merge';
  if (newest) return 'update';
  return kind === 'live-entry' ? 'publish' : 'create';
}

/** By its schema, and by what a schema cannot say. */
function valid(kind: PutKind, content: unknown): object {
  const refuse = (reason: string) => new MidadError('document-invalid', { kind, reason });
  const parsed = documentSchemas[kind].safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const document = parsed.data;
  if (kind === 'section' && reservedWords.has(documentId(kind, document))) throw refuse('id: reserved word');
  if ('timeZone' in document && !isTimeZone(document.timeZone)) throw refuse('timeZone: not an IANA zone');
  if ('from' in document) {
    if (!document.from.startsWith('/')) throw refuse('from: must start with /');
    if (document.from === document.to) throw refuse('to: leads back to itself');
    // Only within the site: a redirect to anywhere would lend its name to strangers.
    // Browsers read a backslash as a slash and pass over control characters.
    if (!/^\/(?![/\\])\P{Cc}*$/u.test(document.to)) throw refuse('to: must be a path of this site');
  }
  return document;
}
