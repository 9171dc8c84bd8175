import { setTimeout as pause } from 'node:timers/promises';

/** Between two tries: half a second to one, then twice as long each time, by chance so that many nodes do not come at once. */
export const jittered = (attempt: number, firstMs = 1000) =>
  firstMs * 2 ** attempt * (0.5 + Math.random() / 2);

/**
 * Tries again what may pass: `worthAgain` says of an error whether it may.
 * @throws the last error.
 */
export async function retried<T>(
  work: () => Promise<T>,
  { tries, firstMs, worthAgain }: { tries: number; firstMs?: number; worthAgain(error: unknown): boolean },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt + 1 >= tries || !worthAgain(error)) throw error;
      await pause(jittered(attempt, firstMs));
    }
  }
}
