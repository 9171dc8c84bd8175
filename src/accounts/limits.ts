import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { MidadError } from '../model/errors.ts';
import type { AccountsDatabase } from './database.ts';

export interface Limit {
  readonly name: string;
  readonly tries: number;
  readonly withinMs: number;
}

const quarter = 15 * 60_000;

/**
 * An account is guessed at ten times in a quarter of an hour at most, from wherever; OWASP's advice on brute force. An address
 * may be a whole newsroom behind one router, so it gets more.
 */
export const limits = {
  accountTries: { name: 'account', tries: 10, withinMs: quarter },
  addressTries: { name: 'address', tries: 60, withinMs: quarter },
  /** Links are 32 random bytes; this only keeps a machine from asking for mails in somebody's name. */
  accountMails: { name: 'mail', tries: 3, withinMs: quarter },
} as const satisfies Record<string, Limit>;

/** Longer than any limit's time; what is older is of no meaning. */
const forgetAfterMs = 24 * 3_600_000;

/**
 * Counts a try, in the database, so that neither a restart nor another process gives new ones.
 *
 * @throws MidadError `too-many-requests` (param seconds) once there were too many.
 */
export async function countTry(
  database: AccountsDatabase,
  limit: Limit,
  subject: string,
  now: number,
): Promise<void> {
  const { rows } = await database.ask(
    `INSERT INTO sign_in_limit VALUES (?1, ?2, 1) ON CONFLICT (bucket) DO UPDATE SET
       tries = CASE WHEN sign_in_limit.since > ?3 THEN sign_in_limit.tries + 1 ELSE 1 END,
       since = CASE WHEN sign_in_limit.since > ?3 THEN sign_in_limit.since ELSE ?2 END
     RETURNING tries, since`,
    bucketOf(limit, subject),
    now,
    now - limit.withinMs,
  );
  const [row] = rows;
  if (Number(row?.['tries'] ?? 0) <= limit.tries) return;
  const seconds = Math.ceil((Number(row?.['since'] ?? now) + limit.withinMs - now) / 1000);
  throw new MidadError('too-many-requests', { seconds });
}

/** After a success the account's tries begin anew. */
export async function forgetTries(database: AccountsDatabase, limit: Limit, subject: string): Promise<void> {
  await database.ask('DELETE FROM sign_in_limit WHERE bucket = ?', bucketOf(limit, subject));
}

export async function forgetOldTries(database: AccountsDatabase, now: number): Promise<void> {
  await database.ask('DELETE FROM sign_in_limit WHERE since < ?', now - forgetAfterMs);
}

const bucketOf = ({ name }: Limit, subject: string) => hash('sha256', `${name} ${subject}`, 'base64url');

/**
 * One key for all ways to write an account's address: width and case of letters, spaces, invisible characters. So whoever
 * varies them meets the same limit.
 */
export function accountKey(email: string): string {
  return email
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}\s]/gu, '')
    .toLowerCase();
}

/** A home or a server has a whole /64 of IPv6 addresses; they count as one. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
