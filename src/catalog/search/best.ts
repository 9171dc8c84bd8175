/** The best so many of what is offered: a binary heap with the least at its root. */
export class Best {
  readonly #most: number;
  readonly #keys: Float64Array;
  readonly #values: Float64Array;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
    this.#keys = new Float64Array(most);
    this.#values = new Float64Array(most);
  }

  /** Whatever is less does not come in; as long as there is room, everything does. */
  get least(): number {
    return this.#size < this.#most ? Number.NEGATIVE_INFINITY : (this.#keys[0] ?? Number.POSITIVE_INFINITY);
  }

  /** Of equal keys the higher value is better. */
  offer(key: number, value: number): void {
    if (this.#size < this.#most) {
      this.#place(this.#size++, key, value);
      return;
    }
    if (this.#most === 0 || !this.#isLess(0, key, value)) return;
    this.#sink(key, value);
  }

  /** Best first. */
  all(): { key: number; value: number }[] {
    return Array.from({ length: this.#size }, (_, i) => ({
      key: this.#keys[i] ?? 0,
      value: this.#values[i] ?? 0,
    })).sort((x, y) => y.key - x.key || y.value - x.value);
  }

  #isLess(at: number, key: number, value: number): boolean {
    const there = this.#keys[at] ?? 0;
    return there < key || (there === key && (this.#values[at] ?? 0) < value);
  }

  #place(at: number, key: number, value: number): void {
    let i = at;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      // Whoever is above and greater goes down.
      if (this.#isLess(parent, key, value)) break;
      this.#keys[i] = this.#keys[parent] ?? 0;
      this.#values[i] = this.#values[parent] ?? 0;
      i = parent;
    }
    this.#keys[i] = key;
    this.#values[i] = value;
  }

  #sink(key: number, value: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (right < this.#size && this.#isLess(right, this.#keys[child] ?? 0, this.#values[child] ?? 0))
        child = right;
      if (!this.#isLess(child, key, value)) break;
      this.#keys[i] = this.#keys[child] ?? 0;
      this.#values[i] = this.#values[child] ?? 0;
      i = child;
    }
    this.#keys[i] = key;
    this.#values[i] = value;
  }
}
