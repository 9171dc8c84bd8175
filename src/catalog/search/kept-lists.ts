import type { List } from './lists.ts';

/** Of lists that were read from the file, in each thread: those of the forty commonest words of a million stories. */
const mostBytes = 64_000_000;
/** What a list takes beside its bytes. */
const bytesBeside = 300;
/** Terms have 31 bits. */
const terms = 2 ** 31;

/** Lists that were asked for lately. A segment's lists never change, and its number is never given again. */
export class KeptLists {
  readonly #lists = new Map<number, List>();
  #bytes = 0;

  take(segment: number, term: number): List | undefined {
    const key = segment * terms + term;
    const list = this.#lists.get(key);
    if (list === undefined) return undefined;
    // To the end: the first one is the one that goes.
    this.#lists.delete(key);
    this.#lists.set(key, list);
    return list;
  }

  /** To be called for lists that `take` did not have. */
  keep(segment: number, term: number, list: List): void {
    this.#lists.set(segment * terms + term, list);
    this.#bytes += list.bytes.length + bytesBeside;
    for (const [key, oldest] of this.#lists) {
      if (this.#bytes <= mostBytes) return;
      this.#lists.delete(key);
      this.#bytes -= oldest.bytes.length + bytesBeside;
    }
  }
}
