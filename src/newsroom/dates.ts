import { monthNames } from '../arabic/month-names.ts';
import type { Language } from '../strings/strings.ts';

interface DateSettings {
  country: string;
  timeZone: string;
  digits: 'arab' | 'latn';
}

/** The parts of a moment in a zone; by `Intl`, since not every browser has `Temporal` yet. */
function partsOf(at: number, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** Digits of a language on this site. */
export const inDigits = (text: string, language: Language, digits: 'arab' | 'latn') =>
  language === 'ar' && digits === 'arab'
    ? text.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d)))
    : text;

/** «٢٣ تشرين الثاني ٢٠٢٦، ١٠:٤٢»; of the present year without it. */
export function formatDate(
  at: number,
  language: Language,
  { country, timeZone, digits }: DateSettings,
): string {
  const comma = language === 'ar' ? '،' : ',';
  const settings = { country, timeZone, digits };
  return `${formatDay(at, language, settings)}${comma} ${formatTime(at, language, settings)}`;
}

/** «٢٣ تشرين الثاني ٢٠٢٦»; of the present year without it. */
export function formatDay(
  at: number,
  language: Language,
  { country, timeZone, digits }: DateSettings,
): string {
  const { year = '', month = '', day = '' } = partsOf(at, timeZone);
  const name = monthNames(country, language)[Number(month) - 1] ?? '';
  const now = partsOf(Date.now(), timeZone)['year'];
  return inDigits([day, name, ...(year === now ? [] : [year])].join(' '), language, digits);
}

/** «١٠:٤٢». */
export function formatTime(at: number, language: Language, { timeZone, digits }: DateSettings): string {
  const { hour, minute } = partsOf(at, timeZone);
  return inDigits(`${hour}:${minute}`, language, digits);
}
