/** The day of a moment in a zone: `2026-11-26`. */
export function dayIn(at: number, timeZone: string): string {
  // The Swedish way of writing a date is ISO 8601's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/**
 * The seven days of a day's week, which begins as the country's does: on Sunday in Riyadh, Monday in Beirut, Saturday in Cairo.
 * Source: CLDR's week data, by `Intl.Locale`; Sunday where a browser does not know.
 */
export function weekOf(day: string, country: string): string[] {
  const locale = new Intl.Locale(`ar-${country.toUpperCase()}`) as Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
  };
  const firstDay = (locale.getWeekInfo?.().firstDay ?? 7) % 7;
  const first = new Date(`${day}T12:00:00Z`);
  first.setUTCDate(first.getUTCDate() - ((first.getUTCDay() - firstDay + 7) % 7));
  return Array.from({ length: 7 }, (_, i) => {
    const one = new Date(first);
    one.setUTCDate(first.getUTCDate() + i);
    return one.toISOString().slice(0, 10);
  });
}
