import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { EntityKind } from '../../model/site.ts';
import { recordStrings } from '../../strings/records.ts';
import { FormFoot } from '../arranging/form-foot.tsx';
import { useAnswer, useSession } from '../session.tsx';
import { Failure } from '../shell/awaiting.tsx';
import { Field, useSending } from '../shell/form.tsx';
import '../arranging/arranging.css';

const kinds = ['person', 'place', 'organisation', 'topic'] as const satisfies readonly EntityKind[];
const pageSize = 100;
/** Whoever looks for one among more searches by name. */
const mostShown = 1000;

/** Records by kind, the most named first; found by any spelling, and added. */
export function Records() {
  const { t, language, count, may, ask } = useSession();
  const words = recordStrings[language];
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const kind = kinds.find((one) => one === search['kind']) ?? 'person';
  const typed = String(search['words'] ?? '');
  const [limit, setLimit] = useState(pageSize);
  const { send, busy, errors, message } = useSending();
  const found = useAnswer('records', {
    query: { kind, ...(typed !== '' && { words: typed }), limit: String(limit) },
  });
  if (!may('put-entity')) return <p>{t.noRight}</p>;
  const show = (next: { kind: EntityKind; words: string }) => {
    setLimit(pageSize);
    void navigate({
      to: '.',
      search: { kind: next.kind, ...(next.words !== '' && { words: next.words }) },
      replace: true,
    });
  };
  const { records = [], total = 0 } = found.data ?? {};
  return (
    <>
      <div className="top">
        <h1>{words.title}</h1>
        <p className="meta" role="status">
          {found.isSuccess && count(words.records, total)}
        </p>
      </div>
      <p className="meta">{words.hint}</p>
      <div className="filters" role="group" aria-label={words.kinds}>
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind}
            onClick={() => show({ kind: one, words: '' })}
          >
            {words[one]}
          </button>
        ))}
      </div>
      <div className="refine">
        <label>
          {words.find}{' '}
          <input
            type="search"
            dir="auto"
            maxLength={200}
            value={typed}
            onChange={({ target }) => show({ kind, words: target.value })}
          />
        </label>
      </div>
      <Failure error={found.error} />
      {found.isSuccess && records.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="records">
        {records.map(({ record, stories }) => (
          <li key={record.id}>
            <Link to="/records/$kind/$id" params={{ kind, id: record.id }} dir="auto">
              {record.name}
            </Link>{' '}
            <span className="meta">
              {count(words.stories, stories)}
              {record.role !== undefined && ` · ${record.role}`}
            </span>
          </li>
        ))}
      </ul>
      {records.length < Math.min(total, mostShown) && (
        <button type="button" className="btn" onClick={() => setLimit(limit + pageSize)}>
          {t.more}
        </button>
      )}
      <form
        className="settings"
        onSubmit={(event) => {
          event.preventDefault();
          const name = String(new FormData(event.currentTarget).get('name') ?? '');
          void send(async () => {
            const { id } = await ask('addRecord', { body: { kind, name } });
            await navigate({ to: '/records/$kind/$id', params: { kind, id } });
          });
        }}
      >
        <h2>{words.add}</h2>
        <Field label={words.name} name="name" dir="auto" maxLength={200} required error={errors['name']} />
        <FormFoot save={words.create} busy={busy} message={message} />
      </form>
    </>
  );
}
