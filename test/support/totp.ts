import { createHmac } from 'node:crypto';

/**
 * The code of an authenticator app. Source: RFC 6238 over RFC 4226, SHA-1, six digits, thirty seconds.
 * @param secret in Base32, as the address of the QR code has it. @param now ms since the epoch.
 */
export function totp(secret: string, now = Date.now()): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The secret in the address of a QR code. */
export const secretOf = (address: string): string => new URL(address).searchParams.get('secret') ?? '';
