import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresPlace } from './place.ts';
import { connectionOf } from './postgres-connect.ts';
import { explainPostgres } from './postgres-errors.ts';

/** The channels on which is told of what was committed, within its own transaction: whoever hears of it can read it. */
export const entryChannel = 'midad_entry';
export const draftChannel = 'midad_draft';
type Channel = typeof entryChannel | typeof draftChannel;

export interface Listener {
  /** Something was told; the payload says what. */
  heard(channel: Channel, payload: string): void;
  /** The line is there (again): whatever was told meanwhile was missed, so look at everything. */
  connected(): void;
  /** The line broke, or could not be opened; it is tried again. */
  onError(error: unknown): void;
}

/** A line that nothing comes over is asked for a word so often: one that died silently is replaced within twice that. */
const heartbeatMs = 3000;
/** The first new try comes at once, the later ones after more and more, up to this; not all nodes in step. */
const longestPauseMs = 3000;
const firstPauseMs = 100;

/**
 * Holds a connection on which the database tells of new entries and drafts, for as long as the node runs. Nothing may rely on
 * being told: it only makes polling quick.
 *
 * @returns a function that ends it.
 */
export function listenPostgres(place: PostgresPlace, listener: Listener): () => Promise<void> {
  const ending = new AbortController();
  const work = keepListening(place, listener, ending.signal);
  return async () => {
    ending.abort();
    await work;
  };
}

async function keepListening(place: PostgresPlace, listener: Listener, ended: AbortSignal): Promise<void> {
  for (let failures = 0; !ended.aborted;) {
    const opened = performance.now();
    try {
      await listenOnce(place, listener, ended);
    } catch (error) {
      listener.onError(error);
      if (performance.now() - opened > heartbeatMs * 2) failures = 0;
      const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** failures++);
      await pause(longest * Math.random(), undefined, { signal: ended }).catch(() => {});
    }
  }
}

/** Listens until the line breaks (throws) or the node stops (returns). */
async function listenOnce({ url, timeoutMs }: PostgresPlace, listener: Listener, ended: AbortSignal) {
  const { config, place } = connectionOf(url, { timeoutMs });
  const client = new Client({ ...config, query_timeout: heartbeatMs });
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('Connection terminated')));
  client.on('notification', ({ channel, payload = '' }) => listener.heard(channel as Channel, payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${entryChannel}; LISTEN ${draftChannel}`);
    listener.connected();
    while (!ended.aborted) {
      await Promise.race([pause(heartbeatMs, undefined, { signal: ended }).catch(() => {}), broken.promise]);
      if (!ended.aborted) await client.query('SELECT 1');
    }
  } catch (error) {
    throw explainPostgres(error, place);
  } finally {
    // A hanging server would not answer a polite goodbye.
    client.connection.stream.destroy();
  }
}
