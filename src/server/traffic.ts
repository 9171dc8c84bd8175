import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Search } from '../catalog/search/search.ts';
import { requestId, withRequest } from './log.ts';

/** Reports wait this long for others, so that one message of a reader process carries many. */
const gatherMs = 250;

/** What was answered since the last report. */
export interface TrafficReport {
  /** Pages from the cache, the shortest way, by status. */
  kept: Record<string, number>;
  /** Everything else, one by one. */
  answered: { kind: string; status: number; seconds: number }[];
  searched: { what: 'search' | 'suggest'; seconds: number }[];
}

/** Counts what a process answers and hands it on in reports; writes it into the log at level `info`, kept pages at `debug`. */
export class Traffic {
  #report: TrafficReport | undefined;
  readonly #send: (report: TrafficReport) => void;
  readonly #log: Logger;

  constructor(log: Logger, send: (report: TrafficReport) => void) {
    this.#log = log;
    this.#send = send;
  }

  kept(request: IncomingMessage, status: number): void {
    const { kept } = this.#gathering();
    kept[status] = (kept[status] ?? 0) + 1;
    if (this.#log.isLevelEnabled('debug')) this.#log.debug({ path: pathOf(request), status }, 'kept page');
  }

  /** Answers a request under its id; counts it when it has ended. */
  answer(request: IncomingMessage, response: ServerResponse, work: () => void): void {
    const id = requestId(request.headers['x-request-id']);
    const began = performance.now();
    const path = pathOf(request);
    const kind = kindOf(path);
    // For whoever hands it on. Pages may be kept by caches, so only what is not says its id.
    request.headers['x-request-id'] = id;
    if (kind === 'api') response.setHeader('X-Request-Id', id);
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const status = response.statusCode;
      this.#gathering().answered.push({ kind, status, seconds });
      const { method } = request;
      if (this.#log.isLevelEnabled('info'))
        this.#log.info({ request: id, method, path, status, ms: Math.round(seconds * 1000) }, 'answered');
    });
    withRequest(id, work);
  }

  /** The same search, timed. */
  timed(search: Search): Search {
    const timing = async <T>(what: 'search' | 'suggest', work: Promise<T>): Promise<T> => {
      const began = performance.now();
      try {
        return await work;
      } finally {
        this.#gathering().searched.push({ what, seconds: (performance.now() - began) / 1000 });
      }
    };
    return {
      search: (request) => timing('search', search.search(request)),
      suggest: (request) => timing('suggest', search.suggest(request)),
      close: () => search.close(),
    };
  }

  /** Hands on what was gathered. */
  flush(): void {
    const report = this.#report;
    this.#report = undefined;
    if (report !== undefined) this.#send(report);
  }

  #gathering(): TrafficReport {
    if (this.#report === undefined) {
      this.#report = { kept: {}, answered: [], searched: [] };
      setTimeout(() => this.flush(), gatherMs).unref();
    }
    return this.#report;
  }
}

/** Without the question: what people search for is nobody's business. */
const pathOf = ({ url = '' }: IncomingMessage) => url.split('?', 1)[0] ?? '';

const kinds: Record<string, string> = {
  api: 'api',
  newsroom: 'newsroom',
  media: 'picture',
  assets: 'asset',
  r: 'beacon',
  healthz: 'health',
  readyz: 'health',
  metrics: 'health',
  'search.json': 'search',
  search: 'search',
};

/** A few words, so that nobody can make a thousand time series by asking for a thousand addresses. */
const kindOf = (path: string) => kinds[path.split('/', 2)[1] ?? ''] ?? 'page';
