import { Worker } from 'node:worker_threads';
import type { Journal } from '../journal/journal.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { callsTo } from '../journal/thread-calls.ts';
import type { FileStore } from '../storage/files.ts';
import { jittered } from '../storage/retry.ts';
import { keepers, type Retention } from './keepers.ts';
import type { BackupSettings } from './settings.ts';

/** What the thread that takes one is given: plain data. */
export interface BackupOrder {
  dataDir: string;
  postgres: PostgresPlace | undefined;
  mediaUrl: string | undefined;
  to: string;
  name: string;
  version: string;
  now: number;
}

export interface ScheduleOptions {
  settings: BackupSettings;
  order: Omit<BackupOrder, 'to' | 'name' | 'now'>;
  journal: Pick<Journal, 'addTallies'>;
  /** The place of `settings.to`. */
  files: FileStore;
  now?: () => number;
  onError(error: unknown): void;
  onTaken(name: string): void;
}

const lookEveryMs = 60_000;
const tries = 5;
const firstRetryMs = 60_000;

const shape = /^midad-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.zst$/;

export const backupName = (now: number) =>
  `midad-${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.tar.zst`;

/** When a backup was taken, by its name; undefined for files that are none of ours. */
export function takenAt(name: string): number | undefined {
  const [, year, month, day, hour, minute, second] = (shape.exec(name) ?? []).map(Number);
  return year === undefined ? undefined : Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second);
}

/** Takes backups by the clock and removes those that need not stay. */
export function startBackups(options: ScheduleOptions): { stop(): void } {
  const { now = Date.now, onError } = options;
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    await backUpIfDue(options, now()).catch(onError);
    busy = false;
  };
  const timer = setInterval(() => void look(), lookEveryMs).unref();
  return { stop: () => clearInterval(timer) };
}

/**
 * Takes the backup of this stretch of time if nobody has, on any node, and removes what need not stay.
 * @returns its name; undefined when it was not due here.
 */
export async function backUpIfDue(options: ScheduleOptions, now: number): Promise<string | undefined> {
  const { settings, journal, files, order, onTaken } = options;
  const periodMs = settings.everyHours * 3_600_000;
  const period = Math.floor(now / periodMs);
  const there = await timesIn(files);
  if (there.some(({ at }) => Math.floor(at / periodMs) >= period)) return undefined;
  // One node takes it. The journal knows each batch of counts by its key, once; this one counts nothing.
  if (!(await journal.addTallies({ key: `backup:${settings.everyHours}:${period}`, at: now, counts: [] })))
    return undefined;
  const name = backupName(now);
  await takeInThread({ ...order, to: settings.to, name, now });
  onTaken(name);
  await removeOld(files, settings.keep);
  return name;
}

export async function removeOld(files: FileStore, keep: Retention): Promise<void> {
  const there = await timesIn(files);
  const kept = keepers(
    there.map(({ at }) => at),
    keep,
  );
  for (const { path, at } of there) if (!kept.has(at)) await files.remove(path);
}

async function timesIn(files: FileStore): Promise<{ path: string; at: number }[]> {
  const found: { path: string; at: number }[] = [];
  for await (const { path } of files.list('midad-')) {
    const at = takenAt(path);
    if (at !== undefined) found.push({ path, at });
  }
  return found;
}

/** Compressing and reckoning sums is work for a thread of its own. */
async function takeInThread(order: BackupOrder): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const worker = new Worker(new URL('./take-worker.ts', import.meta.url), { workerData: order });
    const calls = callsTo(worker, 'backup');
    try {
      await calls.opened;
      await calls.gone;
      return;
    } catch (error) {
      if (attempt + 1 === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, jittered(attempt, firstRetryMs)).unref());
    }
  }
}
