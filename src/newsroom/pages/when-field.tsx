import { useState } from 'react';
import { dateFieldStrings } from '../../strings/date-field.ts';
import { fill } from '../../strings/strings.ts';
import { inDigits } from '../dates.ts';
import { useSession } from '../session.tsx';
import { DateField } from '../shell/date-field.tsx';
import { arabZones, clocksAt, offsetName, zoneName } from '../zones.ts';

/**
 * A moment by the clocks of a named zone; of nights in which they are changed it is said what the time means, or asked
 * which of two. In the form's data: `when`, `zone`, and `turn`, «second», where the time comes twice. */
export function WhenField({ label, error }: { label: string; error: string | undefined }) {
  const { language, settings } = useSession();
  const words = dateFieldStrings[language];
  const [wall, setWall] = useState('');
  const [zone, setZone] = useState(settings.timeZone);
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
      {found?.shown === 'twice' && (
        <fieldset className="turns" key={`${wall} ${zone}`}>
          <legend>{words.twice}</legend>
          {found.moments.map((at, i) => (
            <label key={at}>
              <input type="radio" name="turn" value={i === 0 ? 'first' : 'second'} defaultChecked={i === 0} />
              {fill(i === 0 ? words.first : words.second, {
                offset: offsetName(at, zone, language, settings.digits),
              })}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
