import { beginOidc, finishOidc } from '../../accounts/oidc.ts';
import { enter, forgotPassword, isSetUp, readLink, setPassword, setUp } from '../../accounts/links.ts';
import { challengePasskey, type PasskeyAnswer, signInByPasskey } from '../../accounts/passkeys.ts';
import { signInByPassword, signInBySecondFactor, signOut } from '../../accounts/sign-in.ts';
import type { WithCookies } from '../../accounts/accounts.ts';
import { route } from '../route.ts';

/** Getting in and out. Whatever can be guessed at counts towards what one address may try. */
export const accountRoutes = [
  route('house', {
    who: 'anyone',
    async command({ accounts, catalog }) {
      const site = catalog().site();
      return {
        name: site.name,
        language: site.language,
        setUp: await isSetUp(accounts),
        mail: accounts.mail !== undefined,
        ...(accounts.oidc !== undefined && { oidc: accounts.oidc.name }),
      };
    },
  }),
  route('setUp', {
    limit: 'address',
    who: 'anyone',
    command: async ({ accounts, applied, journal }, { visitor, body, cookies }) => {
      const done = stepOf(cookies, await setUp(accounts, visitor, body));
      await applied((await journal.head()).seq);
      return done;
    },
  }),
  route('signIn', {
    limit: 'address',
    who: 'anyone',
    command: async ({ accounts }, { visitor, body, cookies }) =>
      stepOf(cookies, await signInByPassword(accounts, visitor, body)),
  }),
  route('signInSecondFactor', {
    limit: 'address',
    who: 'anyone',
    command: async ({ accounts }, { visitor, body, cookies }) =>
      stepOf(cookies, await signInBySecondFactor(accounts, visitor, body)),
  }),
  route('passkeyChallenge', {
    limit: 'address',
    who: 'anyone',
    async command({ accounts }, { visitor, cookies }) {
      const challenge = await challengePasskey(accounts, visitor);
      cookies.push(...challenge.cookies);
      return { options: challenge.value };
    },
  }),
  route('signInPasskey', {
    limit: 'address',
    who: 'anyone',
    command: async ({ accounts }, { visitor, body, cookies }) =>
      stepOf(cookies, await signInByPasskey(accounts, visitor, body.response as unknown as PasskeyAnswer)),
  }),
  route('oidcBegin', {
    limit: 'address',
    who: 'anyone',
    async command({ accounts }, { visitor, cookies }) {
      const begun = await beginOidc(accounts, visitor);
      cookies.push(...begun.cookies);
      return { address: begun.value };
    },
  }),
  route('oidcCallback', {
    limit: 'address',
    who: 'anyone',
    async command({ accounts }, { visitor, query, cookies }) {
      const finished = await finishOidc(accounts, visitor, query);
      cookies.push(...finished.cookies);
      // Always to a page of our own, wherever the request says to go.
      const to = finished.value ? '/newsroom' : '/newsroom/sign-in#refused';
      return new Response(null, { status: 302, headers: { Location: to, 'Cache-Control': 'no-store' } });
    },
  }),
  route('enter', {
    limit: 'address',
    who: 'anyone',
    command: async ({ accounts }, { visitor, body, cookies }) =>
      stepOf(cookies, await enter(accounts, visitor, body.token)),
  }),
  route('readLink', {
    limit: 'address',
    who: 'anyone',
    command: ({ accounts }, { body }) => readLink(accounts, body.token),
  }),
  route('setPassword', {
    limit: 'address',
    who: 'anyone',
    async command({ accounts }, { visitor, body }) {
      await setPassword(accounts, visitor, body);
      return {};
    },
  }),
  route('forgotPassword', {
    limit: 'address',
    who: 'anyone',
    async command({ accounts }, { visitor, body }) {
      await forgotPassword(accounts, visitor, body.email);
      return { mail: accounts.mail !== undefined };
    },
  }),
  route('signOut', {
    who: 'signed-in',
    async command({ accounts }, { visitor, me, cookies }) {
      cookies.push(...(await signOut(accounts, visitor, me.user.id)));
      return {};
    },
  }),
];

function stepOf<S extends 'done' | 'second-factor'>(cookies: string[], found: WithCookies<S>): { step: S } {
  cookies.push(...found.cookies);
  return { step: found.value };
}
