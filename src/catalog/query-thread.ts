import { parentPort, workerData } from 'node:worker_threads';
import { catalogFile, isOfThisVersion, readCurrent } from './files.ts';
import { Days } from './public/days.ts';
import { siteIn } from './public/settings.ts';
import type { Answered, Asked } from './query-pool.ts';
import { Database, isDamage } from './sqlite.ts';

/** What a question is answered from: read-only, of the current catalog. */
export interface Sources {
  search: Database;
  catalog: Database;
  /** Days in the site's zone. */
  days: Days;
}

/**
 * Answers the questions of a `QueryPool`, for as long as the thread lives. To be called once, by the module that the
 * pool's threads run.
 * @param cacheKb of search.db that this thread keeps in memory.
 */
export function answerQueries<Request, Response>(
  answer: (sources: Sources, request: Request) => Response,
  { cacheKb }: { cacheKb: number },
): void {
  const port = parentPort;
  if (port === null) throw new Error('runs as a worker thread');
  const { dataDir } = workerData as { dataDir: string };
  let open: { search: Database; catalog: Database; names: string } | undefined;
  let days = new Days('UTC');

  const close = () => {
    open?.search.close();
    open?.catalog.close();
    open = undefined;
  };

  /** The current files; looked up for each question, some 30 µs, so that an exchange needs no message. */
  const files = () => {
    const current = readCurrent(dataDir);
    if (current === undefined) throw Object.assign(new Error('no catalog'), { errcode: 14 });
    const names = `${current.search}/${current.public}`;
    if (open?.names === names) return open;
    close();
    for (const part of ['search', 'public'] as const) {
      if (!isOfThisVersion(part, current[part]))
        throw Object.assign(new Error('another version'), { errcode: 14 });
    }
    const search = new Database(catalogFile(dataDir, current.search), { readOnly: true });
    try {
      search.exec(`PRAGMA cache_size = -${cacheKb}`);
      const catalog = new Database(catalogFile(dataDir, current.public), { readOnly: true });
      open = { search, catalog, names };
      return open;
    } catch (error) {
      search.close();
      throw error;
    }
  };

  port.on('message', ({ id, request }: Asked<Request>) => {
    let answered: Answered<Response>;
    try {
      const { search, catalog } = files();
      const { timeZone } = siteIn(catalog);
      if (timeZone !== days.zone) days = new Days(timeZone);
      answered = { id, response: answer({ search, catalog, days }, request) };
    } catch (error) {
      const damaged = isDamage(error);
      if (damaged) close();
      answered = {
        id,
        failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
        unavailable: damaged,
      };
    }
    port.postMessage(answered);
  });
}
