import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useSession } from '../session.tsx';

const pageSize = 100;

/** Everything that was done, the newest first; and who came in. */
export function Audit() {
  const { t, term, moment, ask, may } = useSession();
  const trail = useInfiniteQuery({
    queryKey: ['audit', 'list'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      ask('audit', { query: { limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) } }),
    getNextPageParam: ({ entries }) => (entries.length < pageSize ? undefined : entries.at(-1)?.seq),
  });
  const visits = useAnswer('signInEvents', { query: { limit: 30 } });
  if (!may('read-audit')) return <p>{t.noRight}</p>;
  const entries = trail.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <h1>{t.auditTitle}</h1>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t.auditWhen}</th>
            <th scope="col">{t.auditWho}</th>
            <th scope="col">{t.auditWhat}</th>
            <th scope="col">{t.auditOn}</th>
            <th scope="col">{t.auditNote}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className="num">{moment(entry.at)}</td>
              <td>{entry.name ?? t.nobody}</td>
              <td>{term(`action-${entry.action}`)}</td>
              <td>
                {entry.kind === 'story' ? (
                  <StoryLink id={entry.id} />
                ) : (
                  <>
                    {term(`kind-${entry.kind}`)}
                    {entry.story !== undefined && (
                      <>
                        {' · '}
                        <StoryLink id={String(entry.story)} />
                      </>
                    )}
                  </>
                )}
              </td>
              <td className="wide">
                {entry.note}
                {entry.until !== undefined && fill(t.auditUntil, { when: moment(entry.until) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {trail.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t.more}
        </button>
      )}
      <section className="block">
        <h2>{t.signInsTitle}</h2>
        <ul className="rows">
          {visits.data?.events.map((event) => (
            <li key={event.id}>
              <span>
                <b>{event.name ?? '–'}</b> {term(`event-${event.event}`)}
              </span>
              <bdi dir="ltr" className="meta">
                {event.address}
              </bdi>
              <span className="meta">{moment(event.at)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function StoryLink({ id }: { id: string }) {
  const { term, figure } = useSession();
  return (
    <Link to="/stories/$id" params={{ id }}>
      {term('kind-story')} {figure(Number(id))}
    </Link>
  );
}
