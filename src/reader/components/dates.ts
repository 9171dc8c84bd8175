import { formatDate } from '../../arabic/dates.ts';
import type { Site } from '../../model/site.ts';

/** Day, month by the country's name and year; month and year; or the year alone. */
export function gregorian(site: Site, at: number, what: 'date' | 'month' | 'year'): string {
  const date = formatDate(at, 'long', site);
  if (what === 'date') return date;
  return what === 'month' ? date.slice(date.indexOf(' ') + 1) : date.slice(date.lastIndexOf(' ') + 1);
}

const zones = new Map<string, string | undefined>();

/**
 * What readers call the clock of the site («توقيت سوريا»); undefined where the language has no name for it.
 * Source: CLDR, generic location format.
 */
export function zoneName({ language, timeZone }: Site): string | undefined {
  const key = `${language} ${timeZone}`;
  if (!zones.has(key)) {
    const name = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
      timeZone,
      timeZoneName: 'shortGeneric',
    })
      .formatToParts(0)
      .find((part) => part.type === 'timeZoneName')?.value;
    zones.set(key, name === undefined || /[0-9+]/.test(name) ? undefined : name);
  }
  return zones.get(key);
}
