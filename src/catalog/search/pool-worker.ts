import { parentPort, workerData } from 'node:worker_threads';
import { catalogFile, readCurrent, type Current } from '../files.ts';
import type { PublicCatalog } from '../public/catalog.ts';
import { openPublicCatalog } from '../public/open.ts';
import { Database } from '../sqlite.ts';
import type { Answer, Question } from './pool.ts';
import { runSearch } from './query.ts';

/** A search thread: see `pool.ts`. */
const port = parentPort;
if (!port) throw new Error('pool-worker.ts runs in a worker thread');
const dataDir = String(workerData);

interface Opened {
  current: Current;
  index: Database;
  catalog: PublicCatalog;
}
let opened: Opened | undefined;
let lookedAt = 0;
/** Another generation is noticed this late at most. */
const lookEveryMs = 200;

function open(): Opened {
  const now = Date.now();
  if (opened !== undefined && now - lookedAt < lookEveryMs) return opened;
  lookedAt = now;
  const current = readCurrent(dataDir);
  if (current === undefined) throw new Error('no catalog yet');
  if (opened?.current.generation === current.generation) return opened;
  const index = new Database(catalogFile(dataDir, current.search), { readOnly: true });
  const catalog = openPublicCatalog(catalogFile(dataDir, current.public));
  opened?.index.close();
  opened?.catalog.close();
  opened = { current, index, catalog };
  return opened;
}

function answer({ id, request }: Question): Answer {
  try {
    const { index, catalog } = open();
    return { id, response: runSearch(index, catalog, request) };
  } catch (error) {
    // Opened anew next time: the file may have been damaged and rebuilt.
    opened?.index.close();
    opened?.catalog.close();
    opened = undefined;
    return { id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.on('message', (question: Question) => port.postMessage(answer(question)));
