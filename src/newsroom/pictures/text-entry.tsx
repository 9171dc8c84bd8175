import { useId } from 'react';
import { Told, toldBy } from '../shell/form.tsx';

/** A text of several lines with its hint and, at it, what is wrong with it. */
export function TextEntry({
  label,
  hint,
  error,
  value,
  readOnly = false,
  rows = 2,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  readOnly?: boolean;
  rows?: number;
  onChange(value: string): void;
}) {
  const id = useId();
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        value={value}
        readOnly={readOnly}
        aria-invalid={error !== undefined}
        aria-describedby={toldBy(id, hint, error)}
        onChange={({ target }) => onChange(target.value)}
      />
      <Told id={id} hint={hint} error={error} />
    </div>
  );
}
