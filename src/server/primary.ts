import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { trustedList, type Config } from '../config.ts';
import { startBackups } from '../backup/schedule.ts';
import type { BackupSettings } from '../backup/settings.ts';
import { loadSnapshot } from '../backup/snapshot.ts';
import { version } from '../cli/version.ts';
import { openFiles, openPlace } from '../storage/open.ts';
import { startApplying } from '../catalog/apply-thread.ts';
import type { Following } from '../catalog/follow-thread.ts';
import { startIndexing } from '../catalog/search/index-thread.ts';
import { startComparing } from '../catalog/similar/compare-thread.ts';
import { openCurrentCatalog } from '../catalog/public/open.ts';
import { openSearch } from '../catalog/search/pool.ts';
import { initialiseSite } from '../commands/initialise-site.ts';
import type { Journal } from '../journal/journal.ts';
import { openServedJournal } from '../journal/open.ts';
import { holdServerLock } from '../jobs/server-lock.ts';
import { openOriginals } from '../media/originals.ts';
import { MediaStore } from '../media/store.ts';
import { MidadError } from '../model/errors.ts';
import type { User } from '../model/user.ts';
import { Purger } from '../purge/purger.ts';
import { purgeTargets } from '../purge/targets.ts';
import { loadAssets } from '../reader/assets/load.ts';
import { startScheduler } from '../scheduler/start.ts';
import { ReadCounter } from '../readership/counter.ts';
import { TallyWriter } from '../readership/tally.ts';
import type { ReadSignal } from './beacon.ts';
import { buildApp } from './app.ts';
import { faultLog } from './faults.ts';
import { healthRoutes } from './health.ts';
import { listenToOthers } from './listening.ts';
import { frontPage } from './front-page.ts';
import { startNewsroom } from './newsroom.ts';
import { answerWith, closeServer, listen, nodeServer, portOfServer } from './node-server.ts';
import { ReaderProcesses } from './reader-processes.ts';
import { makeReader } from './reader.ts';
import { makeLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { systemdSocket } from './systemd.ts';
import { timedJournal } from './timed-journal.ts';
import { Traffic } from './traffic.ts';
import { socketPath } from './socket.ts';

export interface RunningNode {
  /** Where readers find it: the configured address, else `http://localhost:PORT`. */
  url: string;
  port: number;
  journal: Journal;
  /** Stories that readers could see when it started. */
  stories: number;
  /** Resolves when the catalog and the search index of this node hold everything up to `seq`. */
  caughtUp(seq: number): Promise<void>;
  /** The link that sets the newsroom up; undefined once somebody has an account. */
  setUpLink(): Promise<string | undefined>;
  /** A link that lets somebody in once, for whoever sits at the machine. */
  enterLink(user: User): Promise<string>;
  /** Finishes requests, writes down what was counted, lets everything go. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Fills an empty journal before the first page is served; without it, an empty site is set up. */
  seed?: (journal: Journal, media: MediaStore) => Promise<void>;
  log?: Logger;
  /** A server that listens already, for readers alone: this node takes it over. */
  server?: Server;
}

/** A balancer that asks whether this node is well is not kept waiting for a database that hangs. */
const patienceMs = 300;
/** What is written is answered after this long although this node has not applied it: its disk may be full. */
const longestWaitMs = 10_000;
/** A damaged file is a fault of its own, and the file is then made anew. */
const mostFaultsAtStart = 3;

/**
 * Starts a node on its data folder.
 * @throws MidadError `data-folder-denied`, `data-folder-newer`, `data-folder-damaged`, `data-folder-in-use`,
 *   `port-in-use`; whatever was begun is undone.
 */
export async function startNode(config: Config, options: StartOptions = {}): Promise<RunningNode> {
  const undo: (() => unknown)[] = [];
  try {
    return await start(config, options, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

async function start(wanted: Config, options: StartOptions, undo: (() => unknown)[]): Promise<RunningNode> {
  const config =
    wanted.workers > 0 ? { ...wanted, port: await portOf(wanted.port, portFor(wanted, options)) } : wanted;
  const log = options.log ?? makeLog(config.logLevel);
  const metrics = new Metrics();
  const release = await holdServerLock(config.data);
  undo.push(release);
  const opened = await openServedJournal(config.data, config.postgres);
  undo.push(() => opened.close());
  const journal = timedJournal(opened, metrics.journal);
  const media = new MediaStore(config.data, {
    originals: await openOriginals(config),
    onError: (error, path) => log.warn({ err: error, path }, 'picture failed'),
  });
  undo.push(() => media.close());
  await media.sweep();
  if ((await journal.head()).seq === 0) {
    if (options.seed === undefined) await initialiseSite({ journal, actor: 'system', now: Date.now() });
    else await options.seed(journal, media);
  }

  await beginWithSnapshot(config, log);

  const fault = faultLog(log);
  const indexers: Following[] = [];
  const drop = { now: (_keys: string[], _everything: boolean) => {} };
  const faults: unknown[] = [];
  const { postgres } = config;
  const applying = await startApplying(config.data, {
    postgres,
    onApplied({ keys, generationChanged }) {
      drop.now(keys, generationChanged);
      // Pages first; search has a moment more.
      indexers.forEach((thread) => thread.poke());
    },
    onError(error) {
      fault('applying failed', error);
      if (faults.length < mostFaultsAtStart) faults.push(error);
    },
  });
  undo.push(() => applying.close());
  const beginning = [
    startIndexing(config.data, {
      postgres,
      onError: (error) => fault('indexing failed', error),
    }),
    startComparing(config.data, {
      postgres,
      onError: (error) => fault('comparing failed', error),
    }),
  ] as const;
  undo.push(async () => {
    for (const begun of await Promise.allSettled(beginning))
      if (begun.status === 'fulfilled') await begun.value.close();
  });
  const [indexing, comparing] = await Promise.all(beginning);
  indexers.push(indexing, comparing);
  const caughtUp = async (seq: number) => {
    applying.poke();
    indexing.poke();
    comparing.poke();
    await Promise.all([applying.applied(seq), indexing.applied(seq)]);
  };
  await readable(applying.applied((await journal.head()).seq), faults);

  const catalog = openCurrentCatalog(config.data);
  undo.push(() => catalog.close());
  const traffic = new Traffic(log, metrics.traffic);
  const search = traffic.timed(openSearch(config.data, { threads: 1 }));
  undo.push(() => search.close());
  const readSecret = await journal.secret('read-token');
  const counter = new ReadCounter({ secret: readSecret });
  const tallies = new TallyWriter(journal, config.data, {
    onError: (error) => fault('tallies wait', error),
  });
  undo.push(() => tallies.close());
  const signal = (read: ReadSignal) => {
    const counted = counter.count({ ...read, now: Date.now() });
    if (counted.outcome === 'counted') tallies.add(counted.story, counted.hour);
  };

  // The address is known only after listening when any free port was asked for.
  const address = { url: config.url ?? `http://localhost:${config.port}` };
  const reader = makeReader({
    catalog: () => catalog.catalog(),
    search,
    assets: loadAssets(),
    baseUrl: address.url,
    readSecret,
    log,
    onDamage: () => applying.check(),
  });
  const readers = new ReaderProcesses({
    onReads: (reads) => reads.forEach(signal),
    onTraffic: metrics.traffic,
    onDamage: () => applying.check(),
    log,
  });
  const telling = { presence: (_told: string) => {} };
  const newsroom = await startNewsroom({
    tellPresence: (told) => telling.presence(told),
    config,
    journal,
    media,
    siteUrl: () => address.url,
    catalog: () => catalog.catalog(),
    frontPage: (front) => frontPage(reader.context, front),
    reader: reader.context,
    async applied(seq) {
      await Promise.race([applying.applied(seq), pause(longestWaitMs, undefined, { ref: false })]);
    },
    fault,
  });
  undo.push(() => newsroom.stop());
  const others = await listenToOthers(postgres, {
    entry: () => applying.poke(),
    draft: (told) => newsroom.draftGrew(told),
    presence: (told) => newsroom.presence(told),
    onError: (error) => fault('the line to the database broke', error),
  });
  undo.push(() => others.stop());
  telling.presence = (told) => others.tellPresence(told);
  const purger = new Purger(
    config.purge === undefined ? [] : purgeTargets(config.purge.setting, config.purge.tokens),
    {
      onError: (error, target) => fault('a cache was not told', error, { target }),
    },
  );
  undo.push(() => purger.close());
  drop.now = (keys, everything) => {
    if (everything) {
      catalog.refresh();
      newsroom.refresh();
      reader.cache.clear();
    } else reader.cache.drop(keys);
    readers.drop(keys, everything);
    purger.purge(keys, everything);
  };

  const app = buildApp({
    reader,
    media,
    signal,
    trusted: trustedList(config.trustedProxies),
    primary: (app) => {
      newsroom.routes(app);
      healthRoutes(
        app,
        {
          metrics,
          queue: () => journal.queue(Date.now()),
          purges: () => purger.counts(),
          cache: reader.cache,
          counts: () => ({ ...reader.cache.counts, ...counter.outcomes }),
          async lag() {
            // While the record is away, or does not say, what this node has is all that is known of it.
            const known = { seq: applying.cursor() };
            const { seq } = await Promise.race([journal.head().catch(() => known), pause(patienceMs, known)]);
            const behind = (cursor: number) => Math.max(0, seq - cursor);
            return {
              catalog: behind(applying.cursor()),
              search: behind(indexing.cursor()),
              similar: behind(comparing.cursor()),
            };
          },
        },
        config.publicMetrics ? 'all' : 'local',
      );
    },
  });

  const local = nodeServer(app, reader.cache);
  const socket = socketPath(config.data);
  await rm(socket, { force: true });
  newsroom.accept(local);
  await listen(local, { path: socket });
  undo.push(() => closeServer(local, 1000));

  const taken = options.server;
  const fd = systemdSocket(process.env, process.pid);
  const server = config.workers === 0 ? (taken ?? nodeServer(app, reader.cache, traffic)) : undefined;
  if (server !== undefined) newsroom.accept(server);
  if (taken !== undefined && server !== undefined) answerWith(taken, app, reader.cache, traffic);
  const port = await portOf(
    config.port,
    server === undefined
      ? readers.start(config.workers, { type: 'begin', config, baseUrl: address.url, readSecret, fd })
      : taken === undefined
        ? listen(server, fd === undefined ? { port: config.port, host: config.host } : { fd })
        : Promise.resolve(portOfServer(taken)),
  );
  if (taken !== undefined && server === undefined) await closeServer(taken);
  if (config.url === undefined && port !== config.port) {
    address.url = `http://localhost:${port}`;
    reader.context.baseUrl = address.url;
    reader.cache.clear();
  }

  const clockwork = startScheduler(journal, {
    onError: (error, job) => fault('a job failed', error, { job }),
  });
  undo.push(() => clockwork.stop());

  const backups = config.backup && (await startBackupsOf(config, config.backup, journal, { log, fault }));
  undo.push(() => backups?.stop());

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    backups?.stop();
    await clockwork.stop();
    await others.stop();
    await newsroom.stop();
    if (server !== undefined) await closeServer(server);
    await readers.stop();
    traffic.flush();
    await closeServer(local, 1000);
    await media.close();
    await tallies.close();
    await purger.close();
    await Promise.all([applying.close(), indexing.close(), comparing.close(), search.close()]);
    catalog.close();
    await journal.close();
    await release();
  };
  return {
    url: address.url,
    port,
    journal,
    stories: catalog.catalog().count({}),
    caughtUp,
    setUpLink: newsroom.setUpLink,
    enterLink: newsroom.enterLink,
    stop: () => (stopping ??= stop()),
  };
}

async function startBackupsOf(
  { data, postgres, mediaUrl }: Config,
  settings: BackupSettings,
  journal: Journal,
  { log, fault }: { log: Logger; fault: ReturnType<typeof faultLog> },
) {
  return startBackups({
    settings,
    order: { dataDir: data, postgres, mediaUrl, version },
    journal,
    files: await openFiles(settings.to),
    onError: (error) => fault('a backup was not taken', error),
    onTaken: (name) => log.info({ name }, 'backup taken'),
  });
}

/** A node without a catalog begins with that of a snapshot; without one that is good it makes its own. */
async function beginWithSnapshot({ data, snapshot }: Config, log: Logger): Promise<void> {
  if (snapshot === undefined) return;
  try {
    if (await loadSnapshot({ dataDir: data, place: await openPlace(snapshot) }))
      log.info({ snapshot }, 'snapshot loaded');
  } catch (error) {
    log.error({ err: error, snapshot }, 'no snapshot: the catalog is made from the journal');
  }
}

/**
 * Waits until the catalog can be read. The thread tries again after each fault; a full or read-only disk is told to whoever
 * starts the program rather than waited out.
 * @throws the newest fault when there have been too many.
 */
async function readable(applied: Promise<void>, faults: readonly unknown[]): Promise<void> {
  applied.catch(() => {});
  const done = applied.then(() => true as const);
  while (!(await Promise.race([done, pause(50, false as const)])))
    if (faults.length >= mostFaultsAtStart) throw faults.at(-1);
}

const portFor = (config: Config, { server }: StartOptions) => {
  if (server !== undefined) return Promise.resolve(portOfServer(server));
  // systemd's socket is open already; the port is what its unit says.
  return systemdSocket(process.env, process.pid) === undefined
    ? tryPort(config)
    : Promise.resolve(config.port);
};

/**
 * Takes the port for a moment: reader processes share theirs, so they would not notice another program on it; and those
 * started later must get the same one where any free one was asked for.
 */
async function tryPort({ port, host }: Config): Promise<number> {
  const probe = createServer();
  const found = await listen(probe, { port, host });
  await closeServer(probe);
  return found;
}

/** @throws MidadError `port-in-use` for a port that is taken or not allowed. */
async function portOf(wanted: number, listening: Promise<number>): Promise<number> {
  try {
    return await listening;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new MidadError('port-in-use', { port: wanted }, { cause });
    if (code === 'EACCES')
      throw new MidadError('bad-option', { name: 'port', value: wanted, expected: '1024–65535' }, { cause });
    throw cause;
  }
}
