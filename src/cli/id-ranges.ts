/** Numbers that mostly come one after another, as ranges: a million stories of an import are one. */
export class IdRanges {
  readonly #ranges: { from: number; to: number }[] = [];

  add(id: number): void {
    const last = this.#ranges.at(-1);
    if (last !== undefined && id === last.to + 1) last.to = id;
    else if (!this.has(id)) this.#ranges.push({ from: id, to: id });
  }

  has(id: number): boolean {
    return this.#ranges.some(({ from, to }) => id >= from && id <= to);
  }

  [Symbol.iterator](): Iterator<{ from: number; to: number }> {
    return this.#ranges[Symbol.iterator]();
  }
}
