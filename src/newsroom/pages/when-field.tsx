import { useState } from 'react';
import { dateFieldStrings } from '../../strings/date-field.ts';
import { fill } from '../../strings/strings.ts';
import { inDigits } from '../dates.ts';
import { useSession } from '../session.tsx';
import { DateField } from '../shell/date-field.tsx';
import { arabZones, clocksAt, zoneName } from '../zones.ts';

/** A moment by the clocks of a named zone; of nights in which they are changed it is said what the time means. In the form's data: `when` and `zone`. */
export function WhenField({ label, error }: { label: string; error: string | undefined }) {
  const { language, settings } = useSession();
  const words = dateFieldStrings[language];
  const [wall, setWall] = useState('');
  const [zone, setZone] = useState(settings.timeZone);
  const zones = [...new Set<string>([settings.timeZone, ...arabZones, 'Europe/London', 'Europe/Paris'])];
  return (
    <>
      <DateField
        label={label}
        hint={wall === '' ? undefined : nightOf(wall)}
        name="when"
        time
        required
        autoFocus
        error={error}
        onChange={setWall}
      />
      <label className="entry">
        {words.zone}
        <select name="zone" value={zone} onChange={({ target }) => setZone(target.value)}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {zoneName(one, language)}
            </option>
          ))}
        </select>
      </label>
    </>
  );

  function nightOf(time: string): string | undefined {
    const found = clocksAt(time, zone);
    if (found.shown !== 'never') return found.shown === 'twice' ? words.twice : undefined;
    return fill(words.never, { time: inDigits(found.instead.slice(11), language, settings.digits) });
  }
}
