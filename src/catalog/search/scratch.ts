/** Arrays with a place for each story of a part: made once, and left empty after each part. */
class Scratch {
  scores = new Float32Array();
  covered = new Float32Array();
  sums = new Float32Array();
  flags = new Uint8Array();
  phrases = new Uint8Array();
  touched = new Int32Array();
  summed = new Int32Array();

  fit(slots: number): void {
    if (slots <= this.flags.length) return;
    this.scores = new Float32Array(slots);
    this.covered = new Float32Array(slots);
    this.sums = new Float32Array(slots);
    this.flags = new Uint8Array(slots);
    this.phrases = new Uint8Array(slots);
    this.touched = new Int32Array(slots);
    this.summed = new Int32Array(slots);
  }
}
/** One for each thread: searches follow one another. */
export const scratch = new Scratch();
