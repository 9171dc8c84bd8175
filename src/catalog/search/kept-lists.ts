import type { List } from './lists.ts';

/** Of lists that were read from the file, in each thread: those of the forty commonest words of a million stories. */
const mostBytes = 64_000_000;
/** Shorter ones are read as fast as they are looked up. */
const leastBytes = 4096;

/** Long lists that were asked for lately. A segment's lists never change, and its number is never given again. */
export class KeptLists {
  readonly #lists = new Map<string, List>();
  #bytes = 0;

  take(segment: number, term: number): List | undefined {
    const key = `${segment} ${term}`;
    const list = this.#lists.get(key);
    if (list === undefined) return undefined;
    // To the end: the first one is the one that goes.
    this.#lists.delete(key);
    this.#lists.set(key, list);
    return list;
  }

  keep(segment: number, term: number, list: List): void {
    if (list.bytes.length < leastBytes) return;
    this.#lists.set(`${segment} ${term}`, list);
    this.#bytes += list.bytes.length;
    for (const [key, oldest] of this.#lists) {
      if (this.#bytes <= mostBytes) return;
      this.#lists.delete(key);
      this.#bytes -= oldest.bytes.length;
    }
  }
}
