import { mergeUpdates } from 'yjs';
import type { Journal } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';

/** A journal that is out of reach is tried again after so long; what was typed waits here, and is not called saved. */
const retryMs = 500;

/**
 * One room's way into the journal: updates are appended in order, one commit under way at a time; what comes meanwhile goes
 * in together with the next, so that fifty people typing cost no more commits than the disk can do.
 */
export class RoomLog {
  readonly #journal: Journal;
  readonly #story: number;
  readonly #generation: number;
  readonly #onFault: (error: unknown) => void;
  #waiting: Uint8Array[] = [];
  #work: Promise<void> | undefined;
  #given = 0;
  #stored = 0;
  #last: number;
  #ended: unknown;

  /** @param last number of the newest update in the journal. */
  constructor(
    journal: Journal,
    room: { story: number; generation: number; last: number },
    onFault: (error: unknown) => void,
  ) {
    this.#journal = journal;
    this.#story = room.story;
    this.#generation = room.generation;
    this.#last = room.last;
    this.#onFault = onFault;
  }

  /** The number in the journal of the newest stored update. */
  get last(): number {
    return this.#last;
  }

  append(update: Uint8Array): void {
    if (this.#ended !== undefined) return;
    this.#waiting.push(update);
    this.#given++;
    this.#work ??= this.#store();
  }

  /**
   * Resolves when everything appended before this call has been committed.
   * @throws MidadError `draft-replaced` when the draft began anew, so that it never will be.
   */
  async settled(): Promise<void> {
    const upTo = this.#given;
    while (this.#stored < upTo && this.#ended === undefined) await this.#work;
    if (this.#stored < upTo) throw this.#ended;
  }

  /** Ends by forgetting itself in the same step in which it finds nothing more to do, so that no update falls between two. */
  async #store(): Promise<void> {
    while (this.#waiting.length > 0 && this.#ended === undefined) {
      const batch = this.#waiting;
      this.#waiting = [];
      const update = batch.length === 1 && batch[0] ? batch[0] : mergeUpdates(batch);
      try {
        this.#last = await this.#journal.appendDraft(this.#story, this.#generation, update, Date.now());
        this.#stored += batch.length;
      } catch (error) {
        this.#onFault(error);
        if (error instanceof MidadError && error.code === 'draft-replaced') {
          this.#ended = error;
          break;
        }
        this.#waiting = [update, ...this.#waiting];
        // A batch that failed counts as one from now on; the others of it are within.
        this.#stored += batch.length - 1;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    this.#work = undefined;
  }
}
