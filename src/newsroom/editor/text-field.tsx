import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { countWords } from '../../arabic/words.ts';
import { fill } from '../../strings/strings.ts';
import { useWords } from './words.ts';
import { changeText, movedBy } from './y-text.ts';

export interface TextFieldProps {
  label: string;
  text: Y.Text;
  /** Class of the field's face: `in-head`, `in-stand`, `in-kicker`. */
  face: string;
  /** Letters after which the count is shown as too many; nothing is cut. */
  advised?: number | undefined;
  counted?: 'letters' | 'words' | undefined;
  readOnly: boolean;
  error?: string | undefined;
  /** Enter goes on to the next field, since these are single lines that wrap. */
  onEnter?: (() => void) | undefined;
}

/** A field that is a shared text: several people may type in it at once. */
export function TextField({ label, text, face, advised, counted, readOnly, error, onEnter }: TextFieldProps) {
  const { t, count, figure } = useWords();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<[number, number] | undefined>(undefined);
  const [value, setValue] = useState(() => text.toString());

  useEffect(() => {
    const observe = (event: Y.YTextEvent, { local }: Y.Transaction) => {
      const field = area.current;
      // Somebody else's change moves our caret along with its word.
      if (!local && field !== null && document.activeElement === field) {
        const { delta } = event as { delta: { retain?: number; insert?: unknown; delete?: number }[] };
        caret.current = [movedBy(field.selectionStart, delta), movedBy(field.selectionEnd, delta)];
      }
      setValue(text.toString());
    };
    setValue(text.toString());
    text.observe(observe);
    return () => text.unobserve(observe);
  }, [text]);

  useLayoutEffect(() => {
    const field = area.current;
    if (field === null) return;
    if (caret.current !== undefined) field.setSelectionRange(...caret.current);
    caret.current = undefined;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight}px`;
  }, [value]);

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's Enter ends the word, not the field.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter?.();
  };
  const letters = [...value].length;
  const many = advised !== undefined && letters > advised;
  return (
    <div className="field">
      <div className="lab">
        <label htmlFor={id}>{label}</label>
        {counted !== undefined && (
          <span id={`${id}-count`} className={many ? 'late' : undefined}>
            {counted === 'words'
              ? count(t.words, countWords(value))
              : advised === undefined
                ? count(t.letters, letters)
                : fill(t.lettersOf, { count: count(t.letters, letters), most: figure(advised) })}
          </span>
        )}
      </div>
      <div>
        <textarea
          ref={area}
          id={id}
          className={face}
          rows={1}
          dir="auto"
          value={value}
          readOnly={readOnly}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={({ target }) => changeText(text, target.value.replaceAll(/\s*\n\s*/g, ' '))}
          onKeyDown={onKeyDown}
        />
        {error !== undefined && (
          <p className="wrong" id={`${id}-error`} role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
