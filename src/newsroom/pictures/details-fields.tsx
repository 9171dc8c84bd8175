import { DateField } from '../shell/date-field.tsx';
import { Field } from '../shell/form.tsx';
import type { DetailsForm } from './details-form.ts';
import { PeopleField } from './people-field.tsx';
import { TextEntry } from './text-entry.tsx';
import { usePictureWords } from './words.ts';

/** The words that belong to a picture; errors by the paths of the API. */
export function DetailsFields({
  form,
  names,
  errors,
  readOnly,
  onChange,
}: {
  form: DetailsForm;
  names: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  readOnly: boolean;
  onChange(fields: Partial<DetailsForm>): void;
}) {
  const { t } = usePictureWords();
  return (
    <>
      <TextEntry
        label={t.alt}
        hint={t.altHint}
        error={errors['details.alt']}
        value={form.alt}
        readOnly={readOnly}
        onChange={(alt) => onChange({ alt })}
      />
      <TextEntry
        label={t.caption}
        error={errors['details.caption']}
        value={form.caption}
        readOnly={readOnly}
        onChange={(caption) => onChange({ caption })}
      />
      <Field
        label={t.credit}
        hint={t.creditHint}
        error={errors['details.credit']}
        dir="auto"
        value={form.credit}
        readOnly={readOnly}
        onChange={({ target }) => onChange({ credit: target.value })}
      />
      <PeopleField
        chosen={form.people}
        names={names}
        readOnly={readOnly}
        onChange={(people) => onChange({ people })}
      />
      <Field
        label={t.rightsNote}
        error={errors['details.rights.note']}
        dir="auto"
        value={form.note}
        readOnly={readOnly}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <DateField
        label={t.lastDay}
        hint={t.lastDayHint}
        error={errors['details.rights.expiresAt']}
        value={form.lastDay}
        readOnly={readOnly}
        past={5}
        ahead={30}
        onChange={(lastDay) => onChange({ lastDay })}
      />
    </>
  );
}
