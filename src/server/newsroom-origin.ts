import type { Hono } from 'hono';
import type { Bindings } from '../reader/answer.ts';

/**
 * Where the newsroom has an origin of its own, it and the API are to be had there and nowhere else: no page of the reader's
 * site, whatever is ever found wrong with it, then shares an origin with whoever is signed in.
 *
 * @param newsroom `https://newsroom.example.org`; compared with the Host header, which a proxy in front must pass on.
 */
export function onlyAtItsOrigin(app: Hono<{ Bindings: Bindings }>, newsroom: string): void {
  const { host } = new URL(newsroom);
  const isHere = (incoming: Bindings['incoming']) => incoming.headers.host?.toLowerCase() === host;
  for (const path of ['/newsroom', '/newsroom/*'])
    app.use(path, async (request, next) => {
      if (isHere(request.env.incoming)) return next();
      // Only the path goes along: what stands in a query may be meant for a page of ours alone.
      return new Response(null, {
        status: 302,
        headers: { Location: newsroom + request.req.path, 'Cache-Control': 'no-store' },
      });
    });
  for (const path of ['/api', '/api/*'])
    app.use(path, async (request, next) =>
      isHere(request.env.incoming) ? next() : new Response(null, { status: 421 }),
    );
}
