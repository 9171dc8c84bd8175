import type { StoryStatus } from '../../model/story-status.ts';
import { useWords } from '../session.tsx';

const ring = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const shapes = {
  draft: ring,
  'in-review': (
    <>
      {ring}
      <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  approved: <circle cx="7" cy="7" r="6.2" fill="currentColor" />,
  scheduled: (
    <>
      {ring}
      <path d="M7 3.5V7l-2.6 1.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  published: <path d="M1 1h12v12H1z" fill="currentColor" />,
  unpublished: <path d="M1.8 1.8h10.4v10.4H1.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  killed: <path d="M2 2l10 10M12 2L2 12" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  held: (
    <>
      <path d="M7 .8 13.4 13H.6z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 5v4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
} as const satisfies Record<StoryStatus | 'held', React.ReactNode>;

/** A status is a shape and a word, never a colour alone. A legal hold stands before whatever else a story is. */
export function Status({ status, held }: { status: StoryStatus; held: boolean }) {
  const { t, term } = useWords();
  return (
    <span className="st">
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {shapes[held ? 'held' : status]}
      </svg>
      {held ? t.hold : term(`status-${status}`)}
    </span>
  );
}
