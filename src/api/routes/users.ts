import { note, userById } from '../../accounts/accounts.ts';
import { ensureAccount, linkFor, newUserId } from '../../accounts/links.ts';
import { endSessions } from '../../accounts/sign-in.ts';
import { policy, verbs } from '../../commands/policy.ts';
import { addUser, changeUser } from '../../commands/put-user.ts';
import { MidadError } from '../../model/errors.ts';
import { roles, type User } from '../../model/user.ts';
import { route } from '../route.ts';

/** Who works here and what they may do. */
export const userRoutes = [
  route('users', {
    who: 'read-users',
    command: async ({ desk }) => ({ users: desk().users() }),
  }),
  route('inviteUser', {
    who: 'put-user',
    async command({ accounts, applied }, { context, visitor, me, body }) {
      const id = await newUserId(accounts);
      const written = await addUser(context, { ...body, id });
      await applied(written.seq);
      const user = { ...body, id, email: body.email.trim().toLowerCase() };
      return { id, ...(await linkFor(accounts, 'invitation', user, { ...visitor, user: me.user.id })) };
    },
  }),
  route('changeUser', {
    who: 'put-user',
    async command({ accounts, applied }, { context, visitor, me, params, body }) {
      const { expect, suspended, person, ...rest } = body;
      const before = await userById(accounts, params.id);
      const fields: Partial<Omit<User, 'id'>> = {
        ...rest,
        ...(person !== undefined && { person: person ?? undefined }),
        ...(suspended !== undefined && { suspended: suspended ? true : undefined }),
      } as Partial<Omit<User, 'id'>>;
      const written = await changeUser(context, { id: params.id, expect, fields });
      await applied(written.seq);
      const after = await userById(accounts, params.id);
      if (after !== undefined) await ensureAccount(accounts, after);
      if (before !== undefined && after !== undefined && mustSignInAgain(before, after)) {
        await endSessions(accounts, params.id);
        await note(accounts, 'sessions-ended', visitor, params.id, me.user.id);
      }
      return { id: written.id, version: written.version };
    },
  }),
  route('linkForUser', {
    who: 'put-user',
    async command({ accounts }, { visitor, me, params }) {
      const user = await userById(accounts, params.id);
      if (user === undefined) throw new MidadError('not-found', { kind: 'user', id: params.id });
      return { id: user.id, ...(await linkFor(accounts, 'reset', user, { ...visitor, user: me.user.id })) };
    },
  }),
  route('policy', {
    who: 'signed-in',
    command: async () => ({
      roles: [...roles],
      rows: verbs.map((verb) => ({ verb, may: policy[verb] })),
    }),
  }),
];

/** What somebody may do has changed, or whether they may come in at all. */
const mustSignInAgain = (before: User, after: User) =>
  before.role !== after.role ||
  before.suspended !== after.suspended ||
  before.email !== after.email ||
  before.sections.toSorted().join(' ') !== after.sections.toSorted().join(' ');
