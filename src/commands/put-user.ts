import type { Change } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { type User, user as userSchema } from '../model/user.ts';
import type { Context, Written } from './context.ts';
import { isThere } from './is-there.ts';
import { permit } from './policy.ts';

/** An address belongs to one account: the space of claims on them. */
export const emailSpace = 'user-email';

/**
 * Takes somebody into the newsroom.
 *
 * @param add an address in whatever case; it is kept in lower case.
 * @throws MidadError `forbidden`; `document-invalid`; `reference-missing` for a section that does not exist; `claim-taken`
 *   for an address that has an account; `conflict` for an id that exists.
 */
export async function addUser(context: Context, add: User): Promise<Written> {
  permit(context, 'put-user');
  const content = await valid(context, add);
  const take = [{ space: emailSpace, name: content.email }];
  return write(context, { kind: 'user', id: content.id, action: 'create', expect: 0, content, take });
}

/**
 * Changes somebody's role, sections, name, address, or suspends them. What they may do is asked anew at every request, so it
 * holds at once; their sessions are ended by whoever calls this.
 *
 * @throws MidadError `forbidden`, `not-found`, `document-invalid` (also where no administrator would be left),
 *   `reference-missing`, `claim-taken`, `conflict`.
 */
export async function changeUser(
  context: Context,
  change: { id: string; expect?: number; fields: Partial<Omit<User, 'id'>> },
): Promise<Written> {
  permit(context, 'put-user');
  const { journal } = context;
  const { id, expect, fields } = change;
  const entry = await journal.current('user', id);
  if (!entry || entry.content === null) throw new MidadError('not-found', { kind: 'user', id });
  const before = entry.content as User;
  const content = await valid(context, { ...before, ...fields, id });
  if (isAdministrator(before) && !isAdministrator(content) && context.user?.id === id) {
    // Somebody else must do it: a house without an administrator cannot be opened from inside.
    throw new MidadError('document-invalid', { kind: 'user', reason: 'role: your own' });
  }
  const moved = content.email !== before.email;
  return write(context, {
    kind: 'user',
    id,
    action: 'update',
    expect: expect ?? entry.version,
    content,
    ...(moved && {
      free: [{ space: emailSpace, name: before.email }],
      take: [{ space: emailSpace, name: content.email }],
    }),
  });
}

const isAdministrator = ({ role, suspended }: User) => role === 'administrator' && suspended !== true;

async function valid({ journal }: Context, content: object): Promise<User> {
  const lowered =
    'email' in content ? { ...content, email: String(content.email).trim().toLowerCase() } : content;
  const parsed = userSchema.safeParse(lowered);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new MidadError('document-invalid', {
      kind: 'user',
      reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    });
  }
  for (const section of parsed.data.sections) {
    if (!(await isThere(journal, 'section', section)))
      throw new MidadError('reference-missing', { kind: 'section', id: section });
  }
  return parsed.data;
}

async function write({ journal, actor, now }: Context, change: Change): Promise<Written> {
  const [receipt] = await journal.append([change], { actor, at: now });
  if (!receipt) throw new Error('no receipt');
  return { id: change.id, ...receipt };
}
