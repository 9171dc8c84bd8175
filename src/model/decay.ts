/**
 * Time-decayed readership by *forward decay* (Cormode, Shkapenyuk, Srivastava, Xu: «Forward Decay: A
 * Practical Time Decay Model for Streaming Systems», ICDE 2009): instead of shrinking old reads as time
 * passes, a read at time t weighs 2^(t / half-life). The order of two stories then never changes by the mere
 * passing of time, so a stored score needs no refreshing and can be indexed.
 *
 * The sum outgrows any float, so its logarithm is what is kept: score = log2 Σ reads · 2^(t / half-life).
 */

/**
 * Twelve hours: what was read at breakfast counts half at supper and a quarter the next morning. So
 * the list is today's, yet a site whose readers sleep does not wake up to a list made by the three who did not.
 */
export const halfLife = 12 * 3_600_000;

/**
 * The score after `reads` more reads in the hour starting at `hour` (ms since the epoch).
 *
 * @param score what the story had, undefined if it was never read.
 * @returns a number of about 40,000 (half-lives since 1970), comparable with `<`; ties mean equal worth. The
 *   order in which reads arrive does not matter beyond the rounding of doubles (about 1e-11 here).
 */
export function addReads(score: number | undefined, hour: number, reads: number): number {
  if (!(reads > 0)) return score ?? Number.NEGATIVE_INFINITY;
  const added = hour / halfLife + Math.log2(reads);
  if (score === undefined || score === Number.NEGATIVE_INFINITY) return added;
  const more = Math.max(score, added);
  const less = Math.min(score, added);
  return more + Math.log1p(2 ** (less - more)) / Math.LN2;
}

/** What a score is worth at `now`, in reads of this moment: below 1 means less than one fresh reader. */
export function worthAt(score: number, now: number): number {
  return 2 ** (score - now / halfLife);
}
