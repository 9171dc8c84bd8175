import cluster from 'node:cluster';
import { trustedList } from '../config.ts';
import { openCurrentCatalog } from '../catalog/public/open.ts';
import { openSearch } from '../catalog/search/pool.ts';
import { openOriginals } from '../media/originals.ts';
import { MediaStore } from '../media/store.ts';
import { loadAssets } from '../reader/assets/load.ts';
import type { ReadSignal } from './beacon.ts';
import { buildApp } from './app.ts';
import { handOverUpgrades } from './draft-sockets.ts';
import { handOver } from './hand-over.ts';
import type { ToPrimary, ToReader } from './messages.ts';
import { closeServer, listen, nodeServer } from './node-server.ts';
import { makeReader } from './reader.ts';
import { makeLog } from './log.ts';
import { Traffic } from './traffic.ts';
import { socketPath } from './socket.ts';

/** Readings wait this long for others, so that one message carries many. */
const gatherMs = 25;

/**
 * On Linux the kernel deals connections out to the processes (SO_REUSEPORT), and one that is killed takes only its own with it;
 * handed out by Node's cluster, a connection on its way to a dying process would hang. Elsewhere the cluster does it.
 */
export const sharing = process.platform === 'linux' ? { exclusive: true, reusePort: true } : {};

/**
 * The life of one reader process: waits for its orders, serves the reader site read-only, drops pages as told, and hands
 * whatever else it receives to the primary.
 */
export function runReaderProcess(): void {
  const tell = (message: ToPrimary) => process.send?.(message);
  process.on('message', (message: ToReader) => {
    if (message.type === 'begin') void begin(message, tell);
  });
  // The primary stops its readers itself; a Ctrl-C in the terminal reaches all of them.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit(0));
  tell({ type: 'ready' });
}

async function begin(
  orders: Extract<ToReader, { type: 'begin' }>,
  tell: (message: ToPrimary) => void,
): Promise<void> {
  const { config } = orders;
  const log = makeLog(config.logLevel, { reader: cluster.worker?.id });
  const traffic = new Traffic(log, (report) => tell({ type: 'traffic', report }));
  const catalog = openCurrentCatalog(config.data);
  const search = openSearch(config.data, { threads: 1 });
  const reader = makeReader({
    catalog: () => catalog.catalog(),
    search: traffic.timed(search),
    assets: loadAssets(),
    baseUrl: orders.baseUrl,
    readSecret: orders.readSecret,
    log,
    onDamage: () => tell({ type: 'damaged' }),
  });
  const onward = handOver(socketPath(config.data));
  const app = buildApp({
    reader,
    media: new MediaStore(config.data, {
      originals: await openOriginals(config),
      onError: (error, path) => log.warn({ err: error, path }, 'picture failed'),
    }),
    signal: gathering((reads) => tell({ type: 'reads', reads })),
    trusted: trustedList(config.trustedProxies),
    primary(app) {
      for (const path of [
        '/healthz',
        '/readyz',
        '/metrics',
        '/newsroom',
        '/newsroom/*',
        '/api/*',
        '/preview/*',
      ])
        app.all(path, onward);
    },
  });
  const server = nodeServer(app, reader.cache, traffic);
  handOverUpgrades(server, socketPath(config.data));
  process.on('message', (message: ToReader) => {
    if (message.type === 'drop') {
      if (message.everything) {
        catalog.refresh();
        reader.cache.clear();
      } else reader.cache.drop(message.keys);
    }
    if (message.type === 'stop') {
      void closeServer(server).then(async () => {
        traffic.flush();
        await search.close();
        catalog.close();
        process.exit(0);
      });
    }
  });
  try {
    tell({
      type: 'listening',
      port: await listen(
        server,
        orders.fd === undefined
          ? { port: config.port, host: config.host, ...sharing }
          : // Only the primary has it; the cluster deals its connections out.
            { fd: orders.fd },
      ),
    });
  } catch (error) {
    tell({ type: 'failed', code: (error as NodeJS.ErrnoException).code ?? 'UNKNOWN' });
  }
}

function gathering(send: (reads: ReadSignal[]) => void): (read: ReadSignal) => void {
  let waiting: ReadSignal[] = [];
  return (read) => {
    if (waiting.push(read) > 1) return;
    setTimeout(() => {
      const reads = waiting;
      waiting = [];
      send(reads);
    }, gatherMs);
  };
}
