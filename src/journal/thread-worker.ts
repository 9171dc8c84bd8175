import { parentPort, workerData } from 'node:worker_threads';
import { openJournal } from './open.ts';
import { type Answer, failure, opening } from './thread-calls.ts';
import type { Call } from './thread.ts';

/** The journal thread: see `thread.ts`. */
const port = parentPort;
if (!port) throw new Error('thread-worker.ts runs in a worker thread');

const underWay = new Set<Promise<Answer>>();

async function answer({ id, method, args }: Call): Promise<Answer> {
  try {
    if (method === 'close') await Promise.all(underWay);
    // All but `verify` run to their end here and now, so calls keep their order.
    const run = journal[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, value: await run.apply(journal, [...args]) };
  } catch (error) {
    return failure(id, error);
  }
}

const journal = await openJournal(String(workerData)).catch((error: unknown) => {
  port.postMessage(failure(opening, error));
  process.exit();
});
port.on('message', (call: Call) => {
  const answered = answer(call);
  if (call.method !== 'close') underWay.add(answered);
  void answered.then((message) => {
    underWay.delete(answered);
    port.postMessage(message);
    if (call.method === 'close') port.close();
  });
});
port.postMessage({ id: opening, value: undefined } satisfies Answer);
