import type { StoredTallyBatch } from '../../journal/journal.ts';
import type { Board, BoardSpan } from '../../model/board.ts';
import { getMeta, setMeta } from '../meta.ts';
import { type Database, number, text } from '../sqlite.ts';

const hourMs = 3_600_000;
const days = 30;
const mostStories = 50;

/** Number of the last readership batch that was applied to the board. */
export const boardCursor = (desk: Database): number => number(getMeta(desk, 'tallies'));

/**
 * Adds readership batches to the board's sums, each once. Sums are kept so that no question walks more than a day's
 * stories: by story for the hours of a night, thirty days and all of them together, by section for hours and days.
 *
 * @param zone the site's: its days are those of the board.
 */
export function applyToBoard(desk: Database, batches: readonly StoredTallyBatch[], zone: string): void {
  desk.transact(() => {
    const before = boardCursor(desk);
    const dayOf = daysIn(zone);
    let last = before;
    let newest = number(getMeta(desk, 'newest-hour'));
    for (const { seq, counts } of batches) {
      if (seq <= last) continue;
      last = seq;
      for (const { story, hour, reads } of counts) {
        if (!(reads > 0)) continue;
        newest = Math.max(newest, hour);
        const section = desk.get('SELECT section FROM desk_story WHERE id = ?', story)?.[0];
        const day = dayOf(hour);
        add(desk, 'read_hour', [hour, story], reads);
        add(desk, 'read_day', [day, story], reads);
        add(desk, 'read_month', [story], reads);
        if (section === undefined) continue;
        add(desk, 'read_section', ['hour', hour, text(section)], reads);
        add(desk, 'read_section', ['day', day, text(section)], reads);
      }
    }
    if (last === before) return;
    setMeta(desk, 'tallies', last);
    setMeta(desk, 'newest-hour', newest);
    forget(desk, newest, dayOf);
  });
}

const add = (desk: Database, table: string, key: (string | number)[], reads: number) =>
  desk.run(
    `INSERT INTO ${table} VALUES (${key.map(() => '?').join(', ')}, ?)
     ON CONFLICT DO UPDATE SET reads = reads + excluded.reads`,
    ...key,
    reads,
  );

/** What the board shows no more goes. */
function forget(desk: Database, newest: number, dayOf: (at: number) => number): void {
  desk.run('DELETE FROM read_hour WHERE hour < ?', newest - 2 * hourMs);
  desk.run(`DELETE FROM read_section WHERE span = 'hour' AND at < ?`, newest - 48 * hourMs);
  const first = dayOf(newest - (days - 1) * 24 * hourMs);
  desk.run(`DELETE FROM read_section WHERE span = 'day' AND at < ?`, first);
  if (desk.get('SELECT 1 FROM read_day WHERE day < ? LIMIT 1', first) === undefined) return;
  desk.run(
    `UPDATE read_month SET reads = read_month.reads - gone.reads
     FROM (SELECT story, sum(reads) AS reads FROM read_day WHERE day < ? GROUP BY story) AS gone
     WHERE gone.story = read_month.story`,
    first,
  );
  desk.run('DELETE FROM read_month WHERE reads <= 0');
  desk.run('DELETE FROM read_day WHERE day < ?', first);
}

/** @param now ms since the epoch. */
export function boardOf(desk: Database, span: BoardSpan, now: number, zone: string): Board {
  const hour = Math.floor(now / hourMs) * hourMs;
  const dayOf = daysIn(zone);
  const today = dayOf(now);
  const stories = {
    now: () =>
      top(desk, 'SELECT story, sum(reads) AS n FROM read_hour WHERE hour >= ? GROUP BY story', hour - hourMs),
    today: () => top(desk, 'SELECT story, reads AS n FROM read_day WHERE day = ?', today),
    month: () => top(desk, 'SELECT story, reads AS n FROM read_month'),
  }[span]();
  const [unit, since] = {
    now: ['hour', hour - hourMs] as const,
    today: ['day', today] as const,
    month: ['day', dayOf(now - (days - 1) * 24 * hourMs)] as const,
  }[span];
  const sections = desk
    .all(
      `SELECT section, sum(reads) AS n FROM read_section WHERE span = ? AND at >= ? GROUP BY section ORDER BY n DESC, section`,
      unit,
      since,
    )
    .map(([id, reads]) => ({ id: text(id), reads: number(reads) }));
  const total = sections.reduce((sum, { reads }) => sum + reads, 0);
  return { total, series: seriesOf(desk, span, now, zone), stories, sections };
}

const top = (desk: Database, sql: string, ...values: number[]): Board['stories'] =>
  desk
    .all(
      `SELECT story, headline, section, n FROM (${sql}) CROSS JOIN desk_story ON id = story
       WHERE status <> 'killed' ORDER BY n DESC, story DESC LIMIT ${mostStories}`,
      ...values,
    )
    .map(([id, headline, section, reads]) => ({
      id: number(id),
      headline: text(headline),
      section: text(section),
      reads: number(reads),
    }));

function seriesOf(desk: Database, span: BoardSpan, now: number, zone: string): Board['series'] {
  const unit = span === 'month' ? 'day' : 'hour';
  const sums = new Map(
    desk
      .all('SELECT at, sum(reads) FROM read_section WHERE span = ? GROUP BY at', unit)
      .map(([at, reads]) => [number(at), number(reads)]),
  );
  if (unit === 'hour') {
    const first = Math.floor(now / hourMs) * hourMs - 23 * hourMs;
    return Array.from({ length: 24 }, (_, i) => first + i * hourMs).map((at) => ({
      at,
      reads: sums.get(at) ?? 0,
    }));
  }
  const last = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  return Array.from({ length: days }, (_, i) => last.subtract({ days: days - 1 - i })).map((day) => ({
    at: day.epochMilliseconds,
    reads: sums.get(numberOf(day)) ?? 0,
  }));
}

/** 20261126. */
const numberOf = ({ year, month, day }: Temporal.ZonedDateTime) => (year * 100 + month) * 100 + day;

/** The number of the day of a moment; hours are asked about again and again. */
function daysIn(zone: string): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    let day = known.get(at);
    if (day === undefined) {
      day = numberOf(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
      known.set(at, day);
    }
    return day;
  };
}
