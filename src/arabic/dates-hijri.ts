/** A day of the Hijri calendar; the month from 1. */
export interface HijriDay {
  year: number;
  month: number;
  day: number;
}

/** The years whose months are published. */
export const FIRST_HIJRI_YEAR = 1356;
export const LAST_HIJRI_YEAR = 1500;

/**
 * The months of Umm al-Qura, three hexadecimal figures a year, Muharram the lowest bit: 1 for thirty days, 0 for
 * twenty-nine. Sha‘ban 1364 was given twenty-eight.
 *
 * Source: for 1356–1411 the comparison calendar of King Fahd University of Petroleum and Minerals, for 1412–1450 the
 * printed comparison calendars, for 1451–1500 King Abdulaziz City for Science and Technology. `Temporal` and `Intl` are not
 * asked: outside 1420–1450 the calendar that they call Umm al-Qura is a computed one, and on other days than the published.
 */
const months = `
  4d4 d55 64b 497 d55 555 555 d55 755 d55 555 555 d55 6d5 555 ea5 d2a aaa cd5 655 572 da9 555 aaa 555
  52d a6d 55a 555 74d d53 d54 556 d55 2d5 d55 d54 d45 655 52d a5d 55a ad5 6aa d4b 52a a57 4ae 976 56c
  b55 aaa a55 4ad 95d 2da 5d9 db2 ba4 b4a a55 2b5 575 b6a bd2 bc4 b89 a95 52d 5ad b6a 6d4 dc9 d92 aa6
  956 2ae 56d 36a b55 aaa 94d 49d 95d 2ba 5b5 5aa d55 a9a 92e 26e 55d ada 6d4 6a5 54b a97 54e aae 5ac
  ba9 d92 b25 64b cab 55a b55 6d2 ea5 e4a a95 52d aad 36c 759 6d2 695 52d a5b 4ba 9ba 3b4 b69 b52 aa6
  4b6 96d 2ec 6d9 eb2 d54 d2a a56 4ae 96d d6a b54 b29 a93 52b a57 536 ab5 6aa e93
`;
const SHORT_SHABAN = 1364;
/** 14 March 1937, 1 Muharram 1356, in days since the epoch. */
const FIRST_DAY = -11_981;

/** The first day of every month, and one past the last. */
const firstDays: readonly number[] = (() => {
  const days = [FIRST_DAY];
  let day = FIRST_DAY;
  for (const [i, year] of months.trim().split(/\s+/).entries()) {
    const long = Number.parseInt(year, 16);
    for (let month = 0; month < 12; month++) {
      day += (long >> month) & 1 ? 30 : 29;
      if (i === SHORT_SHABAN - FIRST_HIJRI_YEAR && month === 7) day--;
      days.push(day);
    }
  }
  return days;
})();

/** The Hijri day of a civil day (days since 1 January 1970); undefined outside 1356–1500 AH. */
export function hijriOfDay(epochDay: number): HijriDay | undefined {
  if (!(epochDay >= FIRST_DAY && epochDay < (firstDays.at(-1) ?? FIRST_DAY))) return undefined;
  // A month has 29.53 days on average, so the guess is out by a month at most.
  let i = Math.min(firstDays.length - 2, Math.floor((epochDay - FIRST_DAY) / 29.53));
  while ((firstDays[i] ?? Infinity) > epochDay) i--;
  while ((firstDays[i + 1] ?? Infinity) <= epochDay) i++;
  return {
    year: FIRST_HIJRI_YEAR + Math.floor(i / 12),
    month: (i % 12) + 1,
    day: epochDay - (firstDays[i] ?? 0) + 1,
  };
}

/** Days since 1 January 1970 of a Hijri day; undefined for one that does not exist or stands outside 1356–1500 AH. */
export function dayOfHijri(year: number, month: number, day: number): number | undefined {
  if (!Number.isInteger(year) || year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12 || !Number.isInteger(day) || day < 1)
    return undefined;
  const i = (year - FIRST_HIJRI_YEAR) * 12 + month - 1;
  const first = firstDays[i] ?? NaN;
  return first + day - 1 < (firstDays[i + 1] ?? NaN) ? first + day - 1 : undefined;
}
