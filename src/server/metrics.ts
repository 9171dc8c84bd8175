import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PurgeCounts } from '../purge/purger.ts';
import type { PageCache } from '../reader/cache/page-cache.ts';
import type { TrafficReport } from './traffic.ts';

/** What is looked at when somebody asks, rather than counted. */
export interface Watched {
  /** Journal entries that the catalog, the search index and what compares stories are behind. */
  lag(): Promise<{ catalog: number; search: number; similar: number }>;
  queue(): Promise<{ waiting: number; due: number }>;
  purges(): Record<string, PurgeCounts>;
  cache: PageCache;
  counts(): Readonly<Record<string, number>>;
}

/** From a kept page's tenth of a millisecond to a search that somebody gives up on; seconds. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Everything that Prometheus can ask of a node, its reader processes with it. Names are part of what we promise: `docs/operations.md`. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: 'midad_requests_total',
    help: 'Requests answered; kind "kept" came from the page cache without a rendering',
    labelNames: ['kind', 'status'],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: 'midad_request_seconds',
    help: 'Time to answer what was not kept',
    labelNames: ['kind'],
    buckets,
    registers: [this.registry],
  });
  readonly #search = new Histogram({
    name: 'midad_search_seconds',
    help: 'Time of a search or a suggestion, waiting included',
    labelNames: ['what'],
    buckets,
    registers: [this.registry],
  });
  readonly #journal = new Histogram({
    name: 'midad_journal_seconds',
    help: 'Time of a call to the journal',
    labelNames: ['call'],
    buckets,
    registers: [this.registry],
  });
  readonly #journalFailures = new Counter({
    name: 'midad_journal_failures_total',
    help: 'Calls to the journal that failed, refusals included',
    labelNames: ['call'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly traffic = ({ kept, answered, searched }: TrafficReport): void => {
    for (const [status, count] of Object.entries(kept)) this.#requests.inc({ kind: 'kept', status }, count);
    for (const { kind, status, seconds } of answered) {
      this.#requests.inc({ kind, status });
      this.#seconds.observe({ kind }, seconds);
    }
    for (const { what, seconds } of searched) this.#search.observe({ what }, seconds);
  };

  readonly journal = (call: string, seconds: number, failed: boolean): void => {
    this.#journal.observe({ call }, seconds);
    if (failed) this.#journalFailures.inc({ call });
  };

  /** Looks at these whenever somebody asks. */
  watch(watched: Watched): void {
    this.#gauge('midad_lag_entries', 'Journal entries not yet applied', 'store', () => watched.lag());
    this.#gauge('midad_jobs', 'Jobs in the queue; due ones should be few', 'state', () =>
      // While the record is away nobody knows.
      watched.queue().catch(() => ({})),
    );
    this.#gauge('midad_page_cache', 'Rendered pages kept by the primary, and their bytes', 'of', () => ({
      ...watched.cache.size,
    }));
    this.#gauge('midad_purge_waiting_keys', 'Keys that a cache in front has yet to be told of', 'cache', () =>
      Object.fromEntries(Object.entries(watched.purges()).map(([cache, { waiting }]) => [cache, waiting])),
    );
    this.#total('midad_purge_requests_total', 'Purges that caches in front took', 'cache', () =>
      Object.fromEntries(Object.entries(watched.purges()).map(([cache, { sent }]) => [cache, sent])),
    );
    this.#total('midad_events_total', 'Page cache and readership events since start', 'event', () =>
      watched.counts(),
    );
  }

  #gauge(
    name: string,
    help: string,
    label: string,
    look: () => Record<string, number> | Promise<Record<string, number>>,
  ): void {
    this.registry.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [],
        async collect() {
          for (const [of, value] of Object.entries(await look())) this.set({ [label]: of }, value);
        },
      }),
    );
  }

  #total(name: string, help: string, label: string, look: () => Readonly<Record<string, number>>): void {
    this.registry.registerMetric(
      new Counter({
        name,
        help,
        labelNames: [label],
        registers: [],
        collect() {
          this.reset();
          for (const [of, count] of Object.entries(look())) this.inc({ [label]: of }, count);
        },
      }),
    );
  }
}
