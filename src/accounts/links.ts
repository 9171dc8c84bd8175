import { randomBytes } from 'node:crypto';
import { addUser, emailSpace } from '../commands/put-user.ts';
import { MidadError } from '../model/errors.ts';
import type { User } from '../model/user.ts';
import { type Accounts, ask, headersOf, note, userById, type Visitor, type WithCookies } from './accounts.ts';
import { accountKey, countTry, limits } from './limits.ts';
import { sendLink } from './mail.ts';
import { admit } from './sign-in.ts';

/** What a link is good for, which screen it opens, and for how long. */
const purposes = {
  /** The first administrator; printed when the program starts and nobody has an account yet. */
  'set-up': { screen: 'set-up', ms: 24 * 3_600_000 },
  /** In without a password, once; printed at the machine. */
  enter: { screen: 'enter', ms: 24 * 3_600_000 },
  /** A week: whoever is invited may be travelling. */
  invitation: { screen: 'invitation', ms: 7 * 24 * 3_600_000 },
  reset: { screen: 'reset', ms: 2 * 3_600_000 },
} as const;
export type LinkPurpose = keyof typeof purposes;

/** The prefix by which the library finds what sets a password. */
const setsPassword = 'reset-password';
const identifierOf = (purpose: LinkPurpose, token: string) =>
  `${purpose === 'invitation' || purpose === 'reset' ? setsPassword : purpose}:${token}`;

/**
 * Makes a link that works once. Its token stands behind the `#`, which browsers send to nobody, and is kept as a digest.
 * @param value the user's id; for `set-up` nothing.
 */
async function makeLink(accounts: Accounts, purpose: LinkPurpose, value: string): Promise<string> {
  const { screen, ms } = purposes[purpose];
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await accounts.library().$context;
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(purpose, token),
    value,
    expiresAt: new Date(accounts.now() + ms),
  });
  return `${accounts.origin()}/newsroom/${screen}#${token}`;
}

/** The link that sets the newsroom up; undefined once somebody has an account. */
export async function setUpLink(accounts: Accounts): Promise<string | undefined> {
  return (await isSetUp(accounts)) ? undefined : makeLink(accounts, 'set-up', 'administrator');
}

/** A link that lets somebody in once, for whoever sits at the machine. */
export async function enterLink(accounts: Accounts, user: User): Promise<string> {
  await ensureAccount(accounts, user);
  return makeLink(accounts, 'enter', user.id);
}

/**
 * Invites or resets: mails the link where mail is set up, else gives it back to be handed over.
 * @returns the link where it was not mailed.
 */
export async function linkFor(
  accounts: Accounts,
  purpose: 'invitation' | 'reset',
  user: User,
  by: Visitor & { user: string },
): Promise<{ link?: string; mailed: boolean }> {
  await ensureAccount(accounts, user);
  const link = await makeLink(accounts, purpose, user.id);
  const mailed = await sendLink(accounts.mail, { purpose, user, link });
  await note(accounts, mailed ? 'link-mailed' : 'link-made', by, user.id, by.user);
  return mailed ? { mailed } : { link, mailed };
}

/**
 * Somebody says that they forgot their password. Whether there is such an account is not to be learnt from the answer, nor
 * from how long it takes.
 */
export async function forgotPassword(accounts: Accounts, visitor: Visitor, written: string): Promise<void> {
  const email = accountKey(written);
  await countTry(accounts.database, limits.accountMails, email, accounts.now());
  const holder = (await accounts.journal.holders(emailSpace, [email])).get(email);
  const user = holder === undefined ? undefined : await userById(accounts, holder.id);
  if (user === undefined || user.suspended === true || accounts.mail === undefined) return;
  void linkFor(accounts, 'reset', user, { ...visitor, user: user.id }).catch(() => {});
}

