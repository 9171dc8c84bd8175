import { useNavigate } from '@tanstack/react-router';
import { useRefresh, useSession } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { useTypedForm } from '../shell/typed-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';
import { SectionOptions } from '../shell/section-options.tsx';

/** A headline and a section begin a story; everything else is written in the editor. */
export function NewStory() {
  const { t, ask, settings, me } = useSession();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const { isTyped, settle, watch } = useTypedForm();
  // A section editor begins in a section of theirs.
  const first = settings.sections.find(({ id }) => me.user.sections.includes(id)) ?? settings.sections[0];
  return (
    <>
      <h1>{t.newStoryTitle}</h1>
      <form
        className="narrow"
        {...watch}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const fields = { headline: String(form.get('headline')), section: String(form.get('section')) };
          void send(async () => {
            const { id } = await ask('createStory', { body: { fields } });
            settle();
            await refresh();
            await navigate({ to: '/stories/$id', params: { id } });
          });
        }}
      >
        <Field
          label={t.headline}
          name="headline"
          dir="auto"
          required
          maxLength={400}
          autoFocus
          error={errors['fields.headline']}
        />
        <div className="entry">
          <label htmlFor="section">{t.section}</label>
          <select id="section" name="section" defaultValue={first?.id}>
            <SectionOptions />
          </select>
        </div>
        {message}
        <Unsaved dirty={isTyped} />
        <button type="submit" className="btn btn--main" disabled={busy}>
          {t.startWriting}
        </button>
      </form>
    </>
  );
}
