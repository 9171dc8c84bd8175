import { useId } from 'react';

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
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
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
        aria-describedby={told || undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="meta">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="wrong">
          {error}
        </p>
      )}
    </div>
  );
}
