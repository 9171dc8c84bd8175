import { createHmac, timingSafeEqual } from 'node:crypto';

const hourMs = 3_600_000;
/** A token is good for the hour it was made in and a day more, so that caches may hold the page that carries it. */
const validHours = 24;
/** 96 bits of HMAC-SHA256: beyond guessing, and short (RFC 2104 §5 allows truncation to half or more than 80 bits). */
const macBytes = 12;
const longest = 64;
const shape = /^([0-9a-z]{1,11})\.([0-9a-z]{1,7})\.([\w-]{16})$/;

const mac = (secret: string, message: string) =>
  createHmac('sha256', secret).update(message).digest().subarray(0, macBytes);

/**
 * The token that a story's page carries: story and hour, signed. All copies of a page made within an hour have the same,
 * so it does not change the page's bytes, and it says nothing of the reader.
 */
export function readToken(secret: string, story: number, now: number): string {
  const message = `${story.toString(36)}.${Math.floor(now / hourMs).toString(36)}`;
  return `${message}.${mac(secret, message).toString('base64url')}`;
}

/**
 * What a token says, if it is one of ours and no older than a day.
 * @returns the story and the start of the hour in which the token was made (ms); undefined for anything else.
 */
export function checkReadToken(
  secret: string,
  token: string,
  now: number,
): { story: number; hour: number } | undefined {
  if (token.length > longest) return undefined;
  const [, story = '', hour = '', signature = ''] = shape.exec(token) ?? [];
  if (signature === '') return undefined;
  const expected = mac(secret, `${story}.${hour}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const made = Number.parseInt(hour, 36);
  const age = Math.floor(now / hourMs) - made;
  return age >= 0 && age <= validHours
    ? { story: Number.parseInt(story, 36), hour: made * hourMs }
    : undefined;
}
