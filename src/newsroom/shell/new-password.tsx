import { useWords } from '../session.tsx';
import { Field } from './form.tsx';

/** The field for a password that is to be set: `password` in the form's data. */
export function NewPassword({
  label,
  error,
  autoFocus = false,
}: {
  label: string;
  error: string | undefined;
  autoFocus?: boolean;
}) {
  const { t } = useWords();
  return (
    <Field
      label={label}
      hint={t.passwordRule}
      name="password"
      type="password"
      dir="ltr"
      autoComplete="new-password"
      minLength={10}
      required
      autoFocus={autoFocus}
      error={error}
    />
  );
}
