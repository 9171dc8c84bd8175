import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { Refused } from '../client.ts';
import { useWords } from '../session.tsx';

/** A labelled field with its hint and, at it, what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  ...input
}: { label: string; hint?: string | undefined; error?: string | undefined } & ComponentProps<'input'>) {
  const id = useId();
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={error !== undefined} aria-describedby={told || undefined} {...input} />
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

export interface Sending {
  /** Runs the work once at a time; what goes wrong is said, at its field where it has one. */
  send(
    work: () => Promise<unknown>,
    /** Is told what is wrong at which field, for fields that stand elsewhere. */
    onFields?: (fields: Readonly<Record<string, string>>) => void,
  ): Promise<boolean>;
  busy: boolean;
  /** By the field's path in the request. */
  errors: Readonly<Record<string, string>>;
  /** What is wrong with none of the fields. */
  message: ReactNode;
  code: string | undefined;
}

/** One form's way to the server. */
export function useSending(): Sending {
  const { explain } = useWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const errors = failed instanceof Refused ? failed.fields : {};
  return {
    busy,
    errors,
    code: failed instanceof Refused ? failed.code : undefined,
    message:
      failed === undefined || Object.keys(errors).length > 0 ? null : (
        <p className="wrong" role="alert">
          {explain(failed)}
        </p>
      ),
    async send(work, onFields) {
      if (busy) return false;
      setBusy(true);
      setFailed(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        setFailed(error);
        if (error instanceof Refused) onFields?.(error.fields);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
