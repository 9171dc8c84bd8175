import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresPlace } from './place.ts';
import { connectionOf } from './postgres-connect.ts';
import { explainPostgres } from './postgres-errors.ts';

/** The channels on which is told of what was committed, within its own transaction: whoever hears of it can read it. */
export const entryChannel = 'midad_entry';
export const draftChannel = 'midad_draft';
/** Who has which draft open, and where their cursors are: said and forgotten. */
export const presenceChannel = 'midad_presence';
const channels = [entryChannel, draftChannel, presenceChannel];

export interface Listener {
  /** Something was told; the payload says what. What this node says of presence it does not hear. */
  heard(channel: string, payload: string): void;
  /** The line is there (again): whatever was told meanwhile was missed, so look at everything. */
  connected(): void;
  /** The line broke, or could not be opened; it is tried again. */
  onError(error: unknown): void;
}

/** A listening line. */
export interface Line {
  /** Tells the other nodes of presence; lost while the line is broken, or where it is longer than the database takes. */
  tell(payload: string): void;
  stop(): Promise<void>;
}

/** What NOTIFY takes (https://www.postgresql.org/docs/current/sql-notify.html). */
const longestPayload = 7999;

/** A line that nothing comes over is asked for a word so often: one that died silently is replaced within twice that. */
const heartbeatMs = 3000;
/** The first new try comes at once, the later ones after more and more, up to this; not all nodes in step. */
const longestPauseMs = 3000;
const firstPauseMs = 100;

/**
 * Holds a connection on which the database tells of new entries and drafts, for as long as the node runs. Nothing may rely on
 * being told: it only makes polling quick.
 */
export function listenPostgres(place: PostgresPlace, listener: Listener): Line {
  const ending = new AbortController();
  const open: { client?: Client } = {};
  const work = keepListening(place, listener, open, ending.signal);
  return {
    tell(payload) {
      if (payload.length > longestPayload) return;
      open.client?.query('SELECT pg_notify($1, $2)', [presenceChannel, payload]).catch(() => {});
    },
    async stop() {
      ending.abort();
      await work;
    },
  };
}

async function keepListening(
  place: PostgresPlace,
  listener: Listener,
  open: { client?: Client },
  ended: AbortSignal,
): Promise<void> {
  for (let failures = 0; !ended.aborted;) {
    const opened = performance.now();
    try {
      await listenOnce(place, listener, open, ended);
    } catch (error) {
      listener.onError(error);
      if (performance.now() - opened > heartbeatMs * 2) failures = 0;
      const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** failures++);
      await pause(longest * Math.random(), undefined, { signal: ended }).catch(() => {});
    }
  }
}

/** Listens until the line breaks (throws) or the node stops (returns). */
async function listenOnce(
  { url, timeoutMs }: PostgresPlace,
  listener: Listener,
  open: { client?: Client },
  ended: AbortSignal,
): Promise<void> {
  const { config, place } = connectionOf(url, { timeoutMs });
  const client = new Client({ ...config, query_timeout: heartbeatMs });
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('Connection terminated')));
  let own = 0;
  client.on('notification', ({ channel, payload = '', processId }) => {
    if (channel !== presenceChannel || processId !== own) listener.heard(channel, payload);
  });
  try {
    await client.connect();
    own = Number((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid);
    await client.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
    open.client = client;
    listener.connected();
    while (!ended.aborted) {
      await Promise.race([pause(heartbeatMs, undefined, { signal: ended }).catch(() => {}), broken.promise]);
      if (!ended.aborted) await client.query('SELECT 1');
    }
  } catch (error) {
    throw explainPostgres(error, place);
  } finally {
    delete open.client;
    // A hanging server would not answer a polite goodbye.
    client.connection.stream.destroy();
  }
}
