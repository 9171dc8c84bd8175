import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, failure, opening } from '../journal/thread-calls.ts';
import { openOriginals } from '../media/originals.ts';
import { openFiles } from '../storage/open.ts';
import type { BackupOrder } from './schedule.ts';
import { takeBackup } from './take.ts';

/** The thread that takes a backup: see `schedule.ts`. */
const port = parentPort;
if (!port) throw new Error('take-worker.ts runs in a worker thread');
const { dataDir, postgres, mediaUrl, to, name, version, now } = workerData as BackupOrder;
try {
  await takeBackup({
    dataDir,
    postgres,
    originals: await openOriginals({ data: dataDir, mediaUrl }),
    to: { files: await openFiles(to), path: name },
    version,
    now,
  });
  port.postMessage({ id: opening, value: undefined } satisfies Answer);
} catch (error) {
  port.postMessage(failure(opening, error));
}
