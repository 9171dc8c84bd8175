const dayMs = 86_400_000;

/** Calendar days of a named zone. Bounds are found by `Temporal` once a day and kept: an archive asks for millions. */
export class Days {
  readonly zone: string;
  /** By UTC day: the local days that it touches, each with the moment it begins. */
  readonly #touched = new Map<number, { start: number; day: string }[]>();

  /** An unknown zone name counts as UTC: a wrong setting must not stop the catalog. */
  constructor(zone: string) {
    this.zone = isZone(zone) ? zone : 'UTC';
  }

  /** YYYY-MM-DD of a moment (ms since the epoch). */
  dayOf(ms: number): string {
    const utcDay = Math.floor(ms / dayMs);
    let days = this.#touched.get(utcDay);
    if (days === undefined) {
      // 10,000 days are 27 years; more are asked for only by damaged dates.
      if (this.#touched.size > 10_000) this.#touched.clear();
      days = this.#daysWithin(utcDay * dayMs);
      this.#touched.set(utcDay, days);
    }
    let found = days[0];
    for (const day of days) if (day.start <= ms) found = day;
    return found?.day ?? '';
  }

  /** When a day begins and when the next one does; undefined for what is no date. */
  bounds(day: string): { start: number; end: number } | undefined {
    try {
      const date = Temporal.PlainDate.from(day);
      return { start: this.#startOf(date), end: this.#startOf(date.add({ days: 1 })) };
    } catch {
      return undefined;
    }
  }

  #daysWithin(from: number): { start: number; day: string }[] {
    const days = [];
    let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(this.zone).toPlainDate();
    for (let start = this.#startOf(date); start < from + dayMs; start = this.#startOf(date)) {
      days.push({ start, day: date.toString() });
      date = date.add({ days: 1 });
    }
    return days;
  }

  #startOf(date: Temporal.PlainDate): number {
    return date.toZonedDateTime(this.zone).epochMilliseconds;
  }
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
