import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { languageOf, refusal } from '../api/refusal.ts';
import { isOfThisVersion, readCurrent } from '../catalog/files.ts';
import { openCurrentCatalog } from '../catalog/public/open.ts';
import { openSearch } from '../catalog/search/pool.ts';
import { type Config, trustedList } from '../config.ts';
import { MediaStore } from '../media/store.ts';
import { isOutage, MidadError } from '../model/errors.ts';
import type { ReaderRequest } from '../reader/answer.ts';
import { loadAssets } from '../reader/assets/load.ts';
import { openOriginals } from '../media/originals.ts';
import { buildApp } from './app.ts';
import { closeServer, listen, nodeServer } from './node-server.ts';
import { type RunningNode, startNode, type StartOptions } from './primary.ts';
import { sharing } from './reader-process.ts';
import { makeReader } from './reader.ts';
import { systemdSocket } from './systemd.ts';

/** The database is asked again after so long, or half of it: nodes are not to come all at once. */
const askAgainMs = 2000;

/**
 * Starts a node as `startNode` does. Where its database is away and the node has a catalog from before, readers are served from that
 * until the database is there; then the whole node takes over, on the same port, without a request lost.
 *
 * @param options.onAway is told why, and where readers are served meanwhile.
 */
export async function startWhenReady(
  config: Config,
  options: StartOptions & { onAway?: (error: unknown, url: string) => void } = {},
): Promise<RunningNode> {
  try {
    return await startNode(config, options);
  } catch (error) {
    if (!isOutage(error) || !canRead(config)) throw error;
    const reading = await serveReading(config, options.log ?? pino({ level: config.logLevel }));
    options.onAway?.(error, reading.url);
    try {
      return await keepTrying(config, options, reading);
    } finally {
      await reading.close();
    }
  }
}

function canRead({ data, workers }: Config): boolean {
  // With a socket of systemd's for several processes, connections wait in it until the next start.
  if (workers > 0 && systemdSocket(process.env, process.pid) !== undefined) return false;
  const current = readCurrent(data);
  return current !== undefined && isOfThisVersion('public', current.public);
}

interface Reading {
  url: string;
  server: Server;
  /** Lets go of the catalog; the server goes on if a node took it over. */
  close(): Promise<void>;
}

async function keepTrying(config: Config, options: StartOptions, { server }: Reading): Promise<RunningNode> {
  for (;;) {
    await pause(askAgainMs * (0.5 + Math.random() / 2));
    try {
      return await startNode(config, { ...options, server });
    } catch (error) {
      if (isOutage(error)) continue;
      await closeServer(server);
      throw error;
    }
  }
}

/** The reader site alone, from the catalog as it is. Readings are not counted, and whatever writes is told to come again. */
async function serveReading(config: Config, log: Logger): Promise<Reading> {
  const catalog = openCurrentCatalog(config.data);
  const search = openSearch(config.data, { threads: 1 });
  const media = new MediaStore(config.data, {
    originals: await openOriginals(config),
    onError: (error, path) => log.warn({ err: error, path }, 'picture failed'),
  });
  const reader = makeReader({
    catalog: () => catalog.catalog(),
    search,
    assets: loadAssets(),
    baseUrl: config.url ?? `http://localhost:${config.port}`,
    readSecret: randomBytes(32).toString('hex'),
    log,
    onDamage() {},
  });
  const app = buildApp({
    reader,
    media,
    signal() {},
    trusted: trustedList(config.trustedProxies),
    primary(app) {
      for (const path of ['/healthz', '/readyz']) app.get(path, () => new Response('reading only\n'));
      for (const path of ['/api/*', '/newsroom', '/newsroom/*']) app.all(path, comeAgain);
    },
  });
  const server = nodeServer(app, reader.cache);
  // Reader processes come to listen beside it.
  const shared = config.workers > 0 ? sharing : {};
  const fd = systemdSocket(process.env, process.pid);
  const port = await listen(
    server,
    fd === undefined ? { port: config.port, host: config.host, ...shared } : { fd },
  );
  if (config.url === undefined) reader.context.baseUrl = `http://localhost:${port}`;
  return {
    url: reader.context.baseUrl,
    server,
    async close() {
      await search.close();
      await media.close();
      catalog.close();
    },
  };
}

function comeAgain(request: ReaderRequest): Response {
  const { status, body } = refusal(
    new MidadError('unavailable'),
    languageOf(request.req.header('accept-language')),
  );
  const headers = { 'Retry-After': '5', 'Cache-Control': 'no-store' };
  return request.req.path.startsWith('/api/')
    ? Response.json(body, { status, headers })
    : new Response(`${body.error.message}\n`, {
        status,
        headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
      });
}
