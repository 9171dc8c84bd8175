import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import type { ReadSignal } from './beacon.ts';
import type { TrafficReport } from './traffic.ts';
import type { ToPrimary, ToReader } from './messages.ts';

type Orders = Extract<ToReader, { type: 'begin' }>;

/** A reader process that dies within this time of its start is replaced only after as long again. */
const restartPauseMs = 1000;
/** Requests under way get this long before a stopping reader process is ended. */
const stopGraceMs = 12_000;

/** The reader processes of a node: started, told what changed, replaced when they die, stopped. */
export class ReaderProcesses {
  readonly #workers = new Set<Worker>();
  readonly #onReads: (reads: ReadSignal[]) => void;
  readonly #onDamage: () => void;
  readonly #onTraffic: (report: TrafficReport) => void;
  readonly #log: Logger;
  #orders: Orders | undefined;

  constructor(options: {
    onReads(reads: ReadSignal[]): void;
    onTraffic(report: TrafficReport): void;
    onDamage(): void;
    log: Logger;
  }) {
    this.#onTraffic = (report) => options.onTraffic(report);
    this.#onReads = (reads) => options.onReads(reads);
    this.#onDamage = () => options.onDamage();
    this.#log = options.log;
  }

  /** Starts `count` processes; resolves with the port when all listen. @throws the first one's listening error. */
  async start(count: number, orders: Orders): Promise<number> {
    this.#orders = orders;
    // The file that runs in a reader process; the CLI's own arguments do not concern it.
    cluster.setupPrimary({ exec: new URL('./reader-main.ts', import.meta.url).pathname, args: [] });
    const ports = await Promise.all(Array.from({ length: count }, () => this.#fork(orders)));
    return ports[0] ?? orders.config.port;
  }

  #fork(orders: Orders): Promise<number> {
    const worker = cluster.fork();
    this.#workers.add(worker);
    const began = Date.now();
    return new Promise((resolve, reject) => {
      worker.on('message', (message: ToPrimary) => {
        if (message.type === 'ready') worker.send(orders);
        else if (message.type === 'listening') resolve(message.port);
        else if (message.type === 'failed')
          reject(Object.assign(new Error('listen'), { code: message.code }));
        else if (message.type === 'damaged') this.#onDamage();
        else if (message.type === 'traffic') this.#onTraffic(message.report);
        else this.#onReads(message.reads);
      });
      worker.on('exit', (code, sign) => {
        this.#workers.delete(worker);
        reject(new Error(`reader process ended: ${sign ?? code}`));
        if (this.#orders === undefined) return;
        this.#log.error({ code, sign }, 'reader process ended, starting another');
        setTimeout(
          () => {
            if (this.#orders !== undefined) this.#fork(this.#orders).catch(() => {});
          },
          Date.now() - began < restartPauseMs ? restartPauseMs : 0,
        );
      });
    });
  }

  drop(keys: string[], everything: boolean): void {
    for (const worker of this.#workers)
      if (worker.isConnected()) worker.send({ type: 'drop', keys, everything } satisfies ToReader);
  }

  async stop(): Promise<void> {
    this.#orders = undefined;
    await Promise.all(
      [...this.#workers].map(
        (worker) =>
          new Promise<void>((resolve) => {
            const end = setTimeout(() => worker.process.kill('SIGKILL'), stopGraceMs);
            worker.once('exit', () => {
              clearTimeout(end);
              resolve();
            });
            if (worker.isConnected()) worker.send({ type: 'stop' } satisfies ToReader);
          }),
      ),
    );
  }
}
