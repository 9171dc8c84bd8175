import type { AccountsDatabase } from './database.ts';

export const signInEvents = [
  'signed-in',
  'refused',
  'signed-out',
  'set-up',
  'link-made',
  'link-mailed',
  'password-changed',
  'password-set',
  'second-factor-on',
  'second-factor-off',
  'second-factor-refused',
  'recovery-codes-made',
  'passkey-added',
  'passkey-removed',
  'sessions-ended',
] as const;
export type SignInEventName = (typeof signInEvents)[number];

/** Where a request comes from, as far as we know. */
export interface Origin {
  address: string;
  agent: string;
}

export interface SignInEvent extends Origin {
  id: number;
  /** ms since the epoch. */
  at: number;
  event: SignInEventName;
  /** A user's id, where it is known. */
  user?: string;
  /** Somebody else, who did it to them. */
  by?: string;
}

/** Half a year: long enough to look into an incident, and no longer. */
const keptMs = 183 * 24 * 3_600_000;

export async function recordEvent(database: AccountsDatabase, event: Omit<SignInEvent, 'id'>): Promise<void> {
  await database.ask(
    'INSERT INTO sign_in_event (at, event, "user", by_user, address, agent) VALUES (?, ?, ?, ?, ?, ?)',
    event.at,
    event.event,
    event.user ?? null,
    event.by ?? null,
    event.address.slice(0, 64),
    event.agent.slice(0, 300),
  );
}

/** Newest first; `before` is the id of the last one seen. */
export async function listEvents(
  database: AccountsDatabase,
  { before = Number.MAX_SAFE_INTEGER, user, limit }: { before?: number; user?: string; limit: number },
): Promise<SignInEvent[]> {
  const { rows } = await database.ask(
    `SELECT id, at, event, "user", by_user, address, agent FROM sign_in_event
     WHERE id < ?1 AND (CAST(?2 AS TEXT) IS NULL OR "user" = ?2) ORDER BY id DESC LIMIT ?3`,
    before,
    user ?? null,
    limit,
  );
  return rows.map((row) => ({
    id: Number(row['id']),
    at: Number(row['at']),
    event: String(row['event']) as SignInEventName,
    ...(row['user'] === null ? {} : { user: String(row['user']) }),
    ...(row['by_user'] === null ? {} : { by: String(row['by_user']) }),
    address: String(row['address']),
    agent: String(row['agent']),
  }));
}

export async function forgetOldEvents(database: AccountsDatabase, now: number): Promise<void> {
  await database.ask('DELETE FROM sign_in_event WHERE at < ?', now - keptMs);
}
