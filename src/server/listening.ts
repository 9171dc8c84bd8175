import type { PostgresPlace } from '../journal/place.ts';

export interface Ears {
  /** The record has grown, or may have. */
  entry(): void;
  /** A draft has grown; `undefined` where it is not known which. */
  draft(told: string | undefined): void;
  onError(error: unknown): void;
}

/**
 * Hears of what other nodes commit. With the record in a file there is nobody to tell, and what other programs write is polled for.
 *
 * @returns a function that ends it.
 */
export async function listenToOthers(
  postgres: PostgresPlace | undefined,
  ears: Ears,
): Promise<() => Promise<void>> {
  if (postgres === undefined) return async () => {};
  const { draftChannel, listenPostgres } = await import('../journal/postgres-listen.ts');
  return listenPostgres(postgres, {
    heard(channel, payload) {
      if (channel === draftChannel) ears.draft(payload);
      else ears.entry();
    },
    connected() {
      ears.entry();
      ears.draft(undefined);
    },
    onError: (error) => ears.onError(error),
  });
}
