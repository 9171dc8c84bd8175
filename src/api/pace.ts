import { MidadError } from '../model/errors.ts';

/** Senders remembered at a time; whoever sends least often is forgotten first. */
const remembered = 10_000;

/**
 * How fast one sender may ask: a bucket of `burst` requests that fills at `perSecond`. Kept in this process, since one process of a
 * node answers the API; what guards passwords is counted in the database, see `accounts/limits.ts`.
 * Source: the token bucket of RFC 2697, section 3.
 */
export class Pace {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /**
   * Takes one request.
   * @param now ms since the epoch.
   * @throws MidadError `too-many-requests` with param `seconds`, after which one is let through again.
   */
  take(sender: string, now: number): void {
    const known = this.#buckets.get(sender);
    const passed = known === undefined ? 0 : Math.max(0, now - known.at) / 1000;
    const left = Math.min(this.#burst, (known?.left ?? this.#burst) + passed * this.#perSecond);
    // Put last: the map's order is that of the latest requests.
    this.#buckets.delete(sender);
    this.#buckets.set(sender, { left: Math.max(0, left - 1), at: now });
    if (this.#buckets.size > remembered) {
      const { value } = this.#buckets.keys().next();
      if (value !== undefined) this.#buckets.delete(value);
    }
    if (left < 1)
      throw new MidadError('too-many-requests', { seconds: Math.ceil((1 - left) / this.#perSecond) });
  }
}
