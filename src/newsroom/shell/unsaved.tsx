import { useBlocker } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { unsavedStrings } from '../../strings/unsaved.ts';
import { useWords } from '../session.tsx';
import './unsaved.css';

/**
 * Asks before something unsaved is left: within the newsroom in a dialog, and by the browser where the whole page goes (its
 * words are its own).
 * @param dirty a function where it is known only when something is left.
 */
export function Unsaved({ dirty }: { dirty: boolean | (() => boolean) }) {
  const { language } = useWords();
  const t = unsavedStrings[language];
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isDirty = () => (typeof dirty === 'function' ? dirty() : dirty);
  const leaving = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  const blocked = leaving.status === 'blocked';
  useEffect(() => {
    if (blocked) dialog.current?.showModal();
  }, [blocked]);
  if (!blocked) return null;
  return (
    <dialog
      ref={dialog}
      className="unsaved"
      aria-labelledby={`${id}-title`}
      aria-describedby={id}
      onClose={() => leaving.reset()}
    >
      <h2 id={`${id}-title`}>{t.title}</h2>
      <p id={id}>{t.ask}</p>
      <div className="acts">
        <button type="button" className="btn btn--main" autoFocus onClick={() => leaving.reset()}>
          {t.stay}
        </button>
        <button type="button" className="btn" onClick={() => leaving.proceed()}>
          {t.leave}
        </button>
      </div>
    </dialog>
  );
}
