import type { Logger } from 'pino';
import { isOutage } from '../model/errors.ts';

/** A database that is away is met by every part many times a second. */
const againMs = 60_000;

/** Writes faults to the log; of an outage, what each part says of it once a minute. */
export function faultLog(log: Logger): (part: string, error: unknown, more?: object) => void {
  const told = new Map<string, number>();
  return (part, error, more = {}) => {
    // The sign-in library says no more than that something failed, once for every request.
    if (isOutage(error) || typeof error === 'string') {
      const now = performance.now();
      const before = told.get(part);
      if (before !== undefined && now - before < againMs) return;
      told.set(part, now);
    }
    log.error({ err: error, ...more }, part);
  };
}
