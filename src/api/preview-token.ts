import { createHmac, timingSafeEqual } from 'node:crypto';

/** A preview is sent to somebody who looks at it the same day. */
const leastMs = 24 * 3_600_000;
const hourMs = 3_600_000;

/** When a link that is asked for now ends, ms since the epoch: a day from now, at the full hour, so that looking again makes no new link. */
export const previewEnd = (now: number) => Math.ceil((now + leastMs) / hourMs) * hourMs;

export interface PreviewRight {
  story: number;
  /** Who made the link; it shows only what they may still read. */
  user: string;
  /** ms since the epoch; the link counts in whole seconds. */
  until: number;
}

const form = /^([1-9a-z][0-9a-z]{0,10})\.([\w-]{1,90})\.([1-9a-z][0-9a-z]{0,7})\.([\w-]{43})$/;

/**
 * What stands in a preview's address: story, user, end, and their HMAC-SHA256 (RFC 2104), whole.
 *
 * @param secret the journal's secret for previews.
 * @returns letters, digits, `.`, `-`, `_`.
 */
export function previewToken(secret: string, { story, user, until }: PreviewRight): string {
  const said = [
    story.toString(36),
    Buffer.from(user).toString('base64url'),
    Math.floor(until / 1000).toString(36),
  ].join('.');
  return `${said}.${mac(secret, said).toString('base64url')}`;
}

/** What a token of ours that is not over gives a right to; undefined for every other text. */
export function checkPreviewToken(secret: string, token: string, now: number): PreviewRight | undefined {
  const parts = form.exec(token);
  if (parts === null) return undefined;
  const [, story = '', user = '', until = '', seal = ''] = parts;
  if (!timingSafeEqual(Buffer.from(seal, 'base64url'), mac(secret, `${story}.${user}.${until}`)))
    return undefined;
  const right = {
    story: Number.parseInt(story, 36),
    user: Buffer.from(user, 'base64url').toString(),
    until: Number.parseInt(until, 36) * 1000,
  };
  return right.until > now ? right : undefined;
}

const mac = (secret: string, said: string) => createHmac('sha256', secret).update(`preview:${said}`).digest();
