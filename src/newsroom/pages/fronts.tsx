import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FrontAnswer } from '../../api/contract/arranging.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { Arrangement } from '../../model/site.ts';
import { fill } from '../../strings/strings.ts';
import '../arranging/arranging.css';
import '../arranging/fronts.css';
import { SavedNotice } from '../arranging/form-foot.tsx';
import { Candidates } from '../arranging/candidates.tsx';
import { put, storiesIn, withStories, type Zone } from '../arranging/front-form.ts';
import { FrontPreview } from '../arranging/front-preview.tsx';
import { useFrontWords } from '../arranging/front-words.ts';
import { PackageFields } from '../arranging/package-fields.tsx';
import { ZoneList } from '../arranging/zone-list.tsx';
import { useAnswer, useRefresh, useWords } from '../session.tsx';
import { Failure } from '../shell/awaiting.tsx';
import { useSending } from '../shell/form.tsx';
import { same, useKeptForm } from '../shell/kept-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';
import { useDueWords, WhenField } from './when-field.tsx';

/** Home's front and the sections', each arranged by hand and filled by the newest. */
export function Fronts() {
  const { id } = useParams({ strict: false });
  const { t, me, may, settings } = useFrontWords();
  const { t: usual } = useWords();
  const navigate = useNavigate();
  const own = me.may['set-front'] === 'sections' ? me.user.sections : undefined;
  const fronts = [
    ...(own === undefined ? [{ id: 'home', name: t.home }] : []),
    ...settings.sections.filter((section) => own === undefined || own.includes(section.id)),
  ];
  const front = id ?? fronts[0]?.id ?? 'home';
  const answer = useAnswer('front', { params: { id: front } });
  if (!may('set-front')) return <p>{usual.noRight}</p>;
  return (
    <>
      <div className="top">
        <h1>{t.title}</h1>
        <label className="pick">
          {t.front}{' '}
          <select
            value={front}
            onChange={({ target }) => void navigate({ to: '/fronts/{-$id}', params: { id: target.value } })}
          >
            {fronts.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {answer.data === undefined ? (
        <Failure error={answer.error} />
      ) : (
        <FrontOf key={front} id={front} answer={answer.data} />
      )}
    </>
  );
}

function FrontOf({ id, answer }: { id: string; answer: FrontAnswer }) {
  const { t, ask, figure } = useFrontWords();
  const due = useDueWords();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const { form: front, setForm: setFront, settle, dirty } = useKeptForm(answer.version, answer.arrangement);
  const [headlines, setHeadlines] = useState<Record<number, string>>({});
  const [saved, setSaved] = useState<{ before: Arrangement } | 'undone'>();
  const [at, setAt] = useState<Schedule>();

  const known: Record<number, string> = {
    ...Object.fromEntries(answer.stories.map((story) => [story.id, story.headline])),
    ...headlines,
  };
  const topics = Object.fromEntries(answer.topics.map(({ id: topic, name }) => [topic, name]));
  const headline = (story: number) => known[story] ?? figure(story);
  const change = (wanted: Arrangement) => {
    setSaved(undefined);
    setFront(wanted);
  };
  const write = (arrangement: Arrangement) =>
    send(async () => {
      await ask('setFront', { params: { id }, body: { expect: answer.version, arrangement } });
      settle();
      await refresh();
    });
  const save = async () => {
    const before = answer.arrangement;
    if (await write(front)) setSaved({ before });
    // Were somebody quicker, theirs comes beside what was arranged here, to be looked at and saved once more.
    else await refresh();
  };
  const plan = (when: Schedule) =>
    void send(async () => {
      await ask('scheduleFront', { params: { id }, body: { at: when, arrangement: front } });
      await refresh();
    });
  const packageName = (i: number) => {
    const item = front.packages[i];
    return item?.title ?? `${t[`kind-${item?.kind ?? 'trio'}`]} ${figure(i + 1)}`;
  };
  const zones: { zone: Zone; label: string }[] = [
    { zone: 'lead', label: t.lead },
    ...(front.lead === undefined ? [] : [{ zone: 'more' as const, label: t.more }]),
    ...front.packages.map((_, i) => ({ zone: i, label: packageName(i) })),
    { zone: 'pins', label: t.pins },
  ];
  const wrong = Object.entries(errors);
  const zone = (one: Zone, label: string) => (
    <ZoneList
      label={label}
      stories={storiesIn(front, one)}
      headline={headline}
      onChange={(stories) => change(withStories(front, one, stories))}
      onDrop={(story) => change(put(front, one, story))}
      {...(one === 'pins' && {
        extra: (at: number) => (
          <label className="pick">
            {t.place}{' '}
            <input
              type="number"
              min={1}
              max={20}
              value={front.pins?.[at]?.place ?? 1}
              onChange={({ target }) =>
                change({
                  ...front,
                  pins: (front.pins ?? []).map((pin, i) =>
                    i === at ? { ...pin, place: Math.min(20, Math.max(1, Number(target.value) || 1)) } : pin,
                  ),
                })
              }
            />
          </label>
        ),
      })}
    />
  );
  return (
    <>
      <Unsaved dirty={dirty && !same(front, answer.planned?.arrangement)} />
      <p className="meta">{t.hint}</p>
      {answer.planned !== undefined && (
        <div className="notice" role="status">
          <p>{fill(t.planned, { when: due(answer.planned.dueAt, answer.planned.at) })}</p>
          <button
            type="button"
            className="quiet"
            onClick={() => change(answer.planned?.arrangement ?? front)}
          >
            {t.loadPlanned}
          </button>
          <button
            type="button"
            className="quiet"
            disabled={busy}
            onClick={() =>
              void send(async () => {
                await ask('unscheduleFront', { params: { id } });
                await refresh();
              })
            }
          >
            {t.unschedule}
          </button>
        </div>
      )}
      <div className="fronts">
        <div className="settings">
          {zone('lead', t.lead)}
          {front.lead !== undefined && zone('more', t.more)}
          {front.packages.map((item, i) => (
            <div className="package" key={i}>
              <PackageFields
                item={item}
                topics={topics}
                onChange={(changed) =>
                  change({ ...front, packages: front.packages.map((one, at) => (at === i ? changed : one)) })
                }
                onRemove={() => change({ ...front, packages: front.packages.filter((_, at) => at !== i) })}
              />
              {zone(i, packageName(i))}
            </div>
          ))}
          <div>
            <button
              type="button"
              className="btn"
              disabled={front.packages.length >= 12}
              onClick={() =>
                change({ ...front, packages: [...front.packages, { kind: 'trio', stories: [] }] })
              }
            >
              {t.addPackage}
            </button>
          </div>
          {zone('pins', t.pins)}
          <label className="tick">
            <input
              type="checkbox"
              checked={front.repeats === true}
              onChange={({ target }) => {
                const { repeats: _, ...rest } = front;
                change(target.checked ? { ...rest, repeats: true } : rest);
              }}
            />
            {t.repeats}
          </label>
        </div>
        <Candidates
          section={id === 'home' ? undefined : id}
          zones={zones}
          onPut={(one, story) => {
            setHeadlines({ ...headlines, [story.id]: story.headline });
            change(put(front, one, story.id));
          }}
        />
      </div>
      <div className="settings-foot settings-foot--fields">
        <button type="button" className="btn btn--main" disabled={busy} onClick={() => void save()}>
          {t.save}
        </button>
        <WhenField label={t.at} error={errors['at.wall']} onChange={setAt} />
        <button
          type="button"
          className="btn"
          disabled={busy || at === undefined}
          onClick={() => at !== undefined && plan(at)}
        >
          {t.schedule}
        </button>
        {message}
        {wrong.length > 0 && (
          <p className="wrong" role="alert">
            {wrong[0]?.[1]}
          </p>
        )}
        <SavedNotice
          saved={saved}
          words={t}
          onUndo={(before) => void write(before).then((done) => done && setSaved('undone'))}
        />
      </div>
      <FrontPreview front={id} arrangement={front} />
    </>
  );
}
