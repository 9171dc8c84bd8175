import { useId, useState } from 'react';
import type { Schedule } from '../../model/schedule.ts';
import { dateFieldStrings } from '../../strings/date-field.ts';
import { fill } from '../../strings/strings.ts';
import { formatDate, inDigits } from '../dates.ts';
import { useSession } from '../session.tsx';
import { DateField } from '../shell/date-field.tsx';
import { arabZones, clocksAt, offsetName, zoneName } from '../zones.ts';

/**
 * A moment by the clocks of a named zone; of nights in which they are changed it is said what the time means, or asked
 * which of two.
 */
export function WhenField({
  label,
  error,
  required = false,
  autoFocus = false,
  onChange,
}: {
  label: string;
  error: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
  /** Called with nothing as long as a part of the time is not chosen. */
  onChange(at: Schedule | undefined): void;
}) {
  const { language, settings } = useSession();
  const words = dateFieldStrings[language];
  const turns = useId();
  const [at, setAt] = useState<Schedule>({ wall: '', zone: settings.timeZone });
  const { wall, zone } = at;
  const set = (next: Schedule) => {
    setAt(next);
    onChange(next.wall === '' ? undefined : next);
  };
  const found = wall === '' ? undefined : clocksAt(wall, zone);
  const zones = [...new Set<string>([settings.timeZone, ...arabZones, 'Europe/London', 'Europe/Paris'])];
  return (
    <>
      <DateField
        label={label}
        hint={
          found?.shown === 'never'
            ? fill(words.never, { time: inDigits(found.instead.slice(11), language, settings.digits) })
            : undefined
        }
        time
        required={required}
        autoFocus={autoFocus}
        error={error}
        onChange={(chosen) => set({ wall: chosen, zone })}
      />
      <label className="entry">
        {words.zone}
        <select value={zone} onChange={({ target }) => set({ wall, zone: target.value })}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {zoneName(one, language)}
            </option>
          ))}
        </select>
      </label>
      {found?.shown === 'twice' && (
        <fieldset className="turns">
          <legend>{words.twice}</legend>
          {found.moments.map((moment, i) => (
            <label key={moment}>
              <input
                type="radio"
                name={turns}
                checked={(i === 1) === (at.second === true)}
                onChange={() => set({ wall, zone, ...(i === 1 && { second: true }) })}
              />
              {fill(i === 0 ? words.first : words.second, {
                offset: offsetName(moment, zone, language, settings.digits),
              })}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** «٢٥ أكتوبر، ٠١:٣٠ · توقيت المملكة المتحدة»: when something is due by the clocks that were meant, and which of two times where it comes twice. */
export function useDueWords(): (at: number, schedule: Schedule) => string {
  const { language, settings } = useSession();
  return (at, { wall, zone }) =>
    [
      formatDate(at, language, { ...settings, timeZone: zone }),
      zoneName(zone, language),
      ...(clocksAt(wall, zone).shown === 'twice' ? [offsetName(at, zone, language, settings.digits)] : []),
    ].join(' · ');
}
