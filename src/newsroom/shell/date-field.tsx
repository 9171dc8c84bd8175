import { useEffect, useId, useRef, useState } from 'react';
import { monthNames } from '../../arabic/month-names.ts';
import { dateFieldStrings } from '../../strings/date-field.ts';
import { inDigits } from '../dates.ts';
import { useSession } from '../session.tsx';
import { Told, toldBy } from './form.tsx';
import './date-field.css';

interface Given {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** `YYYY-MM-DD`, with the time `YYYY-MM-DDTHH:MM`, or empty. */
  value?: string;
  onChange?(value: string): void;
  /** In the form's data. */
  name?: string;
  /** With hour and minute. */
  time?: boolean;
  required?: boolean;
  readOnly?: boolean | undefined;
  autoFocus?: boolean;
  /** How many years before and after this one are offered. */
  past?: number;
  ahead?: number;
}

const parts = ['day', 'month', 'year', 'hour', 'minute'] as const;
type Part = (typeof parts)[number];
type Chosen = Record<Part, string>;

const two = (n: number) => String(n).padStart(2, '0');
const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/**
 * A day, or a moment of it, chosen by day, month and year in the words and digits of the country: a browser's own field speaks the browser's
 * language, and does not know «تشرين الثاني».
 */
export function DateField({
  label,
  hint,
  error,
  value = '',
  onChange,
  name,
  time = false,
  required = false,
  readOnly = false,
  autoFocus = false,
  past = 0,
  ahead = 3,
}: Given) {
  const { language, settings } = useSession();
  const words = dateFieldStrings[language];
  const id = useId();
  const [chosen, setChosen] = useState(() => partsOf(value));
  const known = useRef(value);
  useEffect(() => {
    // Written from outside: cleared, or brought back.
    if (value === known.current) return;
    known.current = value;
    setChosen(partsOf(value));
  }, [value]);
  const digits = (n: number | string) => inDigits(String(n), language, settings.digits);
  const thisYear = new Date().getFullYear();
  const given = Number(chosen.year) || thisYear;
  const offered: Record<Part, readonly number[]> = {
    day: upTo(1, daysOf(chosen.year, chosen.month)),
    month: upTo(1, 12),
    year: upTo(Math.min(thisYear - past, given), Math.max(thisYear + ahead, given)),
    hour: upTo(0, 23),
    minute: upTo(0, 59),
  };
  const shown = (part: Part, n: number) => {
    if (part === 'month') return monthNames(settings.country, language)[n - 1];
    return digits(part === 'hour' || part === 'minute' ? two(n) : n);
  };
  const used = time ? parts : parts.slice(0, 3);
  const begun = used.some((part) => chosen[part] !== '');
  const set = (part: Part, to: string) => {
    const next = { ...chosen, [part]: to };
    if (Number(next.day) > daysOf(next.year, next.month)) next.day = '';
    setChosen(next);
    known.current = join(next, time);
    onChange?.(known.current);
  };
  const select = (part: Part) => (
    <select
      key={part}
      className={`date-${part}`}
      aria-label={words[part]}
      aria-invalid={error !== undefined}
      value={chosen[part]}
      disabled={readOnly}
      required={required || begun}
      autoFocus={autoFocus && part === 'day'}
      onChange={({ target }) => set(part, target.value)}
    >
      <option value="">{words[part]}</option>
      {offered[part].map((n) => (
        <option key={n} value={part === 'year' ? n : two(n)}>
          {shown(part, n)}
        </option>
      ))}
    </select>
  );
  return (
    <fieldset className="entry date-field" aria-describedby={toldBy(id, hint, error)}>
      <legend>{label}</legend>
      <div className="date-whole">
        <div className="date-parts">
          {select('day')}
          {select('month')}
          {select('year')}
        </div>
        {time && (
          <div className="date-parts date-clock" dir="ltr">
            {select('hour')}
            <span aria-hidden="true">:</span>
            {select('minute')}
          </div>
        )}
      </div>
      {name !== undefined && <input type="hidden" name={name} value={join(chosen, time)} />}
      <Told id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function partsOf(value: string): Chosen {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(value) ?? [];
  return { year, month, day, hour, minute };
}

/** Empty as long as a part is not chosen. */
function join({ year, month, day, hour, minute }: Chosen, time: boolean): string {
  if (year === '' || month === '' || day === '') return '';
  if (!time) return `${year}-${month}-${day}`;
  return hour === '' || minute === '' ? '' : `${year}-${month}-${day}T${hour}:${minute}`;
}

function daysOf(year: string, month: string): number {
  return month === '' ? 31 : new Date(Date.UTC(Number(year) || 2000, Number(month), 0)).getUTCDate();
}
