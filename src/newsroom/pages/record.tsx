import { Link, useParams } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { RecordAnswer } from '../../api/contract/records.ts';
import type { Entity, EntityKind } from '../../model/site.ts';
import { recordStrings } from '../../strings/records.ts';
import { fill } from '../../strings/strings.ts';
import { FormFoot, SavedNotice } from '../arranging/form-foot.tsx';
import { ChoosePicture, type Choosing } from '../pictures/choose-picture.tsx';
import { pictureAddress } from '../pictures/thumb.tsx';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { Awaiting } from '../shell/awaiting.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { useKeptForm } from '../shell/kept-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';
import '../arranging/arranging.css';

/** One record: its names, what it is, its picture; merged into another and taken out again. */
export function RecordPage() {
  const { kind, id } = useParams({ strict: false }) as { kind: EntityKind; id: string };
  const answer = useAnswer('record', { params: { kind, id } });
  if (answer.data === undefined) return <Awaiting error={answer.error} />;
  return <RecordForm key={`${kind} ${id}`} kind={kind} answer={answer.data} />;
}

function RecordForm({ kind, answer }: { kind: EntityKind; answer: RecordAnswer }) {
  const { record, version, stories } = answer;
  const { language, count, settings, ask } = useSession();
  const words = recordStrings[language];
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const { form, setForm, settle, dirty } = useKeptForm(version, record);
  const [saved, setSaved] = useState<{ before: Entity } | 'undone'>();
  const [choosing, setChoosing] = useState<Choosing>();
  const names = useId();
  const about = useId();
  const write = (next: Entity, said: { before: Entity } | 'undone') =>
    send(async () => {
      await ask('changeRecord', {
        params: { kind, id: record.id },
        body: {
          expect: version,
          name: next.name,
          slug: next.slug,
          otherNames: next.otherNames.map((name) => name.trim()).filter((name) => name !== ''),
          description: next.description ?? null,
          role: next.role ?? null,
          author: next.author ?? false,
          picture: next.picture ?? null,
        },
      });
      settle();
      setSaved(said);
      await refresh();
    });
  const put = (next: Entity) => {
    setSaved(undefined);
    setForm(next);
  };
  const set = (change: Partial<Entity>) => put({ ...form, ...change });
  const page = { topic: 'topics', person: 'people', place: 'places', organisation: 'organisations' }[kind];
  return (
    <>
      <div className="top">
        <h1 dir="auto">{record.name}</h1>
        <Link to="/records" search={{ kind }} className="btn">
          {words.back}
        </Link>
      </div>
      <p className="meta">
        {count(words.stories, stories)} ·{' '}
        <a className="quiet" href={`${settings.url}/${page}/${encodeURIComponent(record.slug)}`}>
          {words.onSite}
        </a>
      </p>
      {record.mergedInto === undefined && (
        <form
          className="settings"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void write(form, { before: record });
          }}
        >
          <Field
            label={words.name}
            dir="auto"
            required
            maxLength={200}
            value={form.name}
            error={errors['name']}
            onChange={({ target }) => set({ name: target.value })}
          />
          <Field
            label={words.slug}
            hint={words.slugHint}
            dir="auto"
            maxLength={200}
            value={form.slug}
            error={errors['slug']}
            onChange={({ target }) => set({ slug: target.value })}
          />
          <div className="entry">
            <label htmlFor={names}>{words.otherNames}</label>
            <textarea
              id={names}
              dir="auto"
              rows={Math.min(8, form.otherNames.length + 2)}
              value={form.otherNames.join('\n')}
              aria-describedby={`${names}-hint`}
              onChange={({ target }) => set({ otherNames: target.value.split('\n').slice(0, 50) })}
            />
            <p id={`${names}-hint`} className="meta">
              {words.otherNamesHint}
            </p>
          </div>
          <Field
            label={words.role}
            dir="auto"
            maxLength={200}
            value={form.role ?? ''}
            error={errors['role']}
            onChange={({ target }) => put(without(form, 'role', target.value))}
          />
          <div className="entry">
            <label htmlFor={about}>{words.description}</label>
            <textarea
              id={about}
              dir="auto"
              rows={4}
              maxLength={2000}
              value={form.description ?? ''}
              onChange={({ target }) => put(without(form, 'description', target.value))}
            />
          </div>
          {kind === 'person' && (
            <label className="tick">
              <input
                type="checkbox"
                checked={form.author ?? false}
                onChange={({ target }) => set({ author: target.checked })}
              />{' '}
              {words.author}
            </label>
          )}
          <div className="entry">
            <p>{words.picture}</p>
            {form.picture?.media !== undefined && (
              <img
                className="record-picture"
                src={pictureAddress(form.picture.media, '320.webp')}
                alt={form.picture.alt ?? form.name}
              />
            )}
            <div className="acts">
              <button type="button" className="btn" onClick={() => setChoosing([])}>
                {words.choose}
              </button>
              {form.picture !== undefined && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    const { picture: _, ...rest } = form;
                    put(rest);
                  }}
                >
                  {words.removePicture}
                </button>
              )}
            </div>
            <ChoosePicture
              choosing={choosing}
              onClose={() => setChoosing(undefined)}
              onChoose={(media) => set({ picture: { media: media.id } })}
            />
          </div>
          <FormFoot save={words.save} busy={busy} message={message}>
            <SavedNotice saved={saved} words={words} onUndo={(before) => void write(before, 'undone')} />
          </FormFoot>
        </form>
      )}
      <Merging kind={kind} answer={answer} />
      <Unsaved dirty={dirty && record.mergedInto === undefined} />
    </>
  );
}

