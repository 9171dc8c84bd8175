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
  /** The room has everything in the journal up to this number. */
  #seen: number;
  #appending: Promise<unknown> = Promise.resolve();
  #reading: Promise<void> = Promise.resolve();
  readonly #apply: (update: Uint8Array) => void;
  #ended: unknown;

  /**
   * @param room.last number of the newest update in the journal, all of which the room has.
   * @param room.apply puts into the room what another node wrote.
   */
  constructor(
    journal: Journal,
    room: { story: number; generation: number; last: number; apply: (update: Uint8Array) => void },
    onFault: (error: unknown) => void,
  ) {
    this.#journal = journal;
    this.#story = room.story;
    this.#generation = room.generation;
    this.#seen = room.last;
    this.#apply = room.apply;
    this.#onFault = onFault;
  }

  /** The room has every stored update up to this number, its own and those of other nodes. */
  get last(): number {
    return this.#seen;
  }

  /** Another node may have committed number `n`: if it did, the room is given it. Never rejects. */
  async hear(n: number): Promise<void> {
    // Our own commits are told of as well, mostly before we know that they are through.
    await this.#appending;
    if (n > this.#seen) await this.readOn().catch(this.#onFault);
  }

  /** Gives the room what other nodes have committed. @throws what the journal throws. */
  readOn(): Promise<void> {
    const read = async () => {
      const { updates, last } = await this.#journal.draftLog(this.#story, this.#generation, this.#seen);
      for (const update of updates) this.#apply(update);
      this.#seen = Math.max(this.#seen, last);
    };
    const reading = this.#reading.then(read);
    this.#reading = reading.catch(() => {});
    return reading;
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
        const appending = this.#journal.appendDraft(this.#story, this.#generation, update, Date.now());
        this.#appending = appending.catch(() => {});
        const n = await appending;
        // What lies between is another node's, and on its way.
        if (n === this.#seen + 1) this.#seen = n;
        else void this.hear(n);
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
