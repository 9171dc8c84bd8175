import { dayKey } from '../../arabic/dates.ts';
import { monthNames } from '../../arabic/month-names.ts';
import { html, type Html } from '../components/html.ts';
import { existingDay } from './archive-days.ts';
import type { Setting } from './parts.ts';

/** Parts in which a form sends a day: `from-d`, `from-m`, `from-y`. */
const parts = ['d', 'm', 'y'] as const;

/** The names of what a form sends for these days, beside the day itself. */
export const namesOfDays = (names: readonly string[]): string[] =>
  names.flatMap((name) => [name, ...parts.map((part) => `${name}-${part}`)]);

/**
 * The day that an address names, as `from=2026-11-23` or in the parts that the form sends. A year or a month alone is its first day, or its last.
 * @returns undefined where there is none, or none that exists.
 */
export function askedDay(
  query: (name: string) => string | undefined,
  name: string,
  end: 'first' | 'last' = 'first',
): string | undefined {
  const whole = query(name);
  if (whole !== undefined && whole !== '') return whole;
  const [d, m, y] = parts.map((part) => (query(`${name}-${part}`) ?? '').slice(0, 4)) as [
    string,
    string,
    string,
  ];
  if (!/^\d{4}$/.test(y)) return undefined;
  const month = m === '' ? (end === 'first' ? 1 : 12) : Number(m);
  const last = new Date(Date.UTC(Number(y), month, 0)).getUTCDate();
  const day = d === '' || m === '' ? (end === 'first' ? 1 : last) : Number(d);
  const two = (n: number) => String(n).padStart(2, '0');
  return existingDay(`${y}-${two(month)}-${two(day)}`);
}

/** A day chosen by day, month and year, in the country's words and digits; works without scripts. */
export function dayChoice(
  { t, site, number, catalog }: Setting,
  {
    name,
    label,
    value,
    required = false,
  }: { name: string; label: string; value?: string | undefined; required?: boolean },
): Html {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value ?? '') ?? [];
  const months = catalog.archiveMonths();
  const now = Number(dayKey(Date.now(), site.timeZone).slice(0, 4));
  const oldest = Math.min(now, Number((months.at(-1)?.month ?? String(now)).slice(0, 4)));
  const years = Array.from({ length: now - oldest + 1 }, (_, i) => now - i);
  const option = (sent: number, shown: string, chosen: string) =>
    html`<option value="${sent}" ${Number(chosen) === sent ? 'selected' : ''}>${shown}</option>`;
  const select = (part: (typeof parts)[number], word: string, options: readonly Html[]) =>
    html`<select name="${name}-${part}" aria-label="${word}" ${required ? 'required' : ''}>
      <option value="">${word}</option>
      ${options}
    </select>`;
  return html`<fieldset class="day-choice">
    <legend>${label}</legend>
    <span class="day-parts">
      ${select(
        'd',
        t.partDay,
        Array.from({ length: 31 }, (_, i) => option(i + 1, number(i + 1), day)),
      )}
      ${select(
        'm',
        t.partMonth,
        monthNames(site.country, site.language).map((word, i) => option(i + 1, word, month)),
      )}
      ${select(
        'y',
        t.partYear,
        years.map((one) => option(one, number(one).replaceAll(/[٬,]/g, ''), year)),
      )}
    </span>
  </fieldset>`;
}
