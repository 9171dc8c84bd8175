import type { IncomingMessage } from 'node:http';
import { isIP, type BlockList } from 'node:net';

/**
 * The reader's address: the peer's, unless the peer is a trusted proxy; then the last address in
 * `X-Forwarded-For` that is not itself a trusted proxy (the part that a client cannot forge). The local socket, which has
 * no address, is reached only by our own reader processes and by whoever sits at the machine.
 */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  const peer = plain(request.socket.remoteAddress ?? '');
  if (peer !== '' && !isTrusted(peer, trusted)) return peer;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((hop) => plain(hop.trim()));
  return hops.findLast((hop) => isIP(hop) !== 0 && !isTrusted(hop, trusted)) ?? peer;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** IPv4 addresses arrive as ::ffff:1.2.3.4 on a dual-stack socket. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}
