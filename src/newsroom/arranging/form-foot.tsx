import type { ReactNode } from 'react';

/** The foot of a form that is saved as a whole: its button, what is wrong, and what else is given. */
export function FormFoot({
  save,
  busy,
  message,
  children,
}: {
  /** What the button says. */
  save: string;
  busy: boolean;
  message: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="settings-foot">
      <button type="submit" className="btn btn--main" disabled={busy}>
        {save}
      </button>
      {message}
      {children}
    </div>
  );
}

/** What became of the last save, with the way back from it. */
export function SavedNotice<B>({
  saved,
  words,
  onUndo,
}: {
  /** Nothing yet, what stood there before, or that it stands there again. */
  saved: { before: B } | 'undone' | undefined;
  words: { saved: string; undone: string; undo: string };
  onUndo(before: B): void;
}) {
  return (
    <span role="status">
      {saved === 'undone' && words.undone}
      {typeof saved === 'object' && (
        <>
          {words.saved}{' '}
          <button type="button" className="quiet" onClick={() => onUndo(saved.before)}>
            {words.undo}
          </button>
        </>
      )}
    </span>
  );
}
