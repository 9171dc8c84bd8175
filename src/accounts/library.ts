import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import { MidadError } from '../model/errors.ts';
import type { OidcSettings } from '../config.ts';
import type { AccountsDatabase } from './database.ts';
import { accountsDialect } from './dialect.ts';

/** NIST SP 800-63B asks for 8 at least where there is a second factor and 15 where there is none; long ones are welcome. */
export const passwordLength = { least: 10, most: 128 } as const;

/** Two weeks without a visit end a session; one that is used is prolonged once a day. */
const session = { expiresIn: 14 * 86_400, updateAge: 86_400 } as const;

/** The header in which we, and nobody else, tell the library where a request comes from. */
export const addressHeader = 'x-midad-address';

/** The provider's name within the library. */
export const oidcProvider = 'oidc';

export interface LibrarySettings {
  database: AccountsDatabase;
  /** Signs cookies. */
  secret: string;
  /** Where the newsroom lives: decides cookies and passkeys. Never taken from a request. */
  origin: string;
  oidc?: OidcSettings | undefined;
  onError(message: string): void;
}

/**
 * Better Auth for credentials and sessions only. Its own routes are not served: `accounts.ts` calls what the newsroom's
 * routes need, so that each has our limits, our validation and a place in the table of routes. Limits are ours too
 * (`limits.ts`), because the library's stand in front of its routes.
 */
export function signInLibrary({ database, secret, origin, oidc, onError }: LibrarySettings) {
  return betterAuth({
    appName: 'Midad',
    baseURL: origin,
    basePath: '/api',
    secret,
    database: { dialect: accountsDialect(database), type: database.kind, transaction: false },
    user: { modelName: 'sign_in_user' },
    session: { modelName: 'sign_in_session', ...session },
    account: {
      modelName: 'sign_in_account',
      // Somebody who was invited may come in by the house's own directory; nobody else gets an account by it.
      accountLinking: {
        enabled: true,
        trustedProviders: [oidcProvider],
        // The address is the administrator's word; there is no signing up in somebody else's name.
        requireLocalEmailVerified: false,
      },
    },
    // Tokens of links are kept as digests: whoever reads a backup cannot use them.
    verification: { modelName: 'sign_in_token', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'midad',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    logger: { level: 'error', log: (_level, message) => onError(message) },
    plugins: [
      twoFactor({
        issuer: 'Midad',
        schema: { twoFactor: { modelName: 'sign_in_second_factor' } },
        // A passkey or the directory may be all that somebody has.
        allowPasswordless: true,
      }),
      passkey({
        rpName: 'Midad',
        rpID: new URL(origin).hostname,
        origin,
        schema: { passkey: { modelName: 'sign_in_passkey' } },
      }),
      genericOAuth({
        config:
          oidc === undefined
            ? []
            : [
                {
                  providerId: oidcProvider,
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableSignUp: true,
                },
              ],
      }),
      byLink,
    ],
  });
}
export type SignInLibrary = ReturnType<typeof signInLibrary>;

/** Lets somebody in without a password: for the one-time links that are printed at the machine. Never a route. */
const byLink = {
  id: 'midad-by-link',
  endpoints: {
    openSession: createAuthEndpoint({ method: 'POST', body: z.object({ user: z.string() }) }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.user);
      if (!user) throw new MidadError('not-found', { kind: 'user', id: ctx.body.user });
      const opened = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session: opened, user });
      return ctx.json({ user: user.id });
    }),
  },
} as const;
