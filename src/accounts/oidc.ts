import { MidadError } from '../model/errors.ts';
import { type Accounts, ask, headersOf, note, type Visitor, type WithCookies } from './accounts.ts';
import { oidcProvider } from './library.ts';
import { admit, whoIs } from './sign-in.ts';

/** The address of the directory's sign-in page, to which the browser goes. @throws MidadError `not-found` where none is set up. */
export async function beginOidc(accounts: Accounts, visitor: Visitor): Promise<WithCookies<string>> {
  if (accounts.oidc === undefined) throw new MidadError('not-found', { kind: 'oidc', id: oidcProvider });
  const { value, cookies } = await ask('credentials-wrong', () =>
    accounts.library().api.signInSocial({
      body: { provider: oidcProvider, callbackURL: '/newsroom', errorCallbackURL: '/newsroom/sign-in' },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  );
  if (value.url === undefined) throw new MidadError('unavailable', { part: 'oidc' });
  return { value: value.url, cookies };
}

/**
 * The browser comes back from the directory. Only who was invited gets in: the directory's address must be that of an account.
 * @returns whether they are in, with the cookies.
 * @throws MidadError `not-found` where no directory is set up, `suspended`.
 */
export async function finishOidc(
  accounts: Accounts,
  visitor: Visitor,
  query: Record<string, string>,
): Promise<WithCookies<boolean>> {
  if (accounts.oidc === undefined) throw new MidadError('not-found', { kind: 'oidc', id: oidcProvider });
  const answer = await accounts.library().api.callbackOAuth({
    method: 'GET',
    params: { id: oidcProvider },
    query,
    headers: headersOf(visitor),
    asResponse: true,
  });
  const cookies = answer.headers.getSetCookie();
  // The new session's cookie, as the browser will send it.
  const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ');
  const { value } = await whoIs(accounts, { ...visitor, cookie });
  if (value === undefined) {
    await note(accounts, 'refused', visitor);
    return { value: false, cookies: [] };
  }
  await admit(accounts, visitor, value.user.id);
  return { value: true, cookies };
}
