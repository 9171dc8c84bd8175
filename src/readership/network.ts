import { isIPv4, isIPv6 } from 'node:net';

/**
 * Where a request came from, as far as counting needs to know: the reader's line and the network it is in.
 * IPv4: the address, and its /24. IPv6: the /64 (one subscriber has all of it and changes the rest daily, RFC
 * 8981), and the /48 (what one site is given, RFC 6177). IPv4 written as IPv6 (RFC 4291 §2.5.5.2) is IPv4.
 * Anything else is one line in one network: `?`.
 */
export function networkOf(address: string): { line: string; network: string } {
  const plain = address.startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address;
  if (isIPv4(plain)) return { line: plain, network: plain.slice(0, plain.lastIndexOf('.')) };
  const unscoped = plain.split('%', 1)[0] ?? '';
  if (!isIPv6(unscoped)) return { line: '?', network: '?' };
  const groups = expand(unscoped);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  if (a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && f === 0xffff) {
    return networkOf([g >> 8, g & 255, h >> 8, h & 255].join('.'));
  }
  const hex = (part: number[]) => part.map((n) => n.toString(16)).join(':');
  return { line: hex([a, b, c, d]), network: hex([a, b, c]) };
}

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
