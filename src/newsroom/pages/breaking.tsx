import { useState } from 'react';
import { deskWorkStrings } from '../../strings/desk-work.ts';
import { fill } from '../../strings/strings.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { useTypedForm } from '../shell/typed-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';

/** How long a bar may stand, in minutes. */
const spans = [15, 30, 60, 120, 240, 720, 1440];

/** The breaking bar: what stands on the site, until when; put up, replaced, taken down and put back. */
export function BreakingBar() {
  const { t, language, clock, count, ask, may } = useSession();
  const words = deskWorkStrings[language];
  const answer = useAnswer('breaking', {}, { every: 15_000 });
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [taken, setTaken] = useState<{ text: string; until: number; story?: number }>();
  const [done, setDone] = useState('');
  const { isTyped, watch } = useTypedForm();
  if (!may('set-breaking')) return <p>{t.noRight}</p>;
  const bar = answer.data?.bar;
  const put = (next: { text: string; minutes: number; story?: number } | undefined, said: string) =>
    send(async () => {
      setDone('');
      await ask('setBreaking', { body: next === undefined ? {} : { bar: next } });
      await refresh();
      setTaken(next === undefined ? bar : undefined);
      setDone(said);
    });
  return (
    <>
      <h1>{words.breaking}</h1>
      {answer.isSuccess && (
        <div className="block" role="status">
          {bar === undefined ? (
            <p>{words.breakingNone}</p>
          ) : (
            <>
              <p className="breaking-now" dir="auto">
                {bar.text}
              </p>
              <p className="meta">{fill(words.breakingUntil, { time: clock(bar.until) })}</p>
            </>
          )}
          {done !== '' && <p>{done}</p>}
        </div>
      )}
      <div className="acts">
        {bar !== undefined && (
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => void put(undefined, words.breakingTaken)}
          >
            {words.breakingEnd}
          </button>
        )}
        {bar === undefined && taken !== undefined && taken.until - Date.now() > 5 * 60_000 && (
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => {
              const { until, ...rest } = taken;
              void put({ ...rest, minutes: Math.floor((until - Date.now()) / 60_000) }, words.breakingIsSet);
            }}
          >
            {words.breakingBack}
          </button>
        )}
      </div>
      {message}
      <Unsaved dirty={isTyped} />
      <form
        className="step"
        {...watch}
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const story = String(data.get('story') ?? '').trim();
          void put(
            {
              text: String(data.get('text') ?? ''),
              minutes: Number(data.get('minutes')),
              ...(story !== '' && { story: Number(story) }),
            },
            words.breakingIsSet,
          ).then((worked) => worked && form.reset());
        }}
      >
        <Field
          label={words.breakingText}
          hint={words.breakingHint}
          name="text"
          dir="auto"
          maxLength={300}
          required
          error={errors['bar.text']}
        />
        <Field
          label={words.breakingStory}
          name="story"
          inputMode="numeric"
          pattern="[0-9]*"
          error={errors['bar.story']}
        />
        <div className="entry">
          <label htmlFor="breaking-minutes">{words.breakingMinutes}</label>
          <select id="breaking-minutes" name="minutes" defaultValue="60">
            {spans.map((n) => (
              <option key={n} value={n}>
                {n < 60 ? count(words.minutes, n) : count(words.hours, n / 60)}
              </option>
            ))}
          </select>
        </div>
        <div className="acts">
          <button type="submit" className="btn btn--main" disabled={busy}>
            {bar === undefined ? words.breakingSet : words.breakingReplace}
          </button>
        </div>
      </form>
    </>
  );
}
