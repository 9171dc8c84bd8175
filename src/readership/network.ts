import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network a request came from, for capping: /24 of IPv4, /48 of IPv6 (what one site is given at most, RFC
 * 6177). What is no address is one network, `?`.
 */
export function networkOf(address: string): string {
  const { v4, v6 } = parse(address);
  if (v4 !== undefined) return v4.slice(0, v4.lastIndexOf('.'));
  return v6 === undefined ? '?' : hex(v6.slice(0, 3));
}

/**
 * The line a request came over, for telling readers apart: the IPv4 address, or the IPv6 /64: one
 * subscriber has all of it, and telephones change the other half daily (RFC 8981).
 */
export function lineOf(address: string): string {
  const { v4, v6 } = parse(address);
  return v4 ?? (v6 === undefined ? '?' : hex(v6.slice(0, 4)));
}

/** IPv4 written as IPv6 (`::ffff:203.0.113.7`, RFC 4291 §2.5.5.2) is IPv4; a zone (`%eth0`) is left out. */
function parse(address: string): { v4?: string; v6?: number[] } {
  if (isIPv4(address)) return { v4: address };
  const unscoped = address.split('%', 1)[0] ?? '';
  if (!isIPv6(unscoped)) return {};
  const groups = expand(unscoped);
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((n) => n === 0) && groups[5] === 0xffff;
  return mapped ? { v4: [high >> 8, high & 255, low >> 8, low & 255].join('.') } : { v6: groups };
}

const hex = (groups: number[]) => groups.map((n) => n.toString(16)).join(':');

/** The eight groups of a valid IPv6 address. */
function expand(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const first = groupsOf(head);
  if (tail === undefined) return first;
  const last = groupsOf(tail);
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function groupsOf(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}
