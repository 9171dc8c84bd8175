import { isIP } from 'node:net';

/**
 * The network an address belongs to, for capping: /24 of IPv4, /48 of IPv6 (what a provider gives one customer at most,
 * RFC 6177). IPv4 inside IPv6 counts as IPv4. What is no address is one network, «?».
 */
export function networkOf(address: string): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const version = isIP(plain);
  if (version === 4) return plain.slice(0, plain.lastIndexOf('.'));
  if (version === 6) return firstGroups(plain);
  return '?';
}

/** The first three groups, written out: `2001:db8::1` → `2001:db8:0`. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0');
  return [...start, ...zeros, ...end].slice(0, 3).join(':');
}
