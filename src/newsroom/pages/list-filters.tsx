import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { storyStatuses } from '../../model/story-status.ts';
import { listStrings } from '../../strings/lists.ts';
import { useSession } from '../session.tsx';
import { DateField } from '../shell/date-field.tsx';
import { SectionOptions } from '../shell/section-options.tsx';

/** What a list shows, as it stands in the screen's address: going back from a story finds it as it was left. */
export type ListFilter = Partial<Record<(typeof names)[number], string>>;
const names = ['status', 'section', 'words', 'person', 'author', 'from', 'to'] as const;
/** Each is asked for when nothing more has been typed for so long. */
const typingMs = 250;
/** Imported archives go back so far. */
const archiveYears = 40;

export function useListFilter(): [ListFilter, (change: ListFilter) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = chosen(search);
  const set = (change: ListFilter) =>
    void navigate({ to: '.', search: chosen({ ...filter, ...change }), replace: true });
  return [filter, set];
}

const chosen = (from: Readonly<Record<string, unknown>>): ListFilter =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = String(from[name] ?? '');
      return value === '' ? [] : [[name, value]];
    }),
  );

export function ListFilters({
  filter,
  set,
  statuses,
}: {
  filter: ListFilter;
  set(change: ListFilter): void;
  statuses: boolean;
}) {
  const { t, term, language } = useSession();
  const list = listStrings[language];
  const [open, setOpen] = useState(names.slice(3).some((name) => filter[name] !== undefined));
  return (
    <>
      {statuses && (
        <div className="filters" role="group" aria-label={t.status}>
          {[undefined, ...storyStatuses].map((one) => (
            <button
              key={one ?? 'all'}
              type="button"
              aria-pressed={filter.status === one}
              onClick={() => set({ status: one ?? '' })}
            >
              {one === undefined ? t.all : term(`status-${one}`)}
            </button>
          ))}
        </div>
      )}
      <form
        className="refine"
        role="search"
        aria-label={list.find}
        onSubmit={(event) => event.preventDefault()}
      >
        <Typed label={list.words} value={filter.words} onChange={(words) => set({ words })} />
        <label>
          {t.section}{' '}
          <select value={filter.section ?? ''} onChange={({ target }) => set({ section: target.value })}>
            <option value="">{t.allSections}</option>
            <SectionOptions />
          </select>
        </label>
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{list.further}</summary>
          <div className="refine">
            <Typed label={list.person} value={filter.person} onChange={(person) => set({ person })} />
            <Typed label={list.author} value={filter.author} onChange={(author) => set({ author })} />
            <DateField
              label={list.from}
              value={filter.from ?? ''}
              past={archiveYears}
              onChange={(from) => set({ from })}
            />
            <DateField
              label={list.to}
              value={filter.to ?? ''}
              past={archiveYears}
              onChange={(to) => set({ to })}
            />
          </div>
        </details>
        {Object.keys(filter).length > 0 && (
          <button
            type="button"
            className="btn"
            onClick={() => set(Object.fromEntries(names.map((name) => [name, ''])))}
          >
            {list.clear}
          </button>
        )}
      </form>
    </>
  );
}

/** A field that tells what is in it once nobody types any more, or Enter is pressed. */
function Typed({
  label,
  value = '',
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange(value: string): void;
}) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // Changed from outside: cleared, or the way back.
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  });
  return (
    <label>
      {label}{' '}
      <input
        type="search"
        dir="auto"
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && onChange(typed.trim())}
      />
    </label>
  );
}
