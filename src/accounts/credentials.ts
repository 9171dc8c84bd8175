import { MidadError } from '../model/errors.ts';
import { type Accounts, ask, headersOf, note, type Visitor, type WithCookies } from './accounts.ts';
import { countTry, forgetTries, limits } from './limits.ts';
import type { SignedIn } from './sign-in.ts';

/** How somebody who is signed in changes what they prove themselves with. Whatever asks for the password counts as a try. */
interface Self {
  visitor: Visitor;
  me: SignedIn;
}

/**
 * Changes the password and ends all other sessions.
 * @throws MidadError `credentials-wrong` for a wrong present one, `too-many-requests`.
 */
export async function changePassword(
  accounts: Accounts,
  self: Self,
  { present, password }: { present: string; password: string },
): Promise<string[]> {
  const { cookies } = await withPassword(accounts, self, () =>
    accounts.library().api.changePassword({
      body: { currentPassword: present, newPassword: password, revokeOtherSessions: true },
      headers: headersOf(self.visitor),
      returnHeaders: true,
    }),
  );
  accounts.onSessionsEnded(self.me.user.id);
  await note(accounts, 'password-changed', self.visitor, self.me.user.id);
  return cookies;
}

/** Whether somebody has a password at all; who comes by passkey or directory need not. */
export async function hasPassword(accounts: Accounts, user: string): Promise<boolean> {
  const { internalAdapter } = await accounts.library().$context;
  return (await internalAdapter.findCredentialAccount(user)) !== null;
}

/**
 * Begins the second factor: the address for the authenticator app, and codes for the day on which the telephone is lost.
 * It counts once a code was shown to be right (`confirmSecondFactor`).
 */
export async function beginSecondFactor(
  accounts: Accounts,
  self: Self,
  password: string,
): Promise<WithCookies<{ address: string; recoveryCodes: string[] }>> {
  const { value, cookies } = await withPassword(accounts, self, () =>
    accounts.library().api.enableTwoFactor({
      body: { password },
      headers: headersOf(self.visitor),
      returnHeaders: true,
    }),
  );
  // The other method (codes by mail) is not offered.
  if (value.method !== 'totp') throw new MidadError('bad-request');
  return { value: { address: value.totpURI, recoveryCodes: value.backupCodes }, cookies };
}

/** @throws MidadError `code-wrong`. */
export async function confirmSecondFactor(accounts: Accounts, self: Self, code: string): Promise<string[]> {
  await countTry(accounts.database, limits.accountTries, self.me.user.email, accounts.now());
  const { cookies } = await ask('code-wrong', () =>
    accounts.library().api.verifyTOTP({
      body: { code },
      headers: headersOf(self.visitor),
      returnHeaders: true,
    }),
  );
  await note(accounts, 'second-factor-on', self.visitor, self.me.user.id);
  return cookies;
}

export async function endSecondFactor(accounts: Accounts, self: Self, password: string): Promise<string[]> {
  const { cookies } = await withPassword(accounts, self, () =>
    accounts.library().api.disableTwoFactor({
      body: { password },
      headers: headersOf(self.visitor),
      returnHeaders: true,
    }),
  );
  await note(accounts, 'second-factor-off', self.visitor, self.me.user.id);
  return cookies;
}

/** New recovery codes; the old ones are void. */
export async function newRecoveryCodes(
  accounts: Accounts,
  self: Self,
  password: string,
): Promise<WithCookies<string[]>> {
  const { value, cookies } = await withPassword(accounts, self, () =>
    accounts.library().api.generateBackupCodes({
      body: { password },
      headers: headersOf(self.visitor),
      returnHeaders: true,
    }),
  );
  await note(accounts, 'recovery-codes-made', self.visitor, self.me.user.id);
  return { value: value.backupCodes, cookies };
}

async function withPassword<T>(
  accounts: Accounts,
  { me }: Self,
  question: () => Promise<{ headers: Headers; response: T }>,
): Promise<WithCookies<T>> {
  const { email } = me.user;
  await countTry(accounts.database, limits.accountTries, email, accounts.now());
  const found = await ask('credentials-wrong', question);
  await forgetTries(accounts.database, limits.accountTries, email);
  return found;
}
