import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { Visitor } from '../accounts/accounts.ts';
import { clientAddress } from '../http/client-address.ts';
import { MidadError } from '../model/errors.ts';

/** The longest story seen has 200 KB of text; marked up and in JSON it is some times that. */
const mostBytes = 4 * 1024 * 1024;

/** Who sends a request, as far as its head says. */
export function visitorOf(incoming: IncomingMessage, trusted: BlockList): Visitor {
  const { cookie = '', origin = '', 'user-agent': agent = '' } = incoming.headers;
  return { cookie, origin, agent, address: clientAddress(incoming, trusted) };
}

/**
 * Refuses what another site's page had a browser send: whatever changes something must say that it comes from the newsroom's own
 * pages. `Origin` cannot be forged by a page; where a browser leaves it out, `Sec-Fetch-Site` says the same.
 * Source: OWASP Cross-Site Request Forgery Prevention, «Verifying Origin with Standard Headers».
 *
 * @throws MidadError `origin-refused`.
 */
export function checkOrigin({ headers }: IncomingMessage, origins: readonly string[]): void {
  const { origin } = headers;
  const own = origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : origins.includes(origin);
  if (!own) throw new MidadError('origin-refused');
}

/**
 * The body, parsed once, so that all who look at it see the same.
 *
 * @returns undefined for an empty one.
 * @throws MidadError `too-large`, `bad-request` for what is not JSON or is not said to be.
 */
export async function jsonBody(incoming: IncomingMessage): Promise<unknown> {
  if (Number(incoming.headers['content-length'] ?? 0) > mostBytes)
    throw new MidadError('too-large', { limit: mostBytes });
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Left open on leaving the loop: an iterator that is abandoned would take the socket, and the answer, with it.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > mostBytes) throw new MidadError('too-large', { limit: mostBytes });
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    if (cause instanceof MidadError) throw cause;
    throw new MidadError('bad-request', {}, { cause });
  }
  if (bytes === 0) return undefined;
  if (!/^application\/json\b/i.test(incoming.headers['content-type'] ?? ''))
    throw new MidadError('bad-request', { field: 'content-type' });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (cause) {
    throw new MidadError('bad-request', {}, { cause });
  }
}
