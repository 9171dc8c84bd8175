import { frontStrings } from '../../strings/fronts.ts';
import { useSession } from '../session.tsx';

/** The session, with the words of fronts and redirects in place of the newsroom's. */
export function useFrontWords() {
  const session = useSession();
  return { ...session, t: frontStrings[session.language] };
}