/** Who a link that sets a password is for. @throws MidadError `link-invalid`. */
export async function readLink(accounts: Accounts, token: string): Promise<{ name: string; email: string }> {
  const { internalAdapter } = await accounts.library().$context;
  const found = await internalAdapter.findVerificationValue(identifierOf('reset', token));
  const user =
    found === null || found.expiresAt.getTime() < accounts.now()
      ? undefined
      : await userById(accounts, found.value);
  if (user === undefined || user.suspended === true) throw new MidadError('link-invalid');
  return { name: user.name, email: user.email };
}

/** Sets a password by a link, which ends all sessions. @throws MidadError `link-invalid`. */
export async function setPassword(
  accounts: Accounts,
  visitor: Visitor,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const { internalAdapter } = await accounts.library().$context;
  const found = await internalAdapter.findVerificationValue(identifierOf('reset', token));
  await readLink(accounts, token);
  await ask('link-invalid', () =>
    accounts.library().api.resetPassword({
      body: { newPassword: password, token },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
  if (found === null) return;
  accounts.onSessionsEnded(found.value);
  await note(accounts, 'password-set', visitor, found.value);
}

/** In by a printed link. @throws MidadError `link-invalid`, `suspended`. */
export async function enter(
  accounts: Accounts,
  visitor: Visitor,
  token: string,
): Promise<WithCookies<'done'>> {
  return openFor(accounts, visitor, await consume(accounts, 'enter', token));
}

/**
 * Makes the first administrator.
 * @throws MidadError `link-invalid`; what `addUser` throws.
 */
export async function setUp(
  accounts: Accounts,
  visitor: Visitor,
  {
    token,
    password,
    ...first
  }: { token: string; password: string } & Pick<User, 'name' | 'email' | 'language'>,
): Promise<WithCookies<'done'>> {
  if (await isSetUp(accounts)) throw new MidadError('link-invalid');
  await consume(accounts, 'set-up', token);
  const { journal, now } = accounts;
  const user: User = {
    ...first,
    id: await newUserId(accounts),
    email: first.email.trim().toLowerCase(),
    role: 'administrator',
    sections: [],
  };
  await addUser({ journal, actor: 'system:set-up', now: now() }, user);
  await ensureAccount(accounts, user);
  const { internalAdapter, password: hashing } = await accounts.library().$context;
  await internalAdapter.createAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await hashing.hash(password),
  });
  await note(accounts, 'set-up', visitor, user.id);
  return openFor(accounts, visitor, user.id);
}

export async function newUserId({ journal }: Accounts): Promise<string> {
  return String(await journal.reserve('user', 1));
}

/** The library's row of a user: their name and address, by the same id. */
export async function ensureAccount(accounts: Accounts, { id, name, email }: User): Promise<void> {
  const { internalAdapter } = await accounts.library().$context;
  const found = await internalAdapter.findUserById(id);
  if (found === null)
    await internalAdapter.createUser({ id, name, email, emailVerified: true }, { method: 'admin' });
  else if (found.name !== name || found.email !== email)
    await internalAdapter.updateUser(id, { name, email });
}

async function consume(accounts: Accounts, purpose: 'set-up' | 'enter', token: string): Promise<string> {
  const { internalAdapter } = await accounts.library().$context;
  const found = await internalAdapter.consumeVerificationValue(identifierOf(purpose, token));
  if (!found) throw new MidadError('link-invalid');
  return found.value;
}

async function openFor(accounts: Accounts, visitor: Visitor, user: string): Promise<WithCookies<'done'>> {
  const { cookies } = await ask('link-invalid', () =>
    accounts.library().api.openSession({
      body: { user },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
  await admit(accounts, visitor, user);
  return { value: 'done', cookies };
}

/** Whether anybody has an account yet. */
export async function isSetUp({ database }: Accounts): Promise<boolean> {
  const { rows } = await database.ask('SELECT 1 FROM sign_in_user LIMIT 1');
  return rows.length > 0;
}
