import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { StoryRow } from '../../model/story-row.ts';
import { type StoryStatus, storyStatuses } from '../../model/story-status.ts';
import { listStrings } from '../../strings/lists.ts';
import { useAnswer, useSession } from '../session.tsx';
import { Failure } from '../shell/awaiting.tsx';
import { Status } from '../shell/status.tsx';
import { Duties } from './duties.tsx';
import { ListFilters, useListFilter } from './list-filters.tsx';

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

/** Stories, the last changed first, as they are filtered. Arrows go from row to row, Enter opens. */
function StoryList({ title, only, mine = false }: { title: string; only?: StoryStatus; mine?: boolean }) {
  const { t, language, count, moment, figure, sectionName, ask } = useSession();
  const [chosen, choose] = useListFilter();
  const status = only ?? storyStatuses.find((one) => one === chosen.status);
  const { status: _, ...others } = chosen;
  const filter = { ...others, ...(status !== undefined && { status }), ...(mine && { mine: 'true' }) };
  const people = useAnswer('users', {});
  const names = new Map(people.data?.users.map(({ user }) => [`user:${user.id}`, user.name]));
  const list = useInfiniteQuery({
    queryKey: ['stories', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask('stories', {
        query: { ...filter, limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Who has gone far down a list reads it: it is not fetched anew under their eyes.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 3 ? false : 15_000),
  });
  const rows = list.data?.pages.flatMap(({ stories }) => stories) ?? [];
  const [first] = list.data?.pages ?? [];
  const forms = first?.more === true ? listStrings[language].atLeast : t.stories;
  return (
    <>
      <div className="top">
        <h1>{title}</h1>
        <p className="meta" role="status">
          {first === undefined ? '' : count(forms, first.total)}
        </p>
      </div>
      {mine && <Duties />}
      <ListFilters filter={chosen} set={choose} statuses={only === undefined} />
      <Failure error={list.error} />
      {list.isSuccess && rows.length === 0 ? (
        <p className="empty">
          {Object.keys(chosen).length === 0 ? t.emptyList : listStrings[language].noneFound}
        </p>
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
                section={sectionName(row.section)}
                by={names.get(row.changedBy) ?? t.nobody}
                at={moment(row.changedAt)}
                number={figure(row.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <MoreRows
          busy={list.isFetchingNextPage}
          words={list.isFetchingNextPage ? listStrings[language].loadingMore : t.more}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}

/** At the end of what has been fetched: the next rows come when it is near, or when it is pressed. */
function MoreRows({ busy, words, onMore }: { busy: boolean; words: string; onMore(): void }) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (end.current === null || busy) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && onMore(), {
      rootMargin: '600px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  });
  return (
    <button ref={end} type="button" className="btn" aria-disabled={busy} onClick={() => busy || onMore()}>
      {words}
    </button>
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
