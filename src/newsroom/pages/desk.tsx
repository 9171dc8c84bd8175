import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import type { StoryRow } from '../../model/story-row.ts';
import { type StoryStatus, storyStatuses } from '../../model/story-status.ts';
import { useAnswer, useSession } from '../session.tsx';
import { Status } from '../shell/status.tsx';

export function MyDesk() {
  const { t } = useSession();
  return <StoryList title={t.desk} mine />;
}
export function Queue() {
  const { t } = useSession();
  return <StoryList title={t.queue} only="in-review" />;
}
export function AllStories() {
  const { t } = useSession();
  return <StoryList title={t.allStories} />;
}

/** Rows that one question brings; the next come when the end is near. */
const pageSize = 100;

/** Stories, the last changed first; by status and section. Arrows go from row to row, Enter opens. */
function StoryList({ title, only, mine = false }: { title: string; only?: StoryStatus; mine?: boolean }) {
  const { t, term, count, moment, figure, settings, ask, explain } = useSession();
  const [status, setStatus] = useState<StoryStatus | undefined>(only);
  const [section, setSection] = useState('');
  const filter = {
    ...(status !== undefined && { status }),
    ...(section !== '' && { section }),
    ...(mine && { mine: 'true' }),
  };
  const people = useAnswer('users', {});
  const names = new Map(people.data?.users.map(({ user }) => [`user:${user.id}`, user.name]));
  const list = useInfiniteQuery({
    queryKey: ['stories', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask('stories', {
        query: { ...filter, limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) },
      }),
    getNextPageParam: ({ stories }) => {
      const last = stories.length < pageSize ? undefined : stories.at(-1);
      return last && `${last.changedAt}.${last.id}`;
    },
    refetchInterval: 15_000,
  });
  const rows = list.data?.pages.flatMap(({ stories }) => stories) ?? [];
  const total = list.data?.pages[0]?.total;
  const sections = new Map(settings.sections.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="top">
        <h1>{title}</h1>
        <p className="meta" role="status">
          {total === undefined ? '' : count(t.stories, total)}
        </p>
      </div>
      {only === undefined && (
        <div className="filters" role="group" aria-label={t.status}>
          {[undefined, ...storyStatuses].map((one) => (
            <button
              key={one ?? 'all'}
              type="button"
              aria-pressed={status === one}
              onClick={() => setStatus(one)}
            >
              {one === undefined ? t.all : term(`status-${one}`)}
            </button>
          ))}
        </div>
      )}
      <p className="refine">
        <label>
          {t.section}{' '}
          <select value={section} onChange={({ target }) => setSection(target.value)}>
            <option value="">{t.allSections}</option>
            {settings.sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      {list.error !== null && (
        <p className="wrong" role="alert">
          {explain(list.error)}
        </p>
      )}
      {list.isSuccess && rows.length === 0 ? (
        <p className="empty">{t.emptyList}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t.status}</th>
              <th scope="col">{t.headline}</th>
              <th scope="col">{t.section}</th>
              <th scope="col">{t.changedBy}</th>
              <th scope="col">{t.changed}</th>
              <th scope="col">{t.number}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                section={sections.get(row.section) ?? row.section}
                by={names.get(row.changedBy) ?? t.nobody}
                at={moment(row.changedAt)}
                number={figure(row.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t.more}
        </button>
      )}
    </>
  );
}

function Row({
  row,
  section,
  by,
  at,
  number,
}: {
  row: StoryRow;
  section: string;
  by: string;
  at: string;
  number: string;
}) {
  const navigate = useNavigate();
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    const here = event.currentTarget;
    const next =
      event.key === 'ArrowDown'
        ? here.nextElementSibling
        : event.key === 'ArrowUp'
          ? here.previousElementSibling
          : undefined;
    if (next === undefined) return;
    event.preventDefault();
    next?.querySelector('a')?.focus();
  };
  return (
    <tr
      onKeyDown={onKeyDown}
      onDoubleClick={() => void navigate({ to: '/stories/$id', params: { id: String(row.id) } })}
    >
      <td>
        <Status status={row.status} held={row.legalHold} />
      </td>
      <td className="hl">
        <Link to="/stories/$id" params={{ id: String(row.id) }} lang={row.language} dir="auto">
          {row.headline}
        </Link>
      </td>
      <td>{section}</td>
      <td>{by}</td>
      <td className="num">{at}</td>
      <td className="num">{number}</td>
    </tr>
  );
}
