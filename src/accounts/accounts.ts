import type { Journal } from '../journal/journal.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { MidadError } from '../model/errors.ts';
import type { User } from '../model/user.ts';
import type { MailSettings, OidcSettings } from '../config.ts';
import type { AccountsDatabase } from './database.ts';
import { forgetOldEvents, type Origin, recordEvent, type SignInEventName } from './events.ts';
import { addressHeader, signInLibrary, type SignInLibrary } from './library.ts';
import { forgetOldTries } from './limits.ts';
import { openAccountsDatabase } from './open-database.ts';

/** How people prove who they are. What they may do is the policy's, by their `user` document. */
export interface Accounts {
  journal: Journal;
  database: AccountsDatabase;
  /** Made when it is first asked for, because the address may be known only once the server listens. */
  library(): SignInLibrary;
  /** Where the newsroom lives, as the settings say; links are made with it and never with a request's host. */
  origin(): string;
  mail: MailSettings | undefined;
  oidc: OidcSettings | undefined;
  now(): number;
  /** Told when somebody's sessions were ended, so that what they hold open is closed. */
  onSessionsEnded(user: string): void;
  close(): Promise<void>;
}

/** What a request brings along for the library: its cookies, and where it comes from. */
export interface Visitor extends Origin {
  cookie: string;
  /** The browser's `Origin`, which a passkey's signature must name. */
  origin: string;
}

/** An answer of the library together with the cookies that it sets. */
export interface WithCookies<T> {
  value: T;
  cookies: string[];
}

export interface AccountsOptions {
  dataDir: string;
  postgres?: PostgresPlace | undefined;
  journal: Journal;
  origin(): string;
  mail?: MailSettings | undefined;
  oidc?: OidcSettings | undefined;
  now?: () => number;
  onError(message: string): void;
  onSessionsEnded?(user: string): void;
}

/** Old tries and events are removed so often. */
const cleaningMs = 3_600_000;

/** @throws MidadError as `openJournal`. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { dataDir, postgres, journal, origin, mail, oidc, onError, now = Date.now } = options;
  const database = await openAccountsDatabase(dataDir, postgres);
  const secret = await journal.secret('sign-in');
  let made: SignInLibrary | undefined;
  const clean = () =>
    Promise.all([forgetOldTries(database, now()), forgetOldEvents(database, now())]).catch((error: unknown) =>
      onError(String(error)),
    );
  const cleaning = setInterval(() => void clean(), cleaningMs).unref();
  return {
    journal,
    database,
    library: () => (made ??= signInLibrary({ database, secret, origin: origin(), oidc, onError })),
    origin,
    mail,
    oidc,
    now,
    onSessionsEnded: (user) => options.onSessionsEnded?.(user),
    async close() {
      clearInterval(cleaning);
      await database.close();
    },
  };
}

/** The headers that the library is shown: ours, not the request's. */
export function headersOf({ cookie, origin, address, agent }: Visitor): Headers {
  return new Headers({ cookie, origin, 'user-agent': agent.slice(0, 300), [addressHeader]: address });
}

/**
 * Asks the library, and says its failures in our words.
 *
 * @param refused what a refusal (status 4xx) means here.
 * @throws MidadError `refused`; `too-many-requests`; `unavailable` where the database could not be reached: never taken for
 *   a refusal.
 */
export async function ask<T>(
  refused: 'sign-in-needed' | 'credentials-wrong' | 'code-wrong' | 'link-invalid' | 'passkey-refused',
  question: () => Promise<{ headers: Headers; response: T }>,
): Promise<WithCookies<T>> {
  try {
    const { headers, response } = await question();
    return { value: response, cookies: headers.getSetCookie() };
  } catch (cause) {
    if (cause instanceof MidadError) throw cause;
    const { statusCode } = cause as { statusCode?: number };
    if (statusCode === 429) throw new MidadError('too-many-requests', {}, { cause });
    if (statusCode !== undefined && statusCode < 500) throw new MidadError(refused, {}, { cause });
    throw new MidadError('unavailable', { part: 'accounts' }, { cause });
  }
}

/** Writes into the trail what happened; that it cannot be written stops nobody from leaving. */
export async function note(
  { database, now }: Accounts,
  event: SignInEventName,
  { address, agent }: Origin,
  user?: string,
  by?: string,
): Promise<void> {
  await recordEvent(database, {
    at: now(),
    event,
    address,
    agent,
    ...(user !== undefined && { user }),
    ...(by !== undefined && by !== user && { by }),
  });
}

/** The user document, if somebody has one. */
export async function userById({ journal }: Accounts, id: string): Promise<User | undefined> {
  const entry = await journal.current('user', id);
  return entry === undefined || entry.content === null ? undefined : (entry.content as User);
}
