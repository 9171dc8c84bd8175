import type { PostgresPlace } from '../journal/place.ts';

export interface Ears {
  /** The record has grown, or may have. */
  entry(): void;
  /** A draft has grown; `undefined` where it is not known which. */
  draft(told: string | undefined): void;
  /** Who is in a room of another node: see `Presence`. */
  presence(told: string): void;
  onError(error: unknown): void;
}

export interface Others {
  /** Tells them who is in our rooms. */
  tellPresence(told: string): void;
  stop(): Promise<void>;
}

/** Hears of what other nodes commit. With the record in a file there is nobody else, and what other programs write is polled for. */
export async function listenToOthers(postgres: PostgresPlace | undefined, ears: Ears): Promise<Others> {
  if (postgres === undefined) return { tellPresence() {}, stop: async () => {} };
  const { draftChannel, listenPostgres, presenceChannel } = await import('../journal/postgres-listen.ts');
  const line = listenPostgres(postgres, {
    heard(channel, payload) {
      if (channel === draftChannel) ears.draft(payload);
      else if (channel === presenceChannel) ears.presence(payload);
      else ears.entry();
    },
    connected() {
      ears.entry();
      ears.draft(undefined);
    },
    onError: (error) => ears.onError(error),
  });
  return { tellPresence: (told) => line.tell(told), stop: () => line.stop() };
}