/** A field that is empty is not there. */
function without(record: Entity, field: 'role' | 'description', value: string): Entity {
  const { [field]: _, ...rest } = record;
  return value === '' ? rest : { ...rest, [field]: value };
}

/** Of records that a name finds. */
const mostOffered = 8;

function Merging({ kind, answer: { record, version, merged } }: { kind: EntityKind; answer: RecordAnswer }) {
  const { language, ask, may, count } = useSession();
  const words = recordStrings[language];
  const refresh = useRefresh();
  const { send, busy, message } = useSending();
  const [typed, setTyped] = useState(record.name);
  const [into, setInto] = useState<string>();
  const list = useId();
  const found = useAnswer('records', {
    query: { kind, limit: String(mostOffered + 1), ...(typed.trim() !== '' && { words: typed.trim() }) },
  });
  const others = (found.data?.records ?? [])
    .filter((one) => one.record.id !== record.id)
    .slice(0, mostOffered);
  const chosen = others.find((one) => one.record.id === into);
  if (!may('merge-entity')) return null;
  const merge = (id: string, expect: number, target: string | undefined) =>
    void send(async () => {
      await ask('mergeRecord', {
        params: { kind, id },
        body: { expect, ...(target !== undefined && { into: target }) },
      });
      await refresh();
    });
  return (
    <section className="merging" aria-labelledby={`${list}-title`}>
      <h2 id={`${list}-title`}>{words.merge}</h2>
      {record.mergedInto === undefined ? (
        <>
          <p className="meta">{words.mergeHint}</p>
          <div className="refine">
            <label>
              {words.mergeInto}{' '}
              <input
                type="search"
                dir="auto"
                maxLength={200}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            </label>
          </div>
          <div role="radiogroup" aria-label={words.mergeInto} className="merge-into">
            {others.map((one) => (
              <label key={one.record.id} className="tick">
                <input
                  type="radio"
                  name={list}
                  checked={one.record.id === into}
                  onChange={() => setInto(one.record.id)}
                />{' '}
                <bdi>{one.record.name}</bdi>{' '}
                <span className="meta">
                  {count(words.stories, one.stories)}
                  {one.record.role !== undefined && ` · ${one.record.role}`}
                </span>
              </label>
            ))}
            {found.isSuccess && others.length === 0 && <p className="empty">{words.mergeNone}</p>}
          </div>
          <button
            type="button"
            className="btn"
            disabled={busy || chosen === undefined}
            onClick={() => merge(record.id, version, chosen?.record.id)}
          >
            {words.mergeDo}
          </button>
        </>
      ) : (
        <p role="status">
          <MergedInto kind={kind} id={record.mergedInto} />{' '}
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => merge(record.id, version, undefined)}
          >
            {words.separate}
          </button>
        </p>
      )}
      {message}
      {merged.length > 0 && (
        <>
          <h3>{words.mergedHere}</h3>
          <ul className="records">
            {merged.map(({ id, name }) => (
              <li key={id}>
                <Link to="/records/$kind/$id" params={{ kind, id }} dir="auto">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function MergedInto({ kind, id }: { kind: EntityKind; id: string }) {
  const { language } = useSession();
  const other = useAnswer('record', { params: { kind, id } }).data?.record;
  return <>{other !== undefined && fill(recordStrings[language].merged, { name: other.name })}</>;
}
