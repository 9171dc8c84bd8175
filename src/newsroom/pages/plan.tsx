import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { monthNames } from '../../arabic/month-names.ts';
import type { PlannedRow } from '../../api/contract/discussion.ts';
import { deskWorkStrings } from '../../strings/desk-work.ts';
import { plural } from '../../strings/strings.ts';
import { dayIn, weekOf } from '../days.ts';
import { useAnswer, useSession } from '../session.tsx';
import './plan.css';
import { Failure } from '../shell/awaiting.tsx';

/** Of one kind on one day; a list of all is a click away. */
const mostShown = 8;

/** The planning board: a week by its days, with what is due, scheduled and published. */
export function Plan() {
  const { t, language, settings, figure, me } = useSession();
  const words = deskWorkStrings[language];
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const today = dayIn(Date.now(), settings.timeZone);
  const asked = String(search['week'] ?? '');
  const week = weekOf(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today, settings.country);
  const [first = today] = week;
  const plan = useAnswer('plan', { query: { from: first, days: '7' } }, { every: 30_000 });
  if (me.may['read-story'] === 'own') return <p>{t.noRight}</p>;
  const go = (days: number) => {
    const day = new Date(`${first}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    void navigate({ to: '.', search: days === 0 ? {} : { week: day.toISOString().slice(0, 10) } });
  };
  const months = monthNames(settings.country, language);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <>
      <div className="top">
        <h1>{words.plan}</h1>
        <div className="acts">
          <button type="button" className="btn" onClick={() => go(-7)}>
            {words.weekBefore}
          </button>
          <button type="button" className="btn" onClick={() => go(0)}>
            {words.thisWeek}
          </button>
          <button type="button" className="btn" onClick={() => go(7)}>
            {words.weekAfter}
          </button>
        </div>
      </div>
      <Failure error={plan.error} />
      <ol className="plan">
        {week.map((day) => {
          const [, month = '', number = ''] = day.split('-');
          const on = (rows: readonly PlannedRow[] = []) =>
            rows.filter(({ at }) => dayIn(at, settings.timeZone) === day);
          const kinds = (['due', 'scheduled', 'published'] as const).map(
            (kind) => [kind, on(plan.data?.[kind])] as const,
          );
          return (
            <li key={day} aria-current={day === today ? 'date' : undefined}>
              <h2>
                {weekday.format(new Date(`${day}T12:00:00Z`))}
                {language === 'ar' ? '، ' : ', '}
                {figure(Number(number))} {months[Number(month) - 1]}
                {day === today && <span className="meta"> {words.today}</span>}
              </h2>
              {plan.isSuccess && kinds.every(([, rows]) => rows.length === 0) && (
                <p className="meta">{words.emptyDay}</p>
              )}
              {kinds.map(([kind, rows]) => rows.length > 0 && <OfKind key={kind} kind={kind} rows={rows} />)}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function OfKind({ kind, rows }: { kind: 'due' | 'scheduled' | 'published'; rows: readonly PlannedRow[] }) {
  const { language, clock, figure } = useSession();
  const words = deskWorkStrings[language];
  const title = { due: words.planned, scheduled: words.scheduled, published: words.published }[kind];
  const left = rows.length - mostShown;
  return (
    <section className={`plan__${kind}`}>
      <h3>{title}</h3>
      <ul>
        {rows.slice(0, mostShown).map(({ row, at, name }) => (
          <li key={row.id}>
            <span className="num meta">{clock(at)}</span>{' '}
            <Link to="/stories/$id" params={{ id: String(row.id) }} lang={row.language} dir="auto">
              {row.headline}
            </Link>
            {name !== undefined && <span className="meta"> {name}</span>}
          </li>
        ))}
      </ul>
      {left > 0 && <p className="meta">{plural(language, words.more, left, figure(left))}</p>}
    </section>
  );
}
