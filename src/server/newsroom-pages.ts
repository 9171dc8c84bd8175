import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Hono } from 'hono';
import type { Bindings } from '../reader/answer.ts';

/** Where `scripts/build-newsroom.ts` puts the editors' pages. */
export const builtFolder = join(import.meta.dirname, '../../.newsroom');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** In the built page, where each answer's own nonce goes. */
const placeOfNonce = '__NONCE__';

/**
 * The editors' pages: one document for every address under /newsroom, with a style nonce of its own for each answer, and files
 * that are named by their content. Nothing of it is public matter, and no other site may frame it.
 */
export function newsroomPages(app: Hono<{ Bindings: Bindings }>, { siteUrl }: { siteUrl(): string }): void {
  const kept = new Map<string, { plain: Buffer; brotli: Buffer | undefined }>();
  const read = (name: string) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const path = join(builtFolder, name);
    if (!existsSync(path)) return undefined;
    const plain = readFileSync(path);
    const squeezed = extname(name) !== '.woff2';
    const brotli = squeezed
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
      : undefined;
    const file = { plain, brotli };
    kept.set(name, file);
    return file;
  };

  app.get('/newsroom/assets/:name{[A-Za-z0-9._-]+}', (request) => {
    const name = request.req.param('name');
    const type = types[extname(name)];
    const file = type === undefined ? undefined : read(`assets/${name}`);
    if (type === undefined || file === undefined) return new Response(null, { status: 404 });
    const squeezed =
      file.brotli !== undefined && /\bbr\b/.test(request.req.header('accept-encoding') ?? '')
        ? file.brotli
        : undefined;
    return new Response(new Uint8Array(squeezed ?? file.plain), {
      headers: {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
        ...(squeezed !== undefined && { 'Content-Encoding': 'br' }),
      },
    });
  });

  const page = () => {
    const file = read('index.html');
    if (file === undefined) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64url');
    return new Response(file.plain.toString('utf8').replaceAll(placeOfNonce, nonce), {
      headers: { ...pageHeaders(nonce, siteUrl()), 'Content-Type': 'text/html; charset=utf-8' },
    });
  };
  app.get('/newsroom', page);
  app.get('/newsroom/*', page);
}

/** No inline script; inline styles only with the answer's own nonce; pictures and previews also from the site, which may be elsewhere. */
const pageHeaders = (nonce: string, site: string) => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob: ${site}`,
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' ${site}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
});
