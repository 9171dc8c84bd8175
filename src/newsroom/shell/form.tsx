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
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={toldBy(id, hint, error)}
        {...input}
      />
      <Told id={id} hint={hint} error={error} />
    </div>
  );
}

/** Ids of what is told of a field, for whoever does not see that it stands under it. */
export const toldBy = (id: string, hint: string | undefined, error: string | undefined) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Under a field: what it is for, and what is wrong with it. */
export function Told({
  id,
  hint,
  error,
}: {
  id: string;
  hint: string | undefined;
  error: string | undefined;
}) {
  return (
    <>
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
    </>
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
