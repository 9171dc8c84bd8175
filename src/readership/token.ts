import { createHmac, timingSafeEqual } from 'node:crypto';

const hourMs = 3_600_000;
/** A cached page may be a day old; with the hour that is just passing, 25 tokens of a story are good at a time. */
const goodHours = 24;
/** 96 bits of the HMAC: nobody guesses them, and the token stays at about 27 letters. */
const macBytes = 12;

const form = /^([1-9a-z][0-9a-z]{0,10})\.([1-9a-z][0-9a-z]{0,5})\.([\w-]{16})$/;

/** Tokens of this hour, so that a page costs no HMAC of its own. A few stories are most of what is read. */
const made = { secret: '', hour: 0, tokens: new Map<number, string>() };
/** About 10 MB of tokens. */
const mostTokens = 100_000;

/**
 * What a story's page carries so that a reading of it can be counted: story, hour, and their truncated
 * HMAC-SHA256 (RFC 2104; truncation as in its section 5). The same all hour, for everyone, so a page that has it may be cached.
 *
 * @param secret the journal's secret for read tokens.
 * @param now ms since the epoch.
 * @returns letters, digits, `.`, `-`, `_`; at most 36 of them.
 */
export function readToken(secret: string, story: number, now: number): string {
  const hour = Math.floor(now / hourMs);
  if (made.secret !== secret || made.hour !== hour || made.tokens.size >= mostTokens) {
    made.secret = secret;
    made.hour = hour;
    made.tokens.clear();
  }
  let token = made.tokens.get(story);
  if (token === undefined) {
    token = `${story.toString(36)}.${hour.toString(36)}.${mac(secret, story, hour).toString('base64url')}`;
    made.tokens.set(story, token);
  }
  return token;
}

/**
 * The story of a token that we made at most a day ago, and the start (ms) of the hour in which we made it;
 * undefined for every other text. Takes the same time wherever a forged MAC differs.
 */
export function checkReadToken(
  secret: string,
  token: string,
  now: number,
): { story: number; hour: number } | undefined {
  const parts = form.exec(token);
  if (!parts) return undefined;
  const [, storyText = '', hourText = '', macText = ''] = parts;
  const story = Number.parseInt(storyText, 36);
  const hour = Number.parseInt(hourText, 36);
  const age = Math.floor(now / hourMs) - hour;
  if (!Number.isSafeInteger(story) || age < 0 || age > goodHours) return undefined;
  if (!timingSafeEqual(Buffer.from(macText, 'base64url'), mac(secret, story, hour))) return undefined;
  return { story, hour: hour * hourMs };
}

function mac(secret: string, story: number, hour: number): Buffer {
  return createHmac('sha256', secret).update(`read:${story}:${hour}`).digest().subarray(0, macBytes);
}
