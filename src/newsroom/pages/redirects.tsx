import { useState } from 'react';
import type { RedirectRow } from '../../api/contract/arranging.ts';
import '../arranging/arranging.css';
import { useFrontWords } from '../arranging/front-words.ts';
import { useAnswer, useRefresh, useWords } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { Unsaved } from '../shell/unsaved.tsx';

const blank = { from: '', to: '', expect: 0 };

/** Old addresses and where they lead: found, added, changed, removed and brought back. */
export function Redirects() {
  const { t, may, ask } = useFrontWords();
  const { t: usual } = useWords();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [words, setWords] = useState('');
  const [after, setAfter] = useState<string>();
  const [form, setForm] = useState(blank);
  const [chosen, setChosen] = useState(blank);
  const [done, setDone] = useState<{ removed?: RedirectRow['redirect'] }>();
  const found = useAnswer('redirects', { query: { words, ...(after !== undefined && { after }) } });
  if (!may('put-redirect')) return <p>{usual.noRight}</p>;
  const write = (wanted: typeof form) =>
    send(async () => {
      await ask('putRedirect', { body: wanted });
      setDone({});
      setForm(blank);
      setChosen(blank);
      await refresh();
    });
  const rows = found.data?.redirects ?? [];
  return (
    <>
      <h1>{t.redirects}</h1>
      <p className="meta">{t.redirectsHint}</p>
      <form
        className="settings"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void write(form);
        }}
      >
        <div className="line">
          <Field
            label={t.from}
            dir="ltr"
            required
            value={form.from}
            readOnly={form.expect > 0}
            error={errors['from']}
            onChange={({ target }) => setForm({ ...form, from: target.value })}
          />
          <Field
            label={t.to}
            dir="ltr"
            required
            value={form.to}
            error={errors['to']}
            onChange={({ target }) => setForm({ ...form, to: target.value })}
          />
          <button type="submit" className="btn btn--main" disabled={busy}>
            {form.expect > 0 ? t.change : t.add}
          </button>
        </div>
        {message}
        <Unsaved dirty={form.from !== chosen.from || form.to !== chosen.to} />
      </form>
      <p role="status">
        {done !== undefined && (done.removed === undefined ? t.redirectSaved : t.redirectRemoved)}{' '}
        {done?.removed !== undefined && (
          <button
            type="button"
            className="quiet"
            onClick={() => void write({ ...(done.removed ?? { from: '', to: '' }), expect: 0 })}
          >
            {t.undo}
          </button>
        )}
      </p>
      <div className="refine">
        <label>
          {t.find}{' '}
          <input
            type="search"
            value={words}
            onChange={({ target }) => {
              setAfter(undefined);
              setWords(target.value);
            }}
          />
        </label>
      </div>
      {found.isSuccess && rows.length === 0 && <p className="empty">{t.empty}</p>}
      <ul className="rows">
        {rows.map(({ redirect, version }) => (
          <li key={redirect.from}>
            <span>
              <bdi dir="ltr">{redirect.from}</bdi> <span aria-hidden="true">←</span>{' '}
              <bdi dir="ltr">{redirect.to}</bdi>
            </span>
            <button
              type="button"
              className="quiet"
              onClick={() => {
                const row = { from: redirect.from, to: redirect.to, expect: version };
                setForm(row);
                setChosen(row);
              }}
            >
              {t.change} <bdi className="vh">{redirect.from}</bdi>
            </button>
            <button
              type="button"
              className="quiet"
              disabled={busy}
              onClick={() =>
                void send(async () => {
                  await ask('removeRedirect', { body: { from: redirect.from, expect: version } });
                  setDone({ removed: redirect });
                  await refresh();
                })
              }
            >
              {t.remove} <bdi className="vh">{redirect.from}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 100 && (
        <button type="button" className="btn" onClick={() => setAfter(rows.at(-1)?.redirect.from)}>
          {t.next}
        </button>
      )}
    </>
  );
}
