import { useId } from 'react';
import { formatDate } from '../dates.ts';
import { countries, type Country } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import type { SettingsForm } from './settings-form.ts';
import { arabZones, zoneName } from '../zones.ts';
import { useArrangingWords } from './words.ts';

/** How the site writes days and hours, with what that makes of this moment. */
export function DateFields({
  form,
  errors,
  onChange,
}: {
  form: SettingsForm;
  errors: Readonly<Record<string, string>>;
  onChange(fields: Partial<SettingsForm>): void;
}) {
  const { t, language } = useArrangingWords();
  const id = useId();
  const others = Intl.supportedValuesOf('timeZone').filter(
    (zone) => !(arabZones as readonly string[]).includes(zone),
  );
  const known = new Set<string>([...arabZones, ...others]);
  const sample = known.has(form.timeZone)
    ? formatDate(Date.now(), 'ar', { country: form.country, timeZone: form.timeZone, digits: form.digits })
    : undefined;
  return (
    <>
      <div className="pair">
        <div className="entry">
          <label htmlFor={`${id}-country`}>{t.country}</label>
          <select
            id={`${id}-country`}
            value={form.country}
            aria-describedby={`${id}-country-hint`}
            onChange={({ target }) => onChange({ country: target.value as Country })}
          >
            {countries.map((one) => (
              <option key={one} value={one}>
                {t[`country-${one}`]}
              </option>
            ))}
          </select>
          <p id={`${id}-country-hint`} className="meta">
            {t.countryHint}
          </p>
        </div>
        <div className="entry">
          <label htmlFor={`${id}-zone`}>{t.zone}</label>
          <select
            id={`${id}-zone`}
            value={form.timeZone}
            aria-describedby={`${id}-zone-hint`}
            aria-invalid={errors['fields.timeZone'] !== undefined}
            onChange={({ target }) => onChange({ timeZone: target.value })}
          >
            {!known.has(form.timeZone) && <option>{form.timeZone}</option>}
            {arabZones.map((zone) => (
              <option key={zone} value={zone}>
                {zoneName(zone, language)}
              </option>
            ))}
            <hr />
            {others.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
          <p id={`${id}-zone-hint`} className="meta">
            {errors['fields.timeZone'] ?? t.zoneHint}
          </p>
        </div>
        <div className="entry">
          <label htmlFor={`${id}-digits`}>{t.digits}</label>
          <select
            id={`${id}-digits`}
            value={form.digits}
            onChange={({ target }) => onChange({ digits: target.value as SettingsForm['digits'] })}
          >
            <option value="arab">{t.digitsArab}</option>
            <option value="latn">{t.digitsLatn}</option>
          </select>
        </div>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={form.hijri}
          onChange={({ target }) => onChange({ hijri: target.checked })}
        />
        {t.hijri}
      </label>
      {sample !== undefined && (
        <p className="meta" role="status">
          {fill(t.today, { date: sample })}
        </p>
      )}
    </>
  );
}
