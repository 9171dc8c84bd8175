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
