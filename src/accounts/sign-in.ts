import { emailSpace } from '../commands/put-user.ts';
import { MidadError } from '../model/errors.ts';
import type { User } from '../model/user.ts';
import { type Accounts, ask, headersOf, note, userById, type Visitor, type WithCookies } from './accounts.ts';
import { accountKey, countTry, forgetTries, limits } from './limits.ts';

/** Who sends a request, as of now. */
export interface SignedIn {
  user: User;
  session: string;
  secondFactor: boolean;
}

/** What sign-in leads to: in, or to the second factor. */
export type SignInStep = 'done' | 'second-factor';

/**
 * The person behind a request's cookie, with their document as it is now.
 *
 * @returns undefined where nobody is signed in, or whoever is was suspended.
 * @throws MidadError `unavailable` when that cannot be known now.
 */
export async function whoIs(
  accounts: Accounts,
  visitor: Visitor,
): Promise<WithCookies<SignedIn | undefined>> {
  if (visitor.cookie === '') return { value: undefined, cookies: [] };
  const { value, cookies } = await ask('sign-in-needed', () =>
    accounts.library().api.getSession({ headers: headersOf(visitor), returnHeaders: true }),
  );
  if (value === null) return { value: undefined, cookies };
  const user = await userById(accounts, value.user.id);
  if (user === undefined || user.suspended === true) return { value: undefined, cookies: [] };
  const secondFactor = value.user.twoFactorEnabled === true;
  return { value: { user, session: value.session.id, secondFactor }, cookies };
}

/**
 * By password. Whether the account or the password was wrong is not said.
 *
 * @throws MidadError `credentials-wrong`, `suspended`, `too-many-requests`, `unavailable`.
 */
export async function signInByPassword(
  accounts: Accounts,
  visitor: Visitor,
  { email: written, password }: { email: string; password: string },
): Promise<WithCookies<SignInStep>> {
  const { database, now } = accounts;
  const email = accountKey(written);
  await countTry(database, limits.accountTries, email, now());
  const found = await ask('credentials-wrong', () =>
    accounts.library().api.signInEmail({
      body: { email, password },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  ).catch(async (error: unknown) => {
    if (error instanceof MidadError && error.code === 'credentials-wrong') {
      // Whose account it was stands in the trail, though not in the answer.
      const holder = (await accounts.journal.holders(emailSpace, [email])).get(email);
      await note(accounts, 'refused', visitor, holder?.id);
    }
    throw error;
  });
  // The second-factor plug-in exchanges the answer, which the types do not say.
  if ('twoFactorRedirect' in found.value) return { value: 'second-factor', cookies: found.cookies };
  await forgetTries(database, limits.accountTries, email);
  await admit(accounts, visitor, found.value.user.id);
  return { value: 'done', cookies: found.cookies };
}

/**
 * With a code of the authenticator app, or one of the recovery codes, after the password.
 *
 * @throws MidadError `code-wrong`, `suspended`, `too-many-requests` (ten wrong codes lock the second factor for a quarter of an
 *   hour), `unavailable`.
 */
export async function signInBySecondFactor(
  accounts: Accounts,
  visitor: Visitor,
  { code, recovery }: { code: string; recovery: boolean },
): Promise<WithCookies<SignInStep>> {
  const { api } = accounts.library();
  const asked = { body: { code }, headers: headersOf(visitor), returnHeaders: true } as const;
  const found = await ask('code-wrong', () =>
    recovery ? api.verifyBackupCode(asked) : api.verifyTOTP(asked),
  ).catch(async (error: unknown) => {
    if (error instanceof MidadError && error.code === 'code-wrong')
      await note(accounts, 'second-factor-refused', visitor);
    throw error;
  });
  await admit(accounts, visitor, found.value.user.id);
  return { value: 'done', cookies: found.cookies };
}

/** Lets in whoever proved who they are, unless they are suspended. @throws MidadError `suspended`. */
export async function admit(accounts: Accounts, visitor: Visitor, id: string): Promise<void> {
  const user = await userById(accounts, id);
  if (user === undefined || user.suspended === true) {
    await endSessions(accounts, id);
    await note(accounts, 'refused', visitor, id);
    throw new MidadError('suspended');
  }
  await note(accounts, 'signed-in', visitor, id);
}

export async function signOut(accounts: Accounts, visitor: Visitor, user: string): Promise<string[]> {
  const { cookies } = await ask('sign-in-needed', () =>
    accounts.library().api.signOut({ headers: headersOf(visitor), returnHeaders: true }),
  );
  await note(accounts, 'signed-out', visitor, user);
  return cookies;
}

/** Ends every session of somebody; what they hold open is closed. */
export async function endSessions(accounts: Accounts, user: string): Promise<void> {
  const { internalAdapter } = await accounts.library().$context;
  await internalAdapter.deleteUserSessions(user);
  accounts.onSessionsEnded(user);
}
