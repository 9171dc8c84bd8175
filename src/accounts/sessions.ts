import { MidadError } from '../model/errors.ts';
import type { Accounts } from './accounts.ts';

export interface OpenSession {
  id: string;
  /** ms since the epoch. */
  since: number;
  lastSeen: number;
  address: string;
  agent: string;
}

/** Somebody's sessions, the last used first. Their tokens stay here. */
export async function listSessions(accounts: Accounts, user: string): Promise<OpenSession[]> {
  return (await liveSessions(accounts, user))
    .map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
      id,
      since: createdAt.getTime(),
      lastSeen: updatedAt.getTime(),
      address: ipAddress ?? '',
      agent: userAgent ?? '',
    }))
    .toSorted((a, b) => b.lastSeen - a.lastSeen);
}

/**
 * Ends one of somebody's own sessions.
 * @throws MidadError `not-found` for one that is not theirs.
 */
export async function endSession(accounts: Accounts, user: string, id: string): Promise<void> {
  const found = (await liveSessions(accounts, user)).find((session) => session.id === id);
  if (found === undefined) throw new MidadError('not-found', { kind: 'session', id });
  const { internalAdapter } = await accounts.library().$context;
  await internalAdapter.deleteSession(found.token);
  accounts.onSessionsEnded(user);
}

async function liveSessions(accounts: Accounts, user: string) {
  const { internalAdapter } = await accounts.library().$context;
  return internalAdapter.listSessions(user, { onlyActiveSessions: true });
}
