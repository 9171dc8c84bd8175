import { Link, useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MediaAnswer } from '../../api/contract/media.ts';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useRefresh } from '../session.tsx';
import { Failure } from '../shell/awaiting.tsx';
import { useSending } from '../shell/form.tsx';
import { merged, same } from '../shell/kept-form.ts';
import { CropPreviews } from './crops.tsx';
import { type DetailsForm, detailsOf, formOf } from './details-form.ts';
import { DetailsFields } from './details-fields.tsx';
import { FocusPoint } from './focus-point.tsx';
import { nameOf, RightsNote } from './thumb.tsx';
import { usePictureWords } from './words.ts';

/** One picture of the library: what it shows, whose it is, what of it is seen, where it is used. */
export function PictureDetails({ id, onRemoved }: { id: string; onRemoved(id: string): void }) {
  const { t } = usePictureWords();
  const answer = useAnswer('media', { params: { id } });
  return (
    <section className="details" aria-label={answer.data ? nameOf(answer.data.media, t.untitled) : t.title}>
      <Link to="/media/{-$id}" params={{ id: undefined }} className="quiet back">
        {t.back}
      </Link>
      {answer.data === undefined ? (
        <Failure error={answer.error} />
      ) : (
        <Form key={id} answer={answer.data} onRemoved={onRemoved} />
      )}
    </section>
  );
}

function Form({ answer, onRemoved }: { answer: MediaAnswer; onRemoved(id: string): void }) {
  const { media, version, may } = answer;
  const { t, ask, settings } = usePictureWords();
  const refresh = useRefresh();
  const { send, busy, errors, message, code } = useSending();
  const theirs = formOf(media, settings.timeZone);
  const [base, setBase] = useState({ version, form: theirs });
  const [form, setForm] = useState(theirs);
  /** After a save: what it was before, where that can be had again. */
  const [saved, setSaved] = useState<{ before: DetailsForm | undefined }>();
  useEffect(() => {
    if (version === base.version) return;
    setForm((mine) => merged(mine, base.form, theirs));
    setBase({ version, form: theirs });
  }, [version]);

  const readOnly = !may.includes('describe-media');
  const dirty = !same(form, base.form);
  const leaving = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const put = (fields: Partial<DetailsForm>) => {
    setSaved(undefined);
    setForm({ ...form, ...fields });
  };
  const write = (wanted: DetailsForm) =>
    send(async () => {
      const details = detailsOf(wanted, settings.timeZone);
      const written = await ask('changeMedia', {
        params: { id: media.id },
        body: { expect: base.version, details },
      });
      setBase({ version: written.version, form: wanted });
      setForm(wanted);
      await refresh();
    });
  const save = async () => {
    // Once it says what it shows, it is not left without.
    const before = base.form.alt === '' ? undefined : base.form;
    if (!(await write(form))) {
      // What a colleague wrote meanwhile comes in beside what is typed here.
      await refresh();
      return false;
    }
    setSaved({ before });
    return true;
  };
  const undo = async (form: DetailsForm | undefined) => {
    if (form !== undefined && (await write(form))) setSaved(undefined);
  };
  const remove = () =>
    void send(async () => {
      await ask('removeMedia', { params: { id: media.id }, body: { expect: base.version } });
      onRemoved(media.id);
      await refresh();
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {leaving.status === 'blocked' && (
        <div className="notice" role="alert">
          <p>{t.unsaved}</p>
          <button
            type="button"
            className="btn btn--main"
            onClick={() => void save().then((worked) => (worked ? leaving.proceed() : leaving.reset()))}
          >
            {t.save}
          </button>
          <button type="button" className="btn" onClick={() => leaving.proceed()}>
            {t.discard}
          </button>
        </div>
      )}
      <FocusPoint media={media} point={form.focus} readOnly={readOnly} onChange={(focus) => put({ focus })} />
      <RightsNote media={media} always />
      {readOnly && <p className="meta">{t.notYours}</p>}
      <DetailsFields form={form} names={answer.people} errors={errors} readOnly={readOnly} onChange={put} />
      <CropPreviews
        media={media}
        focus={form.focus}
        crops={form.crops}
        readOnly={readOnly}
        onChange={(crops) => put({ crops })}
      />
      {code === 'conflict' ? (
        <p className="wrong" role="alert">
          {t.conflict}
        </p>
      ) : (
        message
      )}
      {!readOnly && (
        <div className="acts acts--stuck">
          <button type="submit" className="btn btn--main" disabled={busy || !dirty}>
            {t.save}
          </button>
          <span role="status" className="meta">
            {saved === undefined ? '' : t.saved}
          </span>
          {saved?.before !== undefined && (
            <button type="button" className="quiet" disabled={busy} onClick={() => void undo(saved.before)}>
              {t.undo}
            </button>
          )}
        </div>
      )}
      <Uses answer={answer} />
      <Facts answer={answer} />
      {may.includes('remove-media') && answer.uses.length === 0 && (
        <button type="button" className="quiet" disabled={busy} onClick={remove}>
          {t.remove}
        </button>
      )}
    </form>
  );
}

function Facts({ answer: { media } }: { answer: MediaAnswer }) {
  const { t, figure, day } = usePictureWords();
  return (
    <p className="meta">
      {fill(t.facts, { width: figure(media.width), height: figure(media.height) })}
      {media.takenAt !== undefined && ` · ${fill(t.takenAt, { date: day(media.takenAt) })}`}
    </p>
  );
}

function Uses({ answer: { uses } }: { answer: MediaAnswer }) {
  const { t, term } = usePictureWords();
  return (
    <section>
      <h2>{t.usedIn}</h2>
      {uses.length === 0 ? (
        <p className="meta">{t.usedNowhere}</p>
      ) : (
        <ul className="rows">
          {uses.map(({ kind, id, name, status }) => (
            <li key={`${kind} ${id}`}>
              {kind === 'story' || kind === 'live-entry' ? (
                <Link to="/stories/$id" params={{ id }} dir="auto">
                  {name}
                </Link>
              ) : (
                <span dir="auto">{name}</span>
              )}
              <span className="meta">
                {status === undefined ? term(`kind-${kind}`) : term(`status-${status}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
