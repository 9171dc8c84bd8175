import { parseDate } from '../dates.ts';
import { allMonthNames, hijriMonths } from '../month-names.ts';
import { comparable, westernDigits } from './words.ts';

/** Times that pages give «بتوقيت …»; folded place → IANA zone. */
const zones: readonly (readonly [RegExp, string])[] = [
  [/مكه(?: المكرمه)?|الرياض|السعوديه|بغداد|الكويت|الدوحه/, 'Asia/Riyadh'],
  [/ابوظبي|ابو ظبي|دبي|الامارات/, 'Asia/Dubai'],
  [/القاهره|مصر/, 'Africa/Cairo'],
  [/بيروت|لبنان/, 'Asia/Beirut'],
  [/دمشق|سوريا/, 'Asia/Damascus'],
  [/عمان|الاردن/, 'Asia/Amman'],
  [/القدس|فلسطين|غزه/, 'Asia/Gaza'],
];
const zonePhrase = /(?:ب?توقيت|\()\s*([\p{L} ]{3,20}?)\s*\)?$/u;
const label =
  /^(?:نشر(?:ت)?(?: في)?|تاريخ النشر|تاريخ|التاريخ|اخر تحديث|تحديث|حدث في|اضيف في|published|(?:last )?updated?|date|posted)(?: (?:on|at|في|بتاريخ))?\s*[:|-]?\s*/;

/**
 * Reads a line that says a date in the ways of Arab pages («نشر في: الأربعاء 5 أغسطس 2015 - 12:30»، «05/08/2015 14:30
 * (مكة المكرمة)»); the rules for the date itself are those of `parseDate`.
 * @param zone IANA zone for times that name none.
 * @returns ms since the epoch; undefined where the line says anything else.
 */
export function readDate(text: string, zone = 'UTC'): number | undefined {
  if (text.length > 160) return undefined;
  const whole = parseDate(text, { timeZone: zone });
  if (whole !== undefined) return whole;
  const plain = comparable(text).replace(label, '');
  const phrase = zonePhrase.exec(plain);
  const named = phrase && zones.find(([place]) => place.test(phrase[1] ?? ''));
  const date = named ? plain.slice(0, phrase.index) : plain;
  return parseDate(date.trim(), { timeZone: named?.[1] ?? zone });
}

/** Whether a whole line says nothing but a date. */
export function isDateLine(text: string): boolean {
  return text.length <= 120 && readDate(text) !== undefined;
}

const longestFirst = (names: readonly string[]): string =>
  [...new Set(names.map(comparable))].sort((a, b) => b.length - a.length).join('|');
const month = longestFirst(allMonthNames.flat());
const lunar = longestFirst(hijriMonths.ar);
const dayOnly = new RegExp(
  `^\\d{1,2}[\\s/-]+(?:${month}|${lunar})(?:[\\s/(-]+(?:${month})\\)?)?(?:[\\s,،/-]+(?:1[34]|19|20)\\d{2})?\\s*[مه]?$`,
  'u',
);

/** Whether a piece of a dateline is a day, with or without its year: «5 أغسطس آب», «5 آب/ اغسطس», «5-8-2015». */
export function isDay(text: string): boolean {
  const plain = westernDigits(comparable(text));
  return dayOnly.test(plain) || /^\d{1,2}[/-]\d{1,2}(?:[/-](?:19|20)\d{2})?$/.test(plain);
}
