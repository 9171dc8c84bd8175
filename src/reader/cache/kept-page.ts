import { surrogateKey } from '../../http/surrogate-key.ts';
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from '../page.ts';

export type Coding = 'br' | 'gzip' | 'identity';

/** Under this many bytes compression gains nothing that a packet would notice. */
const leastToCompress = 512;
/** Inline quality: 5 costs about half a millisecond for a story page, 11 about forty times that. */
const brotliQuality = 5;

/** A rendered page as bytes with its headers, in the codings that were asked for so far. */
export class KeptPage {
  readonly status: number;
  readonly keys: readonly string[];
  /** When it is to be rendered anew, ms since the epoch. */
  readonly staleAt: number;
  readonly hold: number;
  /** Addresses as they stood in requests, for the cache's shortest way. */
  readonly aliases: string[] = [];
  readonly #identity: Buffer;
  readonly #hash: string;
  readonly #head: Readonly<Record<string, string>>;
  readonly #variants = new Map<Coding, Variant>();

  constructor(page: Page, now: number, baseHeaders: Readonly<Record<string, string>>) {
    this.status = page.status;
    this.keys = page.keys;
    this.hold = page.hold;
    this.staleAt = now + page.hold * 1000;
    this.#identity = Buffer.from(page.body, 'utf8');
    this.#hash = createHash('sha256').update(this.#identity).digest('base64url').slice(0, 22);
    this.#head = headers(page, baseHeaders);
  }

  /** Rough memory this page holds, in bytes. */
  get size(): number {
    return this.#identity.length * 1.6 + 2000;
  }

  /** Bytes and headers in the best coding of those the client takes; made on first asking. */
  variant(accept: string | undefined): Variant {
    const coding = this.#identity.length < leastToCompress ? 'identity' : choose(accept);
    const known = this.#variants.get(coding);
    if (known !== undefined) return known;
    const made = this.#make(coding);
    this.#variants.set(coding, made);
    return made;
  }

  #make(coding: Coding): Variant {
    const body = encode(this.#identity, coding);
    const etag = `"${this.#hash}${coding === 'identity' ? '' : `-${coding}`}"`;
    const common = { ...this.#head, Vary: 'Accept-Encoding', ETag: etag };
    const headers = {
      ...common,
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
      'Content-Length': String(body.length),
    };
    return { etag, body, headers, flatHeaders: Object.entries(headers).flat(), notModifiedHeaders: common };
  }
}

export interface Variant {
  etag: string;
  body: Buffer;
  headers: Readonly<Record<string, string>>;
  /** The same as name, value, name, value …: what node:http writes fastest. */
  flatHeaders: string[];
  notModifiedHeaders: Readonly<Record<string, string>>;
}

/** Whether an `If-None-Match` header names this variant (weak comparison, RFC 9110 §13.1.2). */
export function matches(ifNoneMatch: string | undefined, variant: Variant): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === variant.etag) return true;
  return ifNoneMatch.split(',').some((tag) => {
    const plain = tag.trim().replace(/^W\//, '');
    return plain === '*' || plain === variant.etag;
  });
}

function headers(page: Page, base: Readonly<Record<string, string>>): Record<string, string> {
  const all: Record<string, string> = {
    ...base,
    'Content-Type': page.type,
    'Cache-Control': cacheControl(page),
  };
  if (page.keys.length > 0) {
    const tags = page.keys.map(surrogateKey);
    all['Surrogate-Key'] = tags.join(' ');
    all['Cache-Tag'] = tags.join(',');
  }
  if (page.location !== undefined) all['Location'] = page.location;
  if (page.robots !== undefined) all['X-Robots-Tag'] = page.robots;
  return all;
}

/**
 * Browsers ask again each time (and mostly get 304), so that a publication shows at once; a shared cache
 * that is not purged by key may be ten seconds behind.
 */
function cacheControl(page: Page): string {
  return page.hold > 0 ? 'public, max-age=0, s-maxage=10, stale-while-revalidate=30' : 'no-store';
}

function encode(bytes: Buffer, coding: Coding): Buffer {
  if (coding === 'identity') return bytes;
  if (coding === 'gzip') return gzipSync(bytes, { level: 6 });
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Best of br and gzip with a quality above 0 (RFC 9110 §12.5.3). */
function choose(accept: string | undefined): Coding {
  if (accept === undefined) return 'identity';
  if (accepts(accept, 'br')) return 'br';
  return accepts(accept, 'gzip') ? 'gzip' : 'identity';
}

function accepts(header: string, coding: string): boolean {
  for (const part of header.split(',')) {
    const [name = '', ...params] = part.split(';');
    if (name.trim().toLowerCase() === coding) return !params.some((p) => /^\s*q=0(\.0*)?\s*$/.test(p));
  }
  return false;
}
