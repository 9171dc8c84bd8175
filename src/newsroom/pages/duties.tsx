import { Link } from '@tanstack/react-router';
import { deskWorkStrings } from '../../strings/desk-work.ts';
import { useAnswer, useSession } from '../session.tsx';
import { Due } from './due.tsx';

/** What waits for whoever is signed in: stories they were given and comments that name them. Nothing where nothing does. */
export function Duties() {
  const { language, moment } = useSession();
  const words = deskWorkStrings[language];
  const duties = useAnswer('duties', {}, { every: 30_000 }).data;
  if (duties === undefined || duties.assigned.length + duties.mentions.length === 0) return null;
  return (
    <div className="duties">
      {duties.assigned.length > 0 && (
        <section>
          <h2>{words.assignedToMe}</h2>
          <ul>
            {duties.assigned.map(({ row, dueAt, brief }) => (
              <li key={row.id}>
                <Link to="/stories/$id" params={{ id: String(row.id) }} lang={row.language} dir="auto">
                  {row.headline}
                </Link>
                {dueAt !== undefined && <Due at={dueAt} />}
                {brief !== undefined && (
                  <p className="meta" dir="auto">
                    {brief}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {duties.mentions.length > 0 && (
        <section>
          <h2>{words.mentionsOfMe}</h2>
          <ul>
            {duties.mentions.map(({ comment, name, headline }) => (
              <li key={comment.id}>
                <Link to="/stories/$id" params={{ id: String(comment.story) }} dir="auto">
                  {headline}
                </Link>
                <p className="meta">
                  <b>{name ?? words.somebody}</b> · {moment(comment.at)}
                </p>
                <p dir="auto">{comment.text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
