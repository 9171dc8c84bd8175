import type { Hono } from 'hono';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { PageCache } from '../reader/cache/page-cache.ts';
import type { Bindings } from '../reader/answer.ts';

export interface Health {
  /** Journal entries that the catalog, the search index and what compares stories are behind. */
  lag(): Promise<{ catalog: number; search: number; similar: number }>;
  cache: PageCache;
  counts(): Readonly<Record<string, number>>;
}

/** A node this many entries behind still answers rightly; more, and a balancer should wait for it. */
const mostLag = 1000;

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

/** `/healthz` (alive), `/readyz` (caught up) and, where it may be seen, `/metrics` for Prometheus. */
export function healthRoutes(
  app: Hono<{ Bindings: Bindings }>,
  health: Health,
  metricsFor: 'all' | 'local',
): void {
  app.get('/healthz', () => new Response('ok\n', { headers: plain }));
  app.get('/readyz', async () => {
    const lag = await health.lag();
    const ready = lag.catalog <= mostLag;
    return new Response(`catalog ${lag.catalog}\nsearch ${lag.search}\n`, {
      status: ready ? 200 : 503,
      headers: plain,
    });
  });
  const registry = metrics(health);
  app.get('/metrics', async (request, next) => {
    // A Unix socket has no remote address; whoever reaches it is on this machine and may see.
    const local = request.env.incoming.socket.remoteAddress === undefined;
    if (metricsFor === 'local' && !(local && request.req.header('x-forwarded-for') === undefined))
      return next();
    return new Response(await registry.metrics(), {
      headers: { ...plain, 'Content-Type': registry.contentType },
    });
  });
}

function metrics(health: Health): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(
    new Gauge({
      name: 'midad_lag_entries',
      help: 'Journal entries not yet applied',
      labelNames: ['store'],
      registers: [],
      async collect() {
        const lag = await health.lag();
        this.set({ store: 'catalog' }, lag.catalog);
        this.set({ store: 'search' }, lag.search);
        this.set({ store: 'similar' }, lag.similar);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'midad_page_cache_bytes',
      help: 'Memory held by rendered pages',
      registers: [],
      collect() {
        this.set(health.cache.size.bytes);
      },
    }),
  );
  registry.registerMetric(
    new Counter({
      name: 'midad_events_total',
      help: 'Page cache, readership and server events since start',
      labelNames: ['event'],
      registers: [],
      collect() {
        this.reset();
        for (const [event, count] of Object.entries(health.counts())) this.inc({ event }, count);
      },
    }),
  );
  return registry;
}
