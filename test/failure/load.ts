import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Journal } from '../../src/journal/journal.ts';
import type { Story } from '../../src/model/story.ts';
import type { Client } from '../support/staff.ts';

/** What became of requests while something was broken. */
export interface Counts {
  /** Of readers, and how many of them failed: an error of the server, a broken line, no answer. */
  reads: number;
  readsFailed: number;
  failures: string[];
  /** Writes that were acknowledged, by the story's headline, which no other story has: a number may be given anew after a loss. */
  acknowledged: Map<string, { id: number; version: number }>;
  /** Writes answered 503. */
  refused: number;
  /** Answers that are neither. */
  wrong: string[];
  /** Headlines of acknowledged stories whose next version was refused because the record has another one, or none. */
  gone: string[];
}

export const newCounts = (): Counts => ({
  reads: 0,
  readsFailed: 0,
  failures: [],
  acknowledged: new Map(),
  refused: 0,
  wrong: [],
  gone: [],
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
  const own = randomUUID();
  for (let n = 0; !stop.aborted; n++) {
    const headline = `خبر في أثناء العطل رقم ${n} ${own}`;
    try {
      const fields = { headline, section: 'culture' };
      const begun = await client.call('createStory', { body: { fields } });
      if (!judge(begun, counts)) {
        await pause(20);
        continue;
      }
      const id = Number(begun.said.id);
      counts.acknowledged.set(headline, { id, version: 1 });
      const published = await client.call('publishStory', { params: { id }, body: { expect: 1 } });
      if (published.status === 409 || published.status === 404) counts.gone.push(headline);
      else if (judge(published, counts)) counts.acknowledged.set(headline, { id, version: 2 });
    } catch {
      // The node is gone: nothing was acknowledged.
      await pause(20);
    }
  }
}

function judge({ status, error }: { status: number; error: { code: string } | undefined }, counts: Counts) {
  if (status === 200) return true;
  if (status === 503 && (error?.code === 'unavailable' || error?.code === 'disk-full')) counts.refused++;
  else counts.wrong.push(`${status} ${error?.code}`);
  return false;
}

/**
 * Acknowledged stories that the record does not have, or not as new.
 * @returns how many, and which of those that were refused as gone are not: each is a fault.
 */
export async function lostOf(
  journal: Journal,
  { acknowledged, gone }: Counts,
): Promise<{ lost: number; faults: string[] }> {
  const lost = new Set<string>();
  for (const [headline, { id, version }] of acknowledged) {
    const entry = await journal.current('story', String(id));
    const isIt = (entry?.content as Story | null | undefined)?.headline === headline;
    if (!isIt || (entry?.version ?? 0) < version) lost.add(headline);
  }
  return {
    lost: lost.size,
    faults: gone
      .filter((headline) => !lost.has(headline))
      .map((headline) => `refused although there: ${headline}`),
  };
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
