import { MidadError } from '../model/errors.ts';
import { type Accounts, ask, headersOf, note, type Visitor, type WithCookies } from './accounts.ts';
import type { SignInLibrary } from './library.ts';
import { admit, type SignedIn } from './sign-in.ts';

export interface Passkey {
  id: string;
  name: string;
  /** ms since the epoch. */
  since: number;
}

export async function listPasskeys(accounts: Accounts, visitor: Visitor): Promise<Passkey[]> {
  const { value } = await ask('sign-in-needed', () =>
    accounts.library().api.listPasskeys({ headers: headersOf(visitor), returnHeaders: true }),
  );
  return value.map(({ id, name, createdAt }) => ({
    id,
    name: name ?? '',
    since: createdAt === null || createdAt === undefined ? 0 : new Date(createdAt).getTime(),
  }));
}

/** What the browser needs to make a passkey. @throws MidadError `passkey-refused` when the sign-in is over a day old. */
export function offerPasskey(accounts: Accounts, visitor: Visitor): Promise<WithCookies<unknown>> {
  return ask('passkey-refused', () =>
    accounts.library().api.generatePasskeyRegistrationOptions({
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
}

/** @param response what the browser made of the offer. @throws MidadError `passkey-refused`. */
export async function addPasskey(
  accounts: Accounts,
  { visitor, me }: { visitor: Visitor; me: SignedIn },
  { name, response }: { name: string; response: unknown },
): Promise<string[]> {
  const { cookies } = await ask('passkey-refused', () =>
    accounts.library().api.verifyPasskeyRegistration({
      body: { name, response },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
  await note(accounts, 'passkey-added', visitor, me.user.id);
  return cookies;
}

/** @throws MidadError `not-found` for one that is not theirs. */
export async function removePasskey(
  accounts: Accounts,
  { visitor, me }: { visitor: Visitor; me: SignedIn },
  id: string,
): Promise<void> {
  if (!(await listPasskeys(accounts, visitor)).some((one) => one.id === id))
    throw new MidadError('not-found', { kind: 'passkey', id });
  await ask('passkey-refused', () =>
    accounts.library().api.deletePasskey({ body: { id }, headers: headersOf(visitor), returnHeaders: true }),
  );
  await note(accounts, 'passkey-removed', visitor, me.user.id);
}

/** What the browser signs to come in. */
export function challengePasskey(accounts: Accounts, visitor: Visitor): Promise<WithCookies<unknown>> {
  return ask('passkey-refused', () =>
    accounts.library().api.generatePasskeyAuthenticationOptions({
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
}

/** What a browser answers to a challenge (WebAuthn's AuthenticationResponseJSON); the library looks at every part of it. */
export type PasskeyAnswer = NonNullable<
  Parameters<SignInLibrary['api']['verifyPasskeyAuthentication']>[0]
>['body']['response'];

/** In by passkey, which is two factors in one. @throws MidadError `passkey-refused`, `suspended`. */
export async function signInByPasskey(
  accounts: Accounts,
  visitor: Visitor,
  response: PasskeyAnswer,
): Promise<WithCookies<'done'>> {
  const { value, cookies } = await ask('passkey-refused', () =>
    accounts.library().api.verifyPasskeyAuthentication({
      body: { response },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  ).catch(async (error: unknown) => {
    if (error instanceof MidadError && error.code === 'passkey-refused')
      await note(accounts, 'refused', visitor);
    throw error;
  });
  await admit(accounts, visitor, value.session.userId);
  return { value: 'done', cookies };
}
