import { parentPort, workerData } from 'node:worker_threads';
import { catalogFile, isOfThisVersion, readCurrent } from '../files.ts';
import { Days } from '../public/days.ts';
import { siteIn } from '../public/settings.ts';
import { Database, isDamage } from '../sqlite.ts';
import { answerSearch } from './answer.ts';
import type { SearchRequest, SearchResponse } from './search.ts';

export type Asked = { id: number; request: SearchRequest };
export type Answered =
  | { id: number; response: SearchResponse }
  /** The catalog is not there (yet); `message` where something else is wrong. */
  | { id: number; failed: string; unavailable: boolean };

const port = parentPort;
if (port === null) throw new Error('runs as a worker thread');
const { dataDir } = workerData as { dataDir: string };

let open: { search: Database; catalog: Database; names: string } | undefined;
let days = new Days('UTC');

port.on('message', ({ id, request }: Asked) => {
  let answer: Answered;
  try {
    answer = { id, response: respond(request) };
  } catch (error) {
    const damaged = isDamage(error);
    if (damaged) close();
    answer = {
      id,
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      unavailable: damaged,
    };
  }
  port.postMessage(answer);
});

function respond(request: SearchRequest): SearchResponse {
  const { search, catalog } = files();
  const { timeZone } = siteIn(catalog);
  if (timeZone !== days.zone) days = new Days(timeZone);
  return answerSearch(search, catalog, days, request);
}

/** The current files; looked up for each search, some 30 µs, so that an exchange needs no message. */
function files(): { search: Database; catalog: Database } {
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
    search.exec('PRAGMA cache_size = -32000');
    const catalog = new Database(catalogFile(dataDir, current.public), { readOnly: true });
    open = { search, catalog, names };
    return open;
  } catch (error) {
    search.close();
    throw error;
  }
}

function close(): void {
  open?.search.close();
  open?.catalog.close();
  open = undefined;
}
