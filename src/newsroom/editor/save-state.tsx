import { fill } from '../../strings/strings.ts';
import type { Snapshot } from './draft-connection.ts';
import { useWords } from './words.ts';

/** The word about what was typed: «محفوظ» only where it is committed. */
export function SaveState({ snapshot, clock }: { snapshot: Snapshot; clock(at: number): string }) {
  const { t } = useWords();
  const { state, savedAt } = snapshot;
  const words = {
    opening: t.opening,
    saved: savedAt === undefined ? t.saved : fill(t.savedAt, { time: clock(savedAt) }),
    unsent: t.unsent,
    offline: t.offline,
    replaced: t.offline,
    refused: t.offline,
  }[state];
  return (
    <span className={state === 'saved' ? 'saved' : 'saved saved--not'} role="status" data-state={state}>
      {state === 'saved' && (
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" strokeWidth="2.2" />
        </svg>
      )}
      {words}
    </span>
  );
}

/** What an editor is told when their words are safe but not there yet; calm, with what to do. */
export function SaveNotice({
  snapshot,
  onReopen,
  onCopy,
  signIn,
}: {
  snapshot: Snapshot;
  onReopen(): void;
  onCopy(): void;
  signIn: string;
}) {
  const { t } = useWords();
  if (snapshot.state === 'offline' && snapshot.ready)
    return (
      <p className="notice" role="status">
        {t.offlineNote}
      </p>
    );
  if (snapshot.state === 'replaced')
    return (
      <div className="notice" role="alert">
        <p>{t.replacedNote}</p>
        <button type="button" className="btn" onClick={onCopy}>
          {t.replacedCopy}
        </button>
        <button type="button" className="btn btn--main" onClick={onReopen}>
          {t.replacedOpen}
        </button>
      </div>
    );
  if (snapshot.state === 'refused')
    return (
      <div className="notice" role="alert">
        <p>{t.refusedNote}</p>
        <a className="btn btn--main" href={signIn}>
          {t.refusedSignIn}
        </a>
      </div>
    );
  return null;
}
