import { parentPort, workerData } from 'node:worker_threads';
import { catchUp } from '../catalog/catch-up.ts';
import type { FromThread, ToThread } from './catch-up-thread.ts';

/** The thread behind `CatchUpThread`: one catching-up at a time, always to the newest number it was told. */
const dataDir = String(workerData);
let wanted: number | undefined;
let busy = false;

const say = (message: FromThread): void => parentPort?.postMessage(message);

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    while (wanted !== undefined) {
      const upTo = wanted;
      wanted = undefined;
      await catchUp(dataDir, { upTo, onProgress: (done, total) => say({ done, total }) });
      say({ reached: upTo });
    }
  } catch (error) {
    say({ failed: error instanceof Error ? error : new Error(String(error)) });
  } finally {
    busy = false;
  }
}

parentPort?.on('message', ({ upTo }: ToThread) => {
  wanted = Math.max(wanted ?? 0, upTo);
  void work();
});
