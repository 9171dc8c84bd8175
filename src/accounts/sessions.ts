import { isIPv6 } from 'node:net';
import Bowser from 'bowser';
import { MidadError } from '../model/errors.ts';
import type { Accounts } from './accounts.ts';

export interface OpenSession {
  id: string;
  /** ms since the epoch. */
  since: number;
  lastSeen: number;
  /** Where from, an IPv6 address as short as it can be written; empty from this machine itself. */
  address: string;
  /** What the browser says of itself. */
  agent: string;
  /** The same by name, «Firefox» and «Windows», as far as it is known. */
  browser?: string;
  system?: string;
}

/** Somebody's sessions, the last used first. Their tokens stay here. */
export async function listSessions(accounts: Accounts, user: string): Promise<OpenSession[]> {
  return (await liveSessions(accounts, user))
    .map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
      id,
      since: createdAt.getTime(),
      lastSeen: updatedAt.getTime(),
      address: shortAddress(ipAddress ?? ''),
      agent: userAgent ?? '',
      ...namesIn(userAgent ?? ''),
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

/** The library keeps the network of an IPv6 address in full, and of this machine's own nothing but zeros. */
function shortAddress(address: string): string {
  const short = isIPv6(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
  return short === '::' || short === '::1' || short.startsWith('127.') ? '' : short;
}

function namesIn(agent: string): Pick<OpenSession, 'browser' | 'system'> {
  if (agent === '') return {};
  const { browser, os } = Bowser.parse(agent);
  return {
    ...(browser.name !== undefined && browser.name !== '' && { browser: browser.name }),
    ...(os.name !== undefined && os.name !== '' && { system: os.name }),
  };
}
