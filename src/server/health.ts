import type { Hono } from 'hono';
import type { Bindings } from '../reader/answer.ts';
import type { Metrics, Watched } from './metrics.ts';

export interface Health extends Watched {
  metrics: Metrics;
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
  const { registry } = health.metrics;
  health.metrics.watch(health);
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
