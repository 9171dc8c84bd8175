import { setTimeout as pause } from 'node:timers/promises';
import type { Journal } from '../../src/journal/journal.ts';
import type { Client } from '../support/staff.ts';

/** What became of requests while something was broken. */
export interface Counts {
  /** Of readers, and how many of them failed: an error of the server, a broken line, no answer. */
  reads: number;
  readsFailed: number;
  failures: string[];
  /** Stories whose publication was acknowledged, with the version that was. */
  acknowledged: Map<number, number>;
  /** Writes answered 503. */
  refused: number;
  /** Answers that are neither. */
  wrong: string[];
}

export const newCounts = (): Counts => ({
  reads: 0,
  readsFailed: 0,
  failures: [],
  acknowledged: new Map(),
  refused: 0,
  wrong: [],
});

/** Longer than any pause of a machine that is busy with something else. */
const readMs = 15_000;

/** Asks for pages as readers do, again and again. @param urls of nodes: as behind a balancer, the next is asked when one is gone. */
export async function read(
  urls: readonly string[],
  paths: readonly string[],
  counts: Counts,
  stop: AbortSignal,
): Promise<void> {
  for (let n = 0; !stop.aborted; n++) {
    const path = paths[n % paths.length] ?? '/';
    counts.reads++;
    const failed = await answered(urls, path, n);
    if (failed !== undefined) {
      counts.readsFailed++;
      counts.failures.push(failed);
    }
    await pause(3);
  }
}

async function answered(urls: readonly string[], path: string, first: number): Promise<string | undefined> {
  let failed = '';
  for (let i = 0; i < urls.length; i++) {
    const url = urls[(first + i) % urls.length] ?? '';
    try {
      const response = await fetch(url + path, { signal: AbortSignal.timeout(readMs), redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status < 500) return undefined;
      failed = `${path} ${response.status}`;
    } catch (error) {
      failed = `${path} ${String(error)}`;
    }
  }
  return failed;
}

/** Begins stories and publishes them as a managing editor does, again and again. */
export async function publish(client: Client, counts: Counts, stop: AbortSignal): Promise<void> {
  for (let n = 0; !stop.aborted; n++) {
    try {
      const fields = { headline: `خبر في أثناء العطل رقم ${n}`, section: 'culture' };
      const begun = await client.call('createStory', { body: { fields } });
      if (!judge(begun, counts)) {
        await pause(20);
        continue;
      }
      const id = Number(begun.said.id);
      counts.acknowledged.set(id, 1);
      const params = { id };
      if (judge(await client.call('publishStory', { params, body: { expect: 1 } }), counts))
        counts.acknowledged.set(id, 2);
    } catch {
      // The node is gone: nothing was acknowledged.
      await pause(20);
    }
  }
}

function judge({ status, error }: { status: number; error: { code: string } | undefined }, counts: Counts) {
  if (status === 200) return true;
  if (status === 503 && error?.code === 'unavailable') counts.refused++;
  else counts.wrong.push(`${status} ${error?.code}`);
  return false;
}

/** Acknowledged stories that the record does not have, or not as new. */
export async function lostOf(journal: Journal, { acknowledged }: Counts): Promise<number> {
  let lost = 0;
  for (const [id, version] of acknowledged) {
    const entry = await journal.current('story', String(id));
    if ((entry?.version ?? 0) < version) lost++;
  }
  return lost;
}

/** Tries until it holds. @returns after how long, in ms. @throws Error when it does not within `ms`. */
export async function until(holds: () => Promise<boolean>, ms = 120_000): Promise<number> {
  const began = performance.now();
  while (!(await holds().catch(() => false))) {
    if (performance.now() - began > ms) throw new Error(`not within ${ms} ms`);
    await pause(20);
  }
  return performance.now() - began;
}
