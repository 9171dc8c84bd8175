import { arrangingStrings, type ArrangingStrings } from '../../strings/arranging.ts';
import { type Session, useSession } from '../session.tsx';

export interface ArrangingWords extends Omit<Session, 't'> {
  t: ArrangingStrings;
}

/** The session, with the words of arranging in place of the newsroom's. */
export function useArrangingWords(): ArrangingWords {
  const session = useSession();
  return { ...session, t: arrangingStrings[session.language] };
}
