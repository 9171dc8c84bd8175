import { deskWorkStrings } from '../../strings/desk-work.ts';
import { fill } from '../../strings/strings.ts';
import { useSession } from '../session.tsx';

/** Until when something is wanted; marked once that is over. */
export function Due({ at }: { at: number }) {
  const { language, moment } = useSession();
  const words = deskWorkStrings[language];
  const late = at < Date.now();
  return (
    <p className={late ? 'wrong' : 'meta'}>
      {fill(late ? words.overdue : words.dueAt, { time: moment(at) })}
    </p>
  );
}
