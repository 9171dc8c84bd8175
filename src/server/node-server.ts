import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { matches } from '../reader/cache/kept-page.ts';
import type { PageCache } from '../reader/cache/page-cache.ts';
import type { Bindings } from '../reader/answer.ts';
import type { Traffic } from './traffic.ts';

/**
 * 256 KiB: a search for 10,000 letters is 60 to 120 KB of percent signs, and is to get a polite page rather than a bare
 * 431. Node holds it only while the request's head is read.
 */
const mostHeaderBytes = 256 * 1024;
/** A head that takes longer than this comes from a line nobody reads on, or from someone holding sockets open. */
const headersTimeout = 15_000;
const bodyTimeout = 60_000;
/** A picture of 50 MB on the line of a correspondent (1 Mbit/s) takes seven minutes. */
const uploadTimeout = 10 * 60_000;
/** So often are both looked after. */
const connectionsCheckingInterval = 5000;
/** A body that was answered before it had arrived may still come for this long, so that the answer is read. */
const lateBodyMs = 500;
/** Longer than the usual 60 s of a balancer, so that it, not we, closes idle connections. */
const keepAliveTimeout = 65_000;

/**
 * An HTTP server over a Hono app, with the cache's shortest way before it: a GET for an address that was asked for in
 * the same letters before is answered from kept bytes without building a Request.
 */
export function nodeServer(app: Hono<{ Bindings: Bindings }>, cache?: PageCache, traffic?: Traffic): Server {
  const server = createServer({
    maxHeaderSize: mostHeaderBytes,
    headersTimeout,
    requestTimeout: uploadTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval,
  });
  answerWith(server, app, cache, traffic);
  return server;
}

/** From the next request on, this server answers with this app; those under way are finished by the one before. */
export function answerWith(
  server: Server,
  app: Hono<{ Bindings: Bindings }>,
  cache?: PageCache,
  traffic?: Traffic,
): void {
  const listener = getRequestListener((request, env) => app.fetch(request, env as Bindings), {
    overrideGlobalObjects: false,
    // HTTP/1.0 (health checks of balancers) has no Host; ours are not used for anything.
    hostname: 'localhost',
  });
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (hasBody(request)) {
      response.once('finish', () => leaveUnread(request));
      if (!isUpload(request)) endLate(request);
    }
    if (cache !== undefined && fromCache(cache, request, response))
      traffic?.kept(request, response.statusCode);
    else if (traffic === undefined) void listener(request, response);
    else traffic.answer(request, response, () => void listener(request, response));
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

/** Where a body may be long in coming: `api/contract/addresses.ts`. */
const isUpload = ({ method, url }: IncomingMessage) =>
  method === 'POST' && /^\/api\/media(\?|$)/.test(url ?? '');

/** Any other body that takes longer comes from a line nobody reads on, or from someone holding sockets open. */
function endLate(request: IncomingMessage): void {
  const late = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, bodyTimeout).unref();
  request.once('close', () => clearTimeout(late));
}

/** Node would go on reading a body that nobody wants, as long as it comes. */
function leaveUnread(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, lateBodyMs).unref();
}

function fromCache(cache: PageCache, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const page = cache.byAlias(request.url ?? '');
  if (page === undefined) return false;
  const variant = page.variant(request.headers['accept-encoding'] as string | undefined);
  if (page.status === 200 && matches(request.headers['if-none-match'], variant)) {
    response.writeHead(304, variant.notModifiedHeaders);
    response.end();
    return true;
  }
  response.writeHead(page.status, variant.flatHeaders);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
  return true;
}

/** Listens; resolves with the port in use. @throws the error of `listen` (EADDRINUSE, EACCES). */
export function listen(
  server: Server,
  where:
    | { port: number; host?: string | undefined; reusePort?: boolean; exclusive?: boolean }
    | { path: string }
    | { fd: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve(portOfServer(server));
    });
  });
}

export function portOfServer(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Stops taking connections and waits for the requests under way, at most `graceMs`. */
export async function closeServer(server: Server, graceMs = 10_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A connection whose request ends now would stay open for the next one, which nobody would answer.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweeping);
  clearTimeout(cut);
}
