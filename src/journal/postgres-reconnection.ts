import type { Pool, PoolClient } from 'pg';
import { MidadError } from '../model/errors.ts';

/** After the first failure, doubled with each, and not all nodes in step. */
const firstPauseMs = 100;
const longestPauseMs = 2000;

/**
 * Connections of a pool, not asked for while the database has just been found to be away: those who come meanwhile are refused at once
 * rather than made to wait, and a database that comes back is not met by everybody in the same instant.
 */
export class Reconnection {
  readonly #pool: Pool;
  readonly #place: string;
  #failures = 0;
  #notBefore = 0;

  constructor(pool: Pool, place: string) {
    this.#pool = pool;
    this.#place = place;
  }

  /** @throws MidadError `unavailable` at once during a pause; what the driver throws. */
  async connect(): Promise<PoolClient> {
    if (performance.now() < this.#notBefore) throw new MidadError('unavailable', { path: this.#place });
    try {
      const client = await this.#pool.connect();
      this.#failures = 0;
      return client;
    } catch (error) {
      const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures);
      this.#failures++;
      this.#notBefore = performance.now() + longest * (0.5 + Math.random() / 2);
      throw error;
    }
  }
}
